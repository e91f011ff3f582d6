import { catalogue } from '../../src/catalogue';
import { buildTemplate } from '../../src/contribution';
import { sampleRegion } from '../../src/sample';
import {
  figureFormat,
  type CellModel,
  type SheetModel,
  type WorkbookModel,
  writeWorkbook,
} from '../../src/xlsx';
import { itWithLibreOffice, recalculate } from '../support/libreoffice';
import { area, workbooksOf } from './read-model';

const workbooks = workbooksOf(sampleRegion('normandie', catalogue).files);

/** A small calculator for what the sample writes: SUM, SUMIFS, a cell, sums of those, a division by 1000. */
class Calculator {
  constructor(
    private readonly workbook: WorkbookModel,
    private readonly home: SheetModel,
    private readonly ranges: Map<string, (CellModel | undefined)[]>,
  ) {}

  value(formula: string): number {
    const thousandth = /^\((.*)\)\/1000$/.exec(formula);
    if (thousandth) return this.value(thousandth[1] ?? '') / 1000;
    return split(formula, '+').reduce((all, term) => all + this.term(term), 0);
  }

  private term(term: string): number {
    const [, name, inner = ''] = /^(SUM|SUMIFS)\((.*)\)$/.exec(term) ?? [];
    if (name === 'SUM') return this.range(inner).reduce((all, cell) => all + numberOf(cell), 0);
    if (name === 'SUMIFS') {
      const [summed = '', ...pairs] = split(inner, ',');
      const criteria = pairs.flatMap((range, index) =>
        index % 2 === 0 ? [{ cells: this.range(range), test: criterion(pairs[index + 1] ?? '') }] : [],
      );
      return this.range(summed)
        .filter((_, index) => criteria.every(({ cells, test }) => test(cells[index]?.value)))
        .reduce((all, cell) => all + numberOf(cell), 0);
    }
    const cells = this.range(term);
    if (cells.length !== 1) throw new Error(`Not understood: ${term}`);
    return numberOf(cells[0]);
  }

  private range(text: string): (CellModel | undefined)[] {
    const key = `${this.home.name}!${text}`;
    const cells = this.ranges.get(key) ?? this.findRange(text);
    this.ranges.set(key, cells);
    return cells;
  }

  private findRange(text: string): (CellModel | undefined)[] {
    const structured = /^(T_\w+)\[(\w+)\]$/.exec(text);
    if (structured) return this.tableColumn(structured[1] ?? '', structured[2] ?? '');
    const [, quoted, ref = ''] = /^(?:'((?:[^']|'')+)'!)?([$A-Z0-9:]+)$/.exec(text) ?? [];
    const name = quoted?.replaceAll("''", "'");
    const sheet = name === undefined ? this.home : this.workbook.sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`No sheet for ${text}`);
    const { top, left, bottom } = area(ref);
    return Array.from({ length: bottom - top + 1 }, (_, index) => sheet.rows[top + index]?.cells[left]);
  }

  private tableColumn(name: string, heading: string): (CellModel | undefined)[] {
    for (const sheet of this.workbook.sheets) {
      const table = sheet.tables?.find((one) => one.name === name);
      if (table === undefined) continue;
      const { top, left, bottom } = area(table.ref);
      const column = left + table.columns.indexOf(heading);
      return Array.from({ length: bottom - top }, (_, index) => sheet.rows[top + 1 + index]?.cells[column]);
    }
    throw new Error(`No table ${name}`);
  }
}

const numberOf = (cell: CellModel | undefined): number => (typeof cell?.value === 'number' ? cell.value : 0);

/** Parts at a separator that stands neither in a text nor between parentheses. */
function split(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const letter of text) {
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    if (letter === separator && depth === 0 && quote === '') parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

function criterion(text: string): (value: unknown) => boolean {
  const more = /^">(\d+)"$/.exec(text);
  if (more) return (value) => typeof value === 'number' && value > Number(more[1]);
  const words = /^"(.*)"$/.exec(text);
  return words ? (value) => value === words[1] : (value) => value === Number(text);
}

function formulas(
  workbook: WorkbookModel,
): { sheet: SheetModel; row: number; column: number; cell: CellModel }[] {
  return workbook.sheets.flatMap((sheet) =>
    sheet.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => (cell?.formula === undefined ? [] : [{ sheet, row, column, cell }])),
    ),
  );
}

/** The two formulas of the landlord with mistakes: broken, and never calculated. */
const isMistake = ({ formula, error }: CellModel): boolean =>
  error !== undefined || formula === 'SUM(12,30)*20';

it('stores with every formula the result it has', () => {
  let count = 0;
  const wrong: unknown[] = [];
  for (const { path, workbook } of workbooks) {
    const ranges = new Map<string, (CellModel | undefined)[]>();
    for (const { sheet, cell } of formulas(workbook)) {
      if (isMistake(cell)) continue;
      const expected = new Calculator(workbook, sheet, ranges).value(cell.formula ?? '');
      if (cell.value !== expected) wrong.push({ path, formula: cell.formula, value: cell.value, expected });
      count += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(4_000);
});

itWithLibreOffice(
  'is recalculated to the same results by LibreOffice, whatever the landlord’s manner',
  async () => {
    // Excel tables and their columns; ranges with a title above; thousands; a page of figures pointed at cell by cell.
    for (const slug of ['andainville', 'hetraie', 'havrelle']) {
      const { workbook } = workbooks.find(({ path }) => path === `contributions/${slug}.xlsx`) ?? {};
      if (workbook === undefined) throw new Error(`No workbook of ${slug}`);
      const values = await recalculate(await writeWorkbook(workbook));
      const found = formulas(workbook);
      expect(found.length).toBeGreaterThan(50);
      const wrong = found.filter(({ sheet, row, column, cell }) => {
        const value = Number(values.get(sheet.name)?.[row]?.[column]);
        return value.toPrecision(12) !== Number(cell.value).toPrecision(12);
      });
      expect({ slug, wrong: wrong.map(({ cell }) => cell) }).toEqual({ slug, wrong: [] });
    }
  },
);

test('no figure is shown with a decimal mark and nothing behind it, in the samples and in the template', () => {
  const template = buildTemplate({ siren: '732829320', name: 'Habitat', year: 2019 }, catalogue);
  const cells = [...workbooks.map(({ workbook }) => workbook), template].flatMap(({ sheets }) =>
    sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
  );
  const figures = cells.flatMap((one) => (one?.style?.format?.includes('#,##0') ? [one.style.format] : []));
  expect(figures.length).toBeGreaterThan(1000);
  // Excel shows 7070 in `#,##0.##` as « 7 070, ».
  expect(figures.filter((format) => /[.](?!0)/u.test(format))).toEqual([]);
  // Full-time equivalents with a decimal, dwellings and amounts whole.
  expect(['ETP', 'logement', '€', '€/m²/mois'].map(figureFormat)).toEqual([
    '#,##0.0',
    '#,##0',
    '#,##0',
    '#,##0.00',
  ]);
});
