import { tableNames } from '../contribution';
import type { CellModel, RowModel, SheetModel, WorkbookModel } from '../xlsx';
import type { SampleFact } from './facts';

/** A cell of a row of `IMPACT_DONNEES` to be written otherwise, by its heading. */
type Change = Readonly<Record<string, CellModel | undefined>>;

/** What goes wrong in the workbook of the landlord that makes mistakes; never on a figure the region is known by. */
const changes: Readonly<Record<string, Change>> = {
  // A formula whose source column was deleted.
  log_label_senior: { valeur: { formula: 'SUM(#REF!)', error: '#REF!' } },
  // A unit that measures something else.
  dep_adapt: { unite: { value: 'm²' } },
  // A sign typed by mistake.
  part_assoc_nb: { valeur: { value: -4 } },
  // Words where a number is expected.
  locaux_nb: { valeur: { value: 'environ 12' } },
  // A formula that no program has calculated yet.
  heures_formation: { valeur: { formula: 'SUM(12,30)*20' } },
};

/** An unknown code, and a figure given twice with different values. */
const additions: readonly Change[] = [
  { code: { value: 'nb_piscines' }, valeur: { value: 3 } },
  { code: { value: 'acc' }, valeur: { value: 9 } },
];

/** The same figures with the mistakes in them. Every mistaken figure is first made a number, whatever it was. */
export function withMistakes(workbook: WorkbookModel): WorkbookModel {
  return { ...workbook, sheets: workbook.sheets.map(spoil) };
}

/** Facts whose gap would hide a mistake. */
export function isSpoilt(fact: SampleFact): boolean {
  return fact.code in changes || fact.code === 'acc';
}

function spoil(sheet: SheetModel): SheetModel {
  const table = sheet.tables?.find((one) => one.name === tableNames.facts);
  if (table === undefined) return sheet;
  const [, first = '', last = ''] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(table.ref) ?? [];
  const heading = Number(first) - 1;
  const end = Number(last);
  const columns = (sheet.rows[heading]?.cells ?? []).map((cell) =>
    String(cell?.value ?? '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase(),
  );
  const codeColumn = columns.indexOf('code');
  const changed = (row: RowModel, change: Change): RowModel => ({
    ...row,
    cells: columns.map((column, index) => (column in change ? change[column] : row.cells[index])),
  });
  const spoilt = sheet.rows.map((row, index) => {
    if (index <= heading || index >= end) return row;
    const change = changes[String(row.cells[codeColumn]?.value)];
    return change === undefined ? row : changed(row, change);
  });
  const like = sheet.rows[end - 1] ?? { cells: [] };
  const sample =
    sheet.rows.slice(heading + 1, end).find((row) => row.cells[codeColumn]?.value === 'acc') ?? like;
  const more = additions.map((change) =>
    changed(sample, { libelle: undefined, unite: undefined, ...change }),
  );
  return {
    ...sheet,
    rows: [...spoilt.slice(0, end), ...more, ...spoilt.slice(end)],
    tables: sheet.tables?.map((one) =>
      one === table ? { ...one, ref: one.ref.replace(/\d+$/, String(end + more.length)) } : one,
    ),
  };
}
