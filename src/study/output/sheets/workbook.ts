import {
  area,
  cell,
  cellAddress,
  type ChartModel,
  type DrawingModel,
  Grid,
  palette,
  sheetNameFrom,
  styles,
  type SheetModel,
  type WorkbookModel,
} from '../../../xlsx';
import type { Block, BlockOf, Chapter, StudyDocument } from '../../document';
import { unitBeside } from '../../language/amounts';
import { defaultTheme, type StudyTheme } from '../../theme';
import { chartLook } from '../chart';
import { logoSize, pictureLook } from '../logo';
import { drawMap } from '../map-drawing';
import { attributes } from '../markup';
import { mapDrawing } from './map';
import { recoloured } from './recolour';
import { dataSheetName, rangeOf, StudyFigures } from './data-sheet';

const COLUMNS = 8;
const INCH = 914_400;
/** 15 points, in English Metric Units. */
const ROW_HEIGHT = 190_500;
/** Letters that fit in a line merged over the sheet. */
const LINE = 130;

/** The study as a workbook: a sheet for each chapter, live on the table of its figures, with native charts. */
export function studyWorkbook(study: StudyDocument, theme: StudyTheme = defaultTheme): WorkbookModel {
  const figures = new StudyFigures(study);
  const taken = [dataSheetName(study.locale)];
  const internal = study.banner === undefined ? '' : ' — interne';
  const footer = `&L${(study.footer + internal).replaceAll('&', '&&').slice(0, 120)}&R&A — page &P / &N`;
  const sheets = study.chapters.map((chapter, at) => {
    const name = sheetNameFrom(chapter.title, taken);
    taken.push(name);
    return new ChapterSheet(study, chapter, name, figures, theme).sheet(at === 0, footer);
  });
  return {
    title: study.title,
    creator: 'Impact HLM',
    modified: study.date,
    sheets: [...sheets, figures.sheet(footer)].map((one) => recoloured(one, theme)),
    font: theme.font,
    properties: { impact_classeur: 'etude' },
  };
}

class ChapterSheet {
  private readonly grid = new Grid();
  private readonly merges: string[] = [];
  private readonly charts: ChartModel[] = [];
  private readonly drawings: DrawingModel[] = [];

  constructor(
    private readonly study: StudyDocument,
    private readonly chapter: Chapter,
    private readonly name: string,
    private readonly figures: StudyFigures,
    private readonly theme: StudyTheme,
  ) {}

  sheet(first: boolean, footer: string): SheetModel {
    const { study, chapter, grid } = this;
    if (first) {
      this.logo();
      this.line(study.title, { ...styles.title, size: 22 }, 34);
      this.line(study.subtitle, styles.subtitle);
    }
    if (study.banner !== undefined)
      this.line(study.banner, { bold: true, color: palette.warn, fill: palette.warnFill });
    this.line(chapter.title, styles.title, 28);
    for (const block of chapter.blocks) this.block(block);
    grid.skip();
    for (const { text } of chapter.notes) this.line(text, styles.note);
    return {
      name: this.name,
      columns: [{ width: 44 }, ...Array.from({ length: COLUMNS - 1 }, () => ({ width: 15 }))],
      rows: grid.rows(),
      merges: this.merges,
      charts: this.charts,
      drawings: this.drawings,
      print: {
        landscape: true,
        fitToWidth: true,
        area: area(0, 0, grid.next - 1, COLUMNS - 1),
        footer,
        ...(study.banner === undefined ? {} : { header: `&C${study.banner}` }),
      },
      gridLines: false,
      tabColor: palette.primary,
    };
  }

  /** A text over the whole width. */
  private line(text: string, style: NonNullable<Parameters<typeof cell>[1]>, least = 16): void {
    this.merges.push(area(this.grid.next, 0, this.grid.next, COLUMNS - 1));
    const lines = Math.max(1, Math.ceil(text.length / LINE));
    this.grid.add(
      [cell(text, { ...style, wrap: true, verticalAlign: 'top' })],
      Math.max(least, 15 * lines + 2),
    );
  }

