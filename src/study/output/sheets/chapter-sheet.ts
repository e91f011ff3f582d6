import {
  area,
  cell,
  cellAddress,
  type CellModel,
  type ChartModel,
  type DrawingModel,
  Grid,
  palette,
  styles,
  type SheetModel,
} from '../../../xlsx';
import type { Block, BlockOf, Chapter, StudyDocument } from '../../document';
import { quoted } from '../../language/quotes';
import { unitBeside } from '../../language/amounts';
import type { StudyTheme } from '../../theme';
import { chartLook } from '../chart';
import { logoSize, pictureLook } from '../logo';
import { drawMap } from '../map-drawing';
import { attributes } from '../markup';
import { rangeOf, type StudyFigures } from './data-sheet';
import { mapDrawing } from './map';

const COLUMNS = 8;
/** Widths in letters: the first column holds labels. */
const FIRST = 44;
const OTHERS = 15;
/** At that scale the columns take the width of a landscape A4 page; Excel breaks pages where told at a scale only. */
const SCALE = 88;
/** Smaller, a page is no longer read at arm’s length. */
const LEAST_SCALE = 65;
/** Points that such a page holds at that scale, and the height of a row left alone. */
const PAGE = 545;
const DEFAULT_HEIGHT = 15;
const INCH = 914_400;
/** 15 points, in English Metric Units. */
const ROW_HEIGHT = 190_500;
/** Letters that fit in a line merged over the sheet. */
const LINE = 130;

/** The sheet of a chapter: its blocks one below the other, on pages that cut none. */
export class ChapterSheet {
  private readonly grid = new Grid();
  private readonly merges: string[] = [];
  private readonly charts: ChartModel[] = [];
  private readonly drawings: DrawingModel[] = [];
  private readonly breaks: number[] = [];
  /** Points written on the page so far. */
  private used = 0;

