import { type OfficePackage, themeXmlIn, XML_HEADER } from '../../../xlsx';
import { defaultTheme, type StudyTheme } from '../../theme';
import { attributes } from '../markup';
import { fillXml } from './shapes';

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml.';
export const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const LAYOUT = 'ppt/slideLayouts/slideLayout';
export const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

const EMU = 914_400;
const group =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** The shapes of a slide, a layout or the master. */
export const shapeTree = (shapes: string): string =>
  `<p:cSld><p:spTree>${group}${shapes}</p:spTree></p:cSld>`;

interface Spot {
  readonly type: string;
  readonly index?: number;
  readonly at: readonly [x: number, y: number, width: number, height: number];
  readonly size: number;
  readonly bold?: boolean;
  readonly color: string;
  readonly align?: 'r';
  readonly text: string;
}

function spotXml(spot: Spot, id: number): string {
  const [x, y, width, height] = spot.at.map((inches) => Math.round(inches * EMU));
  const ph = `<p:ph${attributes({ type: spot.type, ...(spot.index === undefined ? {} : { idx: spot.index }) })}/>`;
  const look = `<a:lvl1pPr${attributes({ marL: 0, indent: 0, algn: spot.align ?? 'l' })}><a:buNone/><a:defRPr${attributes({ sz: spot.size * 100, b: spot.bold ? 1 : 0 })}>${fillXml(spot.color)}<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>`;
  const content =
    spot.type === 'sldNum'
      ? '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="fr-FR"/><a:t>‹#›</a:t></a:fld>'
      : `<a:r><a:rPr lang="fr-FR"/><a:t>${spot.text}</a:t></a:r>`;
  return `<p:sp><p:nvSpPr><p:cNvPr${attributes({ id, name: `${spot.type} ${id}` })}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle>${look}</a:lstStyle><a:p>${content}</a:p></p:txBody></p:sp>`;
}

function spotsOf(
  theme: StudyTheme,
): Readonly<Record<'title' | 'footer' | 'number' | 'cover' | 'subtitle', Spot>> {
  return {
    title: {
      type: 'title',
      at: [0.5, 0.35, 12.33, 0.8],
      size: 28,
      bold: true,
      color: theme.primary,
      text: 'Titre',
    },
    footer: {
      type: 'ftr',
      index: 11,
      at: [0.5, 6.98, 11, 0.35],
      size: 10,
      color: theme.muted,
      text: 'Pied de page',
    },
    number: {
      type: 'sldNum',
      index: 12,
      at: [11.83, 6.98, 1, 0.35],
      size: 10,
      color: theme.muted,
      align: 'r',
      text: '',
    },
    cover: {
      type: 'ctrTitle',
      at: [0.9, 2.3, 11.5, 1.6],
      size: 40,
      bold: true,
      color: theme.primary,
      text: 'Titre',
    },
    subtitle: {
      type: 'subTitle',
      index: 1,
      at: [0.9, 4, 11.5, 0.9],
      size: 22,
      color: theme.muted,
      text: 'Sous-titre',
    },
  };
}

/** Adds the theme, the master and its two layouts (1: cover, 2: title and content). */
export function addMaster(file: OfficePackage, theme: StudyTheme): void {
  const spots = spotsOf(theme);
  const layouts = [
    { name: 'Couverture', type: 'title', spots: [spots.cover, spots.subtitle, spots.footer, spots.number] },
    { name: 'Titre seul', type: 'titleOnly', spots: [spots.title, spots.footer, spots.number] },
  ];
  const ids = layouts.map((layout, at) => {
    const part = layoutPart(at + 1);
    file.relate(part, 'slideMaster', MASTER);
    file.add(part, `${PRESENTATION}slideLayout+xml`, () => {
      const shapes = layout.spots.map((spot, place) => spotXml(spot, place + 2)).join('');
      const tree = shapeTree(shapes).replace('<p:cSld>', `<p:cSld name="${layout.name}">`);
      return `${XML_HEADER}<p:sldLayout ${namespaces} type="${layout.type}" preserve="1">${tree}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
    });
    return file.relate(MASTER, 'slideLayout', part);
  });
  file.relate(MASTER, 'theme', 'ppt/theme/theme1.xml');
  file.add('ppt/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml', () =>
    themeXmlIn(theme.font === defaultTheme.font ? undefined : theme.font),
  );
  file.add(MASTER, `${PRESENTATION}slideMaster+xml`, () => {
    const shapes = [spots.title, spots.footer, spots.number]
      .map((spot, at) => spotXml(spot, at + 2))
      .join('');
    const tree = shapeTree(shapes).replace(
      '<p:cSld>',
      `<p:cSld><p:bg><p:bgPr>${fillXml('FFFFFF')}<a:effectLst/></p:bgPr></p:bg>`,
    );
    const list = ids.map((id, at) => `<p:sldLayoutId id="${2147483649 + at}" r:id="${id}"/>`).join('');
    const level = `<a:lvl1pPr><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>`;
    return `${XML_HEADER}<p:sldMaster ${namespaces}>${tree}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${list}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${level}</p:titleStyle><p:bodyStyle>${level}</p:bodyStyle><p:otherStyle>${level}</p:otherStyle></p:txStyles></p:sldMaster>`;
  });
}

export const layoutPart = (number: number): string => `${LAYOUT}${number}.xml`;