  private block(block: Block): void {
    switch (block.kind) {
      case 'paragraph':
        this.grid.skip();
        return this.line(block.text, styles.text);
      case 'warning':
        return this.line(block.text, {
          ...styles.text,
          bold: true,
          color: palette.warn,
          fill: palette.warnFill,
        });
      case 'map':
        return this.map(block);
      case 'figures':
        return this.rows(
          '',
          [],
          block.figures.map(({ label, value, beside }) => [
            label + unitBeside(value.unit),
            value,
            beside ?? '',
          ]),
        );
      case 'table':
        return this.rows(block.title, block.headings, block.rows);
      case 'chart':
        return this.chart(block);
      case 'quote':
        this.line(`« ${block.text} »`, { italic: true, size: 12, color: palette.primary });
        return this.line(block.author, styles.subtitle);
      case 'example':
        this.line(block.title, { bold: true, size: 12, color: palette.primary });
        if (block.place !== '') this.line(block.place, styles.subtitle);
        return this.line(block.text, styles.text);
      case 'list':
        for (const [word, text] of block.items) this.line(`${word} : ${text}`, styles.text);
    }
  }

  private rows(title: string, headings: readonly string[], rows: BlockOf<'table'>['rows']): void {
    const { grid } = this;
    grid.skip();
    if (title !== '') grid.add([cell(title, { bold: true, size: 12, color: palette.primary })], 20);
    const isNumeric = (at: number): boolean => rows.some((cells) => typeof cells[at] !== 'string');
    if (headings.length > 0)
      grid.add(
        headings.map((text, at) =>
          cell(text, isNumeric(at) ? { ...styles.heading, align: 'right' } : styles.heading),
        ),
        32,
      );
    for (const cells of rows) {
      const written = cells.map((one, at) => {
        if (typeof one !== 'string')
          return this.figures.cell(
            one,
            headings.length === 0 ? { ...styles.number, bold: true, size: 13 } : styles.number,
          );
        return cell(one, at === 0 ? styles.textLined : styles.unit);
      });
      // A benchmark in words takes what is left of the width.
      const last = cells.length - 1;
      if (last > 1 && typeof cells[last] === 'string')
        this.merges.push(area(grid.next, last, grid.next, COLUMNS - 1));
      grid.add(written, 16 * Math.max(1, Math.ceil(String(cells[0]).length / 46)) + 2);
    }
  }

  private chart(block: BlockOf<'chart'>): void {
    const { grid } = this;
    const look = chartLook(block, this.theme, () => ({ categories: '', values: '' }));
    const single = block.series.length === 1;
    this.rows(
      '',
      [look.title, ...block.series.map(({ name }) => (single ? '' : name))],
      block.labels.map((label, at) => [label, ...block.series.flatMap(({ values }) => values[at] ?? [])]),
    );
    const last = grid.next - 1;
    const first = last - block.labels.length + 1;
    const bars = block.labels.length * (1 + (block.series.length - 1) / 2);
    const height = block.shape === 'line' ? 18 : Math.min(26, Math.round(8 + 2 * bars));
    const top = grid.next + 1;
    this.charts.push({
      ...chartLook(block, this.theme, (at) => ({
        categories: rangeOf(this.name, 0, first, last),
        values: rangeOf(this.name, at + 1, first, last),
      })),
      from: cellAddress(top, 0),
      to: cellAddress(top + height - 1, COLUMNS - 2),
    });
    grid.skip(height + 2);
  }

  /** The shapes, with the figures they show beneath, as cells. */
  private map(block: BlockOf<'map'>): void {
    const { grid } = this;
    grid.skip();
    grid.add([cell(block.title, { bold: true, size: 12, color: palette.primary })], 20);
    const drawing = drawMap(block, 7.6 * INCH, 4.2 * INCH, this.theme, this.study.locale);
    this.drawings.push(mapDrawing(block, drawing, cellAddress(grid.next, 0)));
    grid.skip(Math.ceil(drawing.height / ROW_HEIGHT) + 1);
    this.rows(
      '',
      [],
      block.areas.map(({ label, value }) => [label, value]),
    );
  }

  private logo(): void {
    const { logo } = this.theme;
    if (!logo) return;
    const size = logoSize(logo, { width: 2.2 * INCH, height: 0.8 * INCH });
    this.drawings.push({
      from: cellAddress(this.grid.next, 0),
      ...size,
      picture: logo,
      xml: (id, relation) =>
        `<xdr:pic><xdr:nvPicPr><xdr:cNvPr${attributes({ id, name: 'Logo', descr: 'Logo' })}/><xdr:cNvPicPr/></xdr:nvPicPr>${pictureLook('xdr', relation, { x: 0, y: 0, ...size })}</xdr:pic>`,
    });
    this.grid.add([], Math.ceil(size.height / 12_700) + 6);
  }
}