  constructor(
    private readonly study: StudyDocument,
    private readonly chapter: Chapter,
    private readonly name: string,
    private readonly figures: StudyFigures,
    private readonly theme: StudyTheme,
    private readonly withDrawings: boolean,
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
    this.keepTogether(0);
    for (const block of chapter.blocks) {
      const start = grid.next;
      this.block(block);
      this.keepTogether(start);
    }
    const notes = grid.next;
    grid.skip();
    for (const { text } of chapter.notes) this.line(text, styles.note);
    this.keepTogether(notes);
    // Somewhat smaller letters rather than a last page with three lines.
    const onePage = Math.floor((SCALE * PAGE) / heightOf(grid.rows()));
    const fits = onePage >= LEAST_SCALE;
    return {
      name: this.name,
      columns: [{ width: FIRST }, ...Array.from({ length: COLUMNS - 1 }, () => ({ width: OTHERS }))],
      rows: grid.rows(),
      merges: this.merges,
      ...(this.charts.length > 0 && { charts: this.charts }),
      ...(this.drawings.length > 0 && { drawings: this.drawings }),
      print: {
        landscape: true,
        scale: fits ? Math.min(SCALE, onePage) : SCALE,
        breaks: fits ? [] : this.breaks,
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
        return this.rows(block.title, block.headings, block.rows, block.widths);
      case 'chart':
        return this.chart(block);
      case 'quote':
        this.line(quoted(block.text, this.study.locale), { italic: true, size: 12, color: palette.primary });
        return this.line(block.author, styles.subtitle);
      case 'example':
        this.line(block.title, { bold: true, size: 12, color: palette.primary });
        if (block.place !== '') this.line(block.place, styles.subtitle);
        return this.line(block.text, styles.text);
      case 'list':
        for (const [word, text] of block.items) this.line(`${word} : ${text}`, styles.text);
    }
  }

  /** Begins a page before the rows from `start` on, when they would be cut. */
  private keepTogether(start: number): void {
    const height = heightOf(this.grid.rows().slice(start));
    if (this.used > 0 && this.used + height > PAGE && height < PAGE) {
      this.breaks.push(start);
      this.used = 0;
    }
    this.used = (this.used + height) % PAGE;
  }

  private rows(
    title: string,
    headings: readonly string[],
    rows: BlockOf<'table'>['rows'],
    widths?: readonly number[],
  ): void {
    const { grid } = this;
    grid.skip();
    if (title !== '') grid.add([cell(title, { bold: true, size: 12, color: palette.primary })], 20);
    const isNumeric = (at: number): boolean => rows.some((cells) => typeof cells[at] !== 'string');
    const starts = startsOf(headings.length > 0 ? headings.length : (rows[0]?.length ?? 1), widths);
    const put = (cells: readonly CellModel[], least: number): void => {
      const line: CellModel[] = [];
      let lines = 1;
      cells.forEach((one, at) => {
        const from = starts[at] ?? at;
        const last = at === cells.length - 1;
        // A last column of texts takes what is left of the width, in its blank rows too.
        const open = last && at > 1 && !isNumeric(at);
        const to = last ? (open || widths ? COLUMNS - 1 : from) : (starts[at + 1] ?? from + 1) - 1;
        if (to > from) this.merges.push(area(grid.next, from, grid.next, to));
        for (let column = from; column <= to; column += 1)
          line[column] = column === from ? one : cell(null, one.style);
        if (typeof one.value === 'string') lines = Math.max(lines, linesIn(one.value, from, to));
      });
      grid.add(line, Math.max(least, 15 * lines + 3));
    };
    if (headings.length > 0)
      put(
        headings.map((text, at) =>
          cell(text, isNumeric(at) ? { ...styles.heading, align: 'right' } : styles.heading),
        ),
        22,
      );
    for (const cells of rows) {
      const written = cells.map((one, at) => {
        if (typeof one !== 'string')
          return this.figures.cell(
            one,
            headings.length === 0 ? { ...styles.number, bold: true, size: 13 } : styles.number,
          );
        return cell(one === '' ? null : one, at === 0 ? styles.textLined : styles.unit);
      });
      put(written, 18);
    }
  }

  private chart(block: BlockOf<'chart'>): void {
    const { grid } = this;
    const look = chartLook(block, this.theme, () => ({ categories: '', values: '' }));
    const single = block.series.length === 1;
    this.rows(
      '',
      [look.title, ...block.series.map(({ name }) => (single ? '' : name))],
      // Excel draws a text as zero: what has no value is left blank, its reason being noted beside its label.
      block.labels.map((label, at) => [
        label,
        ...block.series.map(({ values }) => (typeof values[at]?.value === 'number' ? values[at] : '')),
      ]),
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
    if (this.withDrawings) {
      const drawing = drawMap(block, 7.6 * INCH, 4.2 * INCH, this.theme, this.study.locale);
      this.drawings.push(mapDrawing(block, drawing, cellAddress(grid.next, 0)));
      grid.skip(Math.ceil(drawing.height / ROW_HEIGHT) + 1);
    }
    this.rows(
      '',
      [],
      block.areas.map(({ label, value }) => [label, value]),
    );
  }

  private logo(): void {
    const { logo } = this.theme;
    if (!logo || !this.withDrawings) return;
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

/** In points. */
const heightOf = (rows: SheetModel['rows']): number =>
  rows.reduce((sum, row) => sum + (row.height ?? DEFAULT_HEIGHT), 0);

/** Where each column of a table begins among those of the sheet. */
function startsOf(count: number, widths: readonly number[] | undefined): number[] {
  if (!widths) return Array.from({ length: count }, (_, at) => at);
  const all = widths.reduce((sum, one) => sum + one, 0);
  const starts = [0];
  for (let at = 1; at < count; at += 1) {
    const before = widths.slice(0, at).reduce((sum, one) => sum + one, 0);
    const wished = Math.round(((before / all) * (FIRST + (COLUMNS - 1) * OTHERS) - FIRST) / OTHERS) + 1;
    // Each keeps a column at least, and leaves one to those that follow.
    const least = (starts[at - 1] ?? 0) + 1;
    starts.push(Math.min(Math.max(wished, least), COLUMNS - (count - at)));
  }
  return starts;
}

/** How many lines a text takes over some columns. */
function linesIn(text: string, from: number, to: number): number {
  const letters = (from === 0 ? FIRST : OTHERS) + (to - from) * OTHERS;
  return Math.ceil(text.length / (letters * 1.05));
}
