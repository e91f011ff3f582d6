import type { Locale } from '../../../formula';
import type { Block, BlockOf, Chapter, Note, TableCell } from '../../document';
import type { StudyTheme } from '../../theme';
import { quoted } from '../../language/quotes';
import { drawMap } from '../map-drawing';
import { mapGroup } from './map';
import { type Box, heightOf, type Line, linesOf, tableFrame, textBox } from './shapes';

/** What stands on a slide, below its title. */
export interface Page {
  readonly title: string;
  readonly shapes: ((id: number) => string)[];
  readonly charts: { readonly block: BlockOf<'chart'>; readonly box: Box }[];
  /** All that is written on it: tells which notes it needs. */
  readonly texts: string[];
  notes: readonly string[];
}

const LEFT = 0.6;
const WIDTH = 12.13;
const TOP = 1.3;
const BOTTOM = 6.85;
const NOTE_SIZE = 9;
/** Largest first; below, a slide is not read. */
const TABLE_SIZES = [12, 11, 10, 9] as const;
/** In inches: lower, a chart or a map no longer shows anything. */
const LEAST_DRAWING = 3.1;
const EMU = 914_400;
/** The marks in a text; the ² of m² is none. */
const inText = /(?<!(?<!\p{L})[ck]?m)[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu;

/** Spreads a chapter over as many slides as it needs: nothing overflows, each slide has the notes of its numbers. */
export function pagesOf(chapter: Chapter, theme: StudyTheme, locale: Locale): Page[] {
  const layout = new Layout(chapter, theme, locale);
  for (const block of chapter.blocks) layout.add(block);
  return layout.pages.map((page) => ({ ...page, notes: notesOf(page, chapter.notes) }));
}

/** Where the notes of a slide stand. */
export function noteBox(notes: readonly string[]): Box {
  const height = heightOfNotes(notes);
  return { x: LEFT, y: BOTTOM - height, width: WIDTH, height };
}

export const noteLine = (text: string, theme: StudyTheme): Line => ({
  text,
  size: NOTE_SIZE,
  color: theme.muted,
});

function heightOfNotes(notes: readonly string[]): number {
  const lines = notes.reduce((sum, one) => sum + linesOf(one, WIDTH, NOTE_SIZE), 0);
  return lines === 0 ? 0 : heightOf(lines, NOTE_SIZE) + 0.12;
}

function notesOf({ texts }: Page, notes: readonly Note[]): string[] {
  const used = new Set(texts.flatMap((text) => text.match(inText) ?? []));
  return notes.filter(({ mark }) => used.has(mark)).map(({ short }) => short);
}

class Layout {
  readonly pages: Page[] = [];
  private y = BOTTOM;
  private readonly bottom: number;

  constructor(
    private readonly chapter: Chapter,
    private readonly theme: StudyTheme,
    private readonly locale: Locale,
  ) {
    this.bottom = BOTTOM - heightOfNotes(chapter.notes.map(({ short }) => short)) - 0.05;
  }

  add(block: Block): void {
    switch (block.kind) {
      case 'figures':
        return this.figures(block);
      case 'paragraph':
        return this.lines([{ text: block.text, size: 16, color: this.theme.ink }]);
      case 'warning':
        return this.lines([{ text: block.text, size: 14, bold: true, color: this.theme.warn }]);
      case 'map':
        return this.map(block);
      case 'quote':
        return this.lines([
          { text: quoted(block.text, this.locale), size: 18, italic: true, color: this.theme.primary },
          { text: block.author, size: 13, color: this.theme.muted },
        ]);
      case 'example':
        return this.lines([
          { text: block.title, size: 16, bold: true, color: this.theme.primary },
          ...(block.place === '' ? [] : [{ text: block.place, size: 12, color: this.theme.muted }]),
          { text: block.text, size: 14, color: this.theme.ink },
        ]);
      case 'list':
        for (const [word, text] of block.items)
          this.lines([{ lead: `${word}. `, text, size: 11, color: this.theme.ink }]);
        return;
      case 'table':
        return this.table(block);
      case 'chart':
        return this.chart(block);
    }
  }

  /** The page with at least that much room. */
  private room(height: number): Page {
    const last = this.pages.at(-1);
    if (last && this.y + height <= this.bottom) return last;
    const page: Page = { title: this.chapter.title, shapes: [], charts: [], texts: [], notes: [] };
    this.pages.push(page);
    this.y = TOP;
    return page;
  }

  private lines(lines: readonly Line[]): void {
    const height = lines.reduce(
      (sum, one) => sum + heightOf(linesOf((one.lead ?? '') + one.text, WIDTH - 0.2, one.size), one.size),
      0.12,
    );
    const page = this.room(height);
    const box = { x: LEFT, y: this.y, width: WIDTH, height };
    page.shapes.push((id) => textBox(id, `Texte ${id}`, box, lines));
    page.texts.push(...lines.map(({ text }) => text));
    this.y += height + 0.05;
  }

  private figures({ figures }: BlockOf<'figures'>): void {
    const gap = 0.2;
    const width = (WIDTH - 2 * gap) / 3;
    const height = 1.25;
    const whole = Math.ceil(figures.length / 3) * (height + 0.15);
    // Together where one slide holds them all.
    if (TOP + whole <= this.bottom) this.room(whole);
    for (let first = 0; first < figures.length; first += 3) {
      const page = this.room(height);
      figures.slice(first, first + 3).forEach(({ label, value, beside }, at) => {
        const box = { x: LEFT + at * (width + gap), y: this.y, width, height };
        const lines: Line[] = [
          { text: value.text + value.marks, size: 24, bold: true, color: this.theme.primary },
          { text: label, size: 12, color: this.theme.ink },
          ...(beside === undefined ? [] : [{ text: beside, size: 11, color: this.theme.muted }]),
        ];
        page.shapes.push((id) => textBox(id, `Chiffre ${id}`, box, lines, this.theme.band));
        page.texts.push(value.text + value.marks);
      });
      this.y += height + 0.15;
    }
  }

  /** As high as wished, less if what is left of the slide still shows it well. */
  private fitted(wished: number): number {
    const left = this.pages.length === 0 ? 0 : this.bottom - this.y;
    if (left >= LEAST_DRAWING) return Math.min(wished, left);
    return Math.min(wished, this.bottom - TOP);
  }

  private chart(block: BlockOf<'chart'>): void {
    const bars = block.labels.length * (1 + (block.series.length - 1) / 2);
    const height = this.fitted(block.shape === 'line' ? 4.8 : Math.max(3.2, 1.4 + 0.5 * bars));
    const page = this.room(height);
    page.charts.push({ block, box: { x: LEFT, y: this.y, width: WIDTH, height } });
    page.texts.push(...block.labels);
    this.y += height + 0.1;
  }

  private map(block: BlockOf<'map'>): void {
    const most = this.fitted(5.3) - 0.5;
    const drawing = drawMap(block, WIDTH * EMU, most * EMU, this.theme, this.locale);
    const height = drawing.height / EMU;
    const page = this.room(height + 0.5);
    const caption: Line = { text: block.title, size: 14, bold: true, color: this.theme.primary };
    const captionBox = { x: LEFT, y: this.y, width: WIDTH, height: 0.36 };
    page.shapes.push((id) => textBox(id, `Titre de la carte ${id}`, captionBox, [caption]));
    const box = { x: LEFT, y: this.y + 0.42, width: WIDTH, height };
    page.shapes.push((id) => mapGroup(id, box, drawing, block.description));
    page.texts.push(...block.areas.map(({ value }) => value.marks));
    this.y += height + 0.55;
  }

  private table({ title, headings, rows, widths: parts }: BlockOf<'table'>): void {
    const label = WIDTH * (headings.length <= 3 ? 0.5 : 0.34);
    const width = (WIDTH - label) / Math.max(headings.length - 1, 1);
    const all = (parts ?? []).reduce((sum, one) => sum + one, 0);
    const widths = headings.map((_, at) => {
      const part = parts?.[at];
      if (part !== undefined) return (WIDTH * part) / all;
      return at === 0 ? label : width;
    });
    const heightAt = (size: number, cells: readonly string[]): number =>
      heightOf(
        Math.max(...cells.map((text, at) => linesOf(text, (widths[at] ?? width) - 0.15, size))),
        size,
      ) + 0.06;
    const texts = [headings, ...rows.map((cells) => cells.map(textOf))];
    const room = this.bottom - TOP - 0.38;
    // Smaller letters rather than a last line alone on a slide.
    const size =
      TABLE_SIZES.find((one) => texts.reduce((sum, cells) => sum + heightAt(one, cells), 0) <= room) ?? 10;
    const heightOfRow = (cells: readonly string[]): number => heightAt(size, cells);
    const numeric = headings.map((_, at) => rows.some((cells) => typeof cells[at] !== 'string'));
    const head = {
      height: heightOfRow(headings),
      cells: headings.map((text, at): Line => ({
        text,
        size,
        bold: true,
        color: 'FFFFFF',
        ...(numeric[at] ? { align: 'r' } : {}),
      })),
    };
    const lines = rows.map((cells) => cells.map((one): Line => this.cell(one, size)));
    // Whole on the next slide rather than its first rows here.
    const whole = texts.reduce((sum, cells) => sum + heightOfRow(cells), 0);
    const here = this.bottom - this.y - 0.38;
    if (whole <= room && here < whole / 2) this.room(whole + 0.38);
    let next = 0;
    while (next < lines.length) {
      // A title alone at the bottom of a slide says nothing: at least three rows with it.
      const page = this.room(0.4 + head.height + 3 * heightOfRow(['']));
      const start = this.y + 0.38;
      const fitting = [head];
      let height = head.height;
      for (; next < lines.length; next += 1) {
        const cells = lines[next] ?? [];
        const rowHeight = heightOfRow(cells.map(({ text }) => text));
        if (fitting.length > 1 && start + height + rowHeight > this.bottom) break;
        fitting.push({ height: rowHeight, cells });
        height += rowHeight;
      }
      const caption: Line = { text: title, size: 14, bold: true, color: this.theme.primary };
      const captionBox = { x: LEFT, y: this.y, width: WIDTH, height: 0.36 };
      page.shapes.push((id) => textBox(id, `Titre du tableau ${id}`, captionBox, [caption]));
      const box = { x: LEFT, y: start, width: WIDTH, height };
      const description = `${title} : ${headings.join(', ')}`;
      page.shapes.push((id) => tableFrame(id, { box, description, widths, rows: fitting }, this.theme));
      page.texts.push(...fitting.flatMap(({ cells }) => cells.map(({ text }) => text)));
      this.y = start + height + 0.15;
    }
  }

  private cell(one: TableCell, size: number): Line {
    const line = { text: textOf(one), size, color: this.theme.ink };
    return typeof one === 'string' ? line : { ...line, align: 'r' };
  }
}

const textOf = (one: TableCell): string => (typeof one === 'string' ? one : one.text + one.marks);
