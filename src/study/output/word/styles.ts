import type { Locale } from '../../../formula';
import { XML_HEADER } from '../../../xlsx';
import type { StudyTheme } from '../../theme';

interface Style {
  readonly id: string;
  readonly name: string;
  /** In half points. */
  readonly size: number;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Space before and after, in twentieths of a point. */
  readonly before?: number;
  readonly after?: number;
  readonly paragraph?: string;
}

const styleList = (theme: StudyTheme): readonly Style[] => [
  { id: 'Title', name: 'Title', size: 44, bold: true, color: theme.primary, after: 60 },
  { id: 'Subtitle', name: 'Subtitle', size: 24, color: theme.muted, after: 240 },
  {
    id: 'Heading1',
    name: 'heading 1',
    size: 30,
    bold: true,
    color: theme.primary,
    before: 240,
    after: 120,
    paragraph: '<w:keepNext/><w:outlineLvl w:val="0"/>',
  },
  {
    id: 'Caption',
    name: 'caption',
    size: 20,
    bold: true,
    color: theme.primary,
    before: 160,
    after: 60,
    paragraph: '<w:keepNext/>',
  },
  { id: 'TableText', name: 'Table Text', size: 17, before: 20, after: 20 },
  {
    id: 'TableNumber',
    name: 'Table Number',
    size: 17,
    before: 20,
    after: 20,
    paragraph: '<w:jc w:val="right"/>',
  },
  { id: 'TableHeading', name: 'Table Heading', size: 17, bold: true, color: 'FFFFFF', before: 30, after: 30 },
  {
    id: 'FigureValue',
    name: 'Figure Value',
    size: 26,
    bold: true,
    color: theme.primary,
    before: 80,
    after: 0,
  },
  { id: 'FigureLabel', name: 'Figure Label', size: 17, color: theme.ink, after: 0 },
  { id: 'FigureBeside', name: 'Figure Beside', size: 15, color: theme.muted, after: 60 },
  { id: 'Note', name: 'Study Note', size: 15, color: theme.muted, after: 20 },
  {
    id: 'Quote',
    name: 'Quote',
    size: 22,
    italic: true,
    color: theme.primary,
    before: 160,
    after: 20,
    paragraph: '<w:keepNext/><w:ind w:left="500" w:right="500"/>',
  },
  {
    id: 'QuoteAuthor',
    name: 'Quote Author',
    size: 18,
    color: theme.muted,
    after: 160,
    paragraph: '<w:ind w:left="500"/>',
  },
  {
    id: 'Banner',
    name: 'Banner',
    size: 17,
    bold: true,
    color: theme.warn,
    paragraph: '<w:jc w:val="center"/>',
  },
  {
    id: 'Warning',
    name: 'Warning',
    size: 21,
    bold: true,
    color: theme.warn,
    before: 120,
    after: 120,
    paragraph: '<w:ind w:left="300"/>',
  },
  { id: 'Footer', name: 'footer', size: 16, color: theme.muted },
];

/** Named styles, so that a reader changes the look of the whole document at once. */
export function stylesXml(theme: StudyTheme, locale: Locale): string {
  const font = `<w:rFonts w:ascii="${theme.font}" w:hAnsi="${theme.font}" w:cs="${theme.font}" w:eastAsia="${theme.font}"/>`;
  const one = (style: Style): string => {
    const spacing = `<w:spacing w:before="${style.before ?? 0}" w:after="${style.after ?? 0}"/>`;
    const { keep, rest } = ordered(style.paragraph ?? '');
    const look = `${style.bold ? '<w:b/>' : ''}${style.italic ? '<w:i/>' : ''}${style.color ? `<w:color w:val="${style.color}"/>` : ''}<w:sz w:val="${style.size}"/><w:szCs w:val="${style.size}"/>`;
    return `<w:style w:type="paragraph" w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${keep}${spacing}${rest}</w:pPr><w:rPr>${look}</w:rPr></w:style>`;
  };
  const border = (side: string): string =>
    `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${theme.line}"/>`;
  return [
    `${XML_HEADER}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${font}<w:color w:val="${theme.ink}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="${locale === 'fr' ? 'fr-FR' : 'en-GB'}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    ...styleList(theme).map(one),
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
    `<w:style w:type="table" w:styleId="StudyTable"><w:name w:val="Study Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>${border('top')}${border('bottom')}${border('insideH')}</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${theme.primary}"/></w:tcPr></w:tblStylePr></w:style>`,
    '</w:styles>',
  ].join('');
}

/** The schema wants keepNext, then spacing, then indentation, alignment and outline level. */
function ordered(paragraph: string): { readonly keep: string; readonly rest: string } {
  const keep = paragraph.includes('<w:keepNext/>') ? '<w:keepNext/>' : '';
  return { keep, rest: paragraph.replace('<w:keepNext/>', '') };
}
