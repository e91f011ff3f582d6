import type { Locale } from '../../../formula';
import { quoted } from '../../language/quotes';
import type { Block, BlockOf, Figure, TableCell } from '../../document';
import type { StudyTheme } from '../../theme';
import { attributes, escapeXml } from '../markup';
import { cellText, paragraph, row, run, table, tableCell } from './markup';

/** The width of the text on an A4 page, in twentieths of a point, with 2 cm margins. */
export const TEXT_WIDTH = 9638;
const FIGURES_ACROSS = 3;
/** English Metric Units in a twentieth of a point. */
const EMU = 635;

/** A block of text or a table, as the body of a document. */
export function blockXml(
  block: Exclude<Block, { kind: 'chart' | 'map' }>,
  theme: StudyTheme,
  locale: Locale,
): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.text);
    case 'warning':
      return paragraph(block.text, 'Warning');
    case 'figures':
      return figuresXml(block, theme);
    case 'table':
      return tableXml(block);
    case 'quote':
      return paragraph(quoted(block.text, locale), 'Quote') + paragraph(block.author, 'QuoteAuthor');
    case 'example':
      return (
        paragraph(block.title, 'Caption') +
        (block.place === '' ? '' : paragraph(block.place, 'FigureBeside')) +
        paragraph(block.text)
      );
    case 'list':
      return block.items
        .map(([word, meaning]) => `<w:p>${run(`${word}. `, '<w:b/>')}${run(meaning)}</w:p>`)
        .join('');
  }
}

function figuresXml({ figures }: BlockOf<'figures'>, theme: StudyTheme): string {
  const width = Math.floor(TEXT_WIDTH / FIGURES_ACROSS);
  const rows: string[] = [];
  for (let first = 0; first < figures.length; first += FIGURES_ACROSS) {
    const line = figures.slice(first, first + FIGURES_ACROSS);
    const cells = line.map((figure) => tableCell(figureXml(figure), width, theme.band));
    while (cells.length < FIGURES_ACROSS) cells.push(tableCell(paragraph(''), width));
    rows.push(row(cells));
  }
  const description = figures.map(({ label, value }) => `${label} : ${value.text}`).join(' ; ');
  const widths = Array.from({ length: FIGURES_ACROSS }, () => width);
  return table({ title: 'Chiffres clés', description, widths, rows }, 'TableNormal') + paragraph('', 'Note');
}

function figureXml({ label, value, beside }: Figure): string {
  return (
    paragraph(value.text + value.marks, 'FigureValue') +
    paragraph(label, beside === undefined ? 'FigureBeside' : 'FigureLabel') +
    (beside === undefined ? '' : paragraph(beside, 'FigureBeside'))
  );
}

function tableXml({ title, headings, rows, widths: parts }: BlockOf<'table'>): string {
  const others = headings.length - 1;
  // Labels take what the numbers leave them.
  const label = Math.round(TEXT_WIDTH * (others <= 2 ? 0.46 : others <= 3 ? 0.4 : 0.3));
  const width = Math.floor((TEXT_WIDTH - label) / Math.max(others, 1));
  const all = (parts ?? []).reduce((sum, one) => sum + one, 0);
  const widths = headings.map((_, at) => {
    const part = parts?.[at];
    if (part !== undefined) return Math.floor((TEXT_WIDTH * part) / all);
    return at === 0 ? label : width;
  });
  const isNumeric = (at: number): boolean => rows.some((cells) => typeof cells[at] !== 'string');
  const right = '<w:jc w:val="right"/>';
  const head = headings.map((text, at) =>
    tableCell(paragraph(text, 'TableHeading', isNumeric(at) ? right : ''), widths[at] ?? width),
  );
  const body = rows.map((cells) =>
    row(cells.map((one, at) => tableCell(paragraph(cellText(one), styleOf(one)), widths[at] ?? width))),
  );
  const description = `${headings.join(', ')} ; ${rows.length} lignes.`;
  return (
    paragraph(title, 'Caption') +
    table({ title, description, widths, rows: [row(head, true), ...body] }, 'StudyTable') +
    paragraph('', 'Note')
  );
}

const styleOf = (one: TableCell): string => (typeof one === 'string' ? 'TableText' : 'TableNumber');

/** A native chart, as wide as the text. */
export function chartXml(block: BlockOf<'chart'>, relation: string, id: number): string {
  const height = Math.min(
    5600,
    block.shape === 'line' ? 4400 : 1500 + 420 * block.labels.length * (1 + (block.series.length - 1) / 2),
  );
  const size = { cx: TEXT_WIDTH * EMU, cy: height * EMU };
  const properties = `<wp:docPr${attributes({ id, name: `Graphique ${id}`, descr: block.description })}/>`;
  const graphic = `<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${escapeXml(relation)}"/></a:graphicData></a:graphic>`;
  return `<w:p><w:pPr><w:spacing w:before="160" w:after="160"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent${attributes(size)}/><wp:effectExtent l="0" t="0" r="0" b="0"/>${properties}<wp:cNvGraphicFramePr/>${graphic}</wp:inline></w:drawing></w:r></w:p>`;
}
