import { OfficePackage, XML_HEADER } from '../../../xlsx';
import type { StudyDocument } from '../../document';
import { defaultTheme, type StudyTheme } from '../../theme';
import { addChart } from '../chart';
import { addLogo, logoSize, pictureLook } from '../logo';
import { attributes } from '../markup';
import { addProperties } from '../properties';
import { addMaster, layoutPart, MASTER, namespaces, shapeTree } from './master';
import { noteBox, noteLine, type Page, pagesOf } from './pages';
import { chartFrame, placeholder, plainRun, SLIDE, slideNumberRun, textBox } from './shapes';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.';
const MAIN = 'ppt/presentation.xml';
const EMU = 914_400;

/** The study as slides: native tables and charts, slide numbers, alternative texts. */
export async function writeSlides(
  study: StudyDocument,
  theme: StudyTheme = defaultTheme,
): Promise<Uint8Array> {
  const file = new OfficePackage();
  file.relate('', 'officeDocument', MAIN);
  addMaster(file, theme);
  const master = file.relate(MAIN, 'slideMaster', MASTER);
  const deck = new Deck(file, study, theme);
  deck.addCover();
  for (const chapter of study.chapters) {
    for (const page of pagesOf(chapter, theme, study.locale)) await deck.add(page);
  }
  file.relate(MAIN, 'theme', 'ppt/theme/theme1.xml');
  const slides = deck.ids.map((id, at) => `<p:sldId id="${256 + at}" r:id="${id}"/>`).join('');
  const size = `<p:sldSz cx="${Math.round(SLIDE.width * EMU)}" cy="${Math.round(SLIDE.height * EMU)}"/><p:notesSz cx="6858000" cy="9144000"/>`;
  file.add(
    MAIN,
    `${TYPE}presentation.main+xml`,
    () =>
      `${XML_HEADER}<p:presentation ${namespaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst><p:sldIdLst>${slides}</p:sldIdLst>${size}</p:presentation>`,
  );
  addProperties(file, study);
  return file.zip();
}

class Deck {
  readonly ids: string[] = [];
  private charts = 0;

  constructor(
    private readonly file: OfficePackage,
    private readonly study: StudyDocument,
    private readonly theme: StudyTheme,
  ) {}

  addCover(): void {
    const { title, subtitle } = this.study;
    const shapes = [
      placeholder(2, 'ctrTitle', undefined, plainRun(title)),
      placeholder(3, 'subTitle', 1, plainRun(subtitle)),
      this.logo(6),
      this.foot(4),
    ];
    this.write(1, shapes);
  }

  async add(page: Page): Promise<void> {
    const { file, study, theme } = this;
    const part = this.part(this.ids.length + 1);
    const shapes = [placeholder(2, 'title', undefined, plainRun(page.title))];
    let id = 3;
    for (const draw of page.shapes) {
      shapes.push(draw(id));
      // A map takes an id for each of its shapes.
      id += 1000;
    }
    const charts: string[] = [];
    for (const { block, box } of page.charts) {
      this.charts += 1;
      const place = { folder: 'ppt', owner: part, number: this.charts };
      const relation = await addChart(file, block, place, {
        date: study.date,
        theme,
        textSize: 13,
      });
      charts.push(chartFrame(id++, box, relation, block.description));
    }
    shapes.push(...charts);
    if (page.notes.length > 0)
      shapes.push(
        textBox(
          id++,
          'Notes',
          noteBox(page.notes),
          page.notes.map((one) => noteLine(one, theme)),
        ),
      );
    this.write(2, [...shapes, this.foot(id)]);
  }

  private logo(id: number): string {
    const { logo } = this.theme;
    if (!logo) return '';
    const relation = addLogo(this.file, 'ppt', this.part(1), logo);
    const size = logoSize(logo, { width: 3 * EMU, height: 1.2 * EMU });
    const names = attributes({ id, name: 'Logo', descr: 'Logo' });
    const look = pictureLook('p', relation, { x: 0.9 * EMU, y: 0.7 * EMU, ...size });
    return `<p:pic><p:nvPicPr><p:cNvPr${names}/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>${look}</p:pic>`;
  }

  private part(number: number): string {
    return `ppt/slides/slide${number}.xml`;
  }

  private foot(id: number): string {
    const { footer, banner } = this.study;
    const text = banner === undefined ? footer : `${footer} — ${banner}`;
    return placeholder(id, 'ftr', 11, plainRun(text)) + placeholder(id + 1, 'sldNum', 12, slideNumberRun);
  }

  private write(layout: number, shapes: readonly string[]): void {
    const part = this.part(this.ids.length + 1);
    const tree = shapeTree(shapes.join(''));
    // What a spelling checker goes by.
    const content = this.study.locale === 'fr' ? tree : tree.replaceAll('lang="fr-FR"', 'lang="en-GB"');
    this.file.relate(part, 'slideLayout', layoutPart(layout));
    this.file.add(
      part,
      `${TYPE}slide+xml`,
      () =>
        `${XML_HEADER}<p:sld ${namespaces}>${content}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    );
    this.ids.push(this.file.relate(MAIN, 'slide', part));
  }
}
