import type { Catalogue } from '../../catalogue';
import {
  area,
  cell,
  cellAddress,
  Grid,
  palette,
  styles,
  type SheetModel,
  type ValidationModel,
  type WorkbookModel,
} from '../../xlsx';
import type { StudyTemplate } from '../template/load';
import type { RawBlock, RawTemplate } from '../template/schema';
import { themeSettings } from '../theme';
import {
  editsTable,
  type FormName,
  formTables,
  type FormTable,
  templateTable,
  themeTable,
  writtenTable,
} from './tables';
import { rowsOfTemplate, templateChoices } from './template-table';

const BLANK_ROWS = 30;
const HEADING_ROW = 2;
const CODES = 'Codes';
/** Excel takes a list of so many letters at most. */
const LONGEST_LIST = 255;

/** The tables that the blocks of a template show. */
function tablesOf(template: RawTemplate): FormName[] {
  const blocks: readonly RawBlock[] = template.chapters.flatMap((one) => one.blocks);
  const uses = (key: string): boolean => blocks.some((one) => key in one);
  return [
    ...(uses('targets') ? (['targets'] as const) : []),
    ...(uses('proposals') ? (['proposals'] as const) : []),
    ...(uses('review') ? (['review'] as const) : []),
    'quotes',
    'examples',
  ];
}

/** The tables of the form that a template shows, by their names. */
export function formTablesOf({ chapters }: Pick<RawTemplate | StudyTemplate, 'chapters'>): string[] {
  const blocks: readonly object[] = chapters.flatMap((one) => [...one.blocks]);
  const shown = (name: FormName): boolean =>
    blocks.some((one) => name in one || ('contents' in one && one.contents === name));
  const names = Object.keys(formTables) as FormName[];
  return names.filter(shown).map((name) => formTables[name].table);
}

/**
 * The sheets of tables of the form that a workbook lacks, and that of rewritten texts with them.
 * @param wanted names of tables
 */
export function formSheets(
  wanted: readonly string[],
  catalogue: Catalogue,
  isThere: (kind: 'table' | 'sheet', name: string) => boolean,
): SheetModel[] {
  const codes = codesOf(catalogue);
  const forms: readonly FormTable[] = Object.values(formTables);
  const missing = forms.filter(({ table }) => wanted.includes(table) && !isThere('table', table));
  const proposesCodes = missing.some(({ columns }) => columns.some((one) => one.indicators));
  return [
    ...missing.map((one) => formSheet(one, [], BLANK_ROWS, codes.length)),
    ...(proposesCodes && !isThere('sheet', CODES) ? [codesSheet(codes)] : []),
    ...(isThere('table', editsTable.table) ? [] : [editsSheet()]),
  ];
}

/** Where rewritten texts are kept: a table of one blank line, that grows. */
export const editsSheet = (): SheetModel => formSheet(editsTable, [], 1, 0);

/** Where the sheets of studies written in a workbook are listed. */
export const writtenSheet = (): SheetModel => formSheet(writtenTable, [], 1, 0);

/** The empty form of what people write for a study, with the template itself and the look, to be changed there. */
export function prepareForm(template: RawTemplate, catalogue: Catalogue): WorkbookModel {
  const codes = codesOf(catalogue);
  const sheet = (table: FormTable, rows: readonly (readonly string[])[], blank: number): SheetModel =>
    formSheet(table, rows, blank, codes.length);
  const look = themeSettings.map(({ name, explanation }) => [name, '', explanation]);
  const lines = rowsOfTemplate(template).map((row) =>
    templateTable.columns.map(({ heading }) => row[heading] ?? ''),
  );
  return {
    title: `Formulaire : ${template.label.fr}`,
    creator: 'Impact HLM',
    modified: new Date(Date.UTC(2000, 0, 1)),
    sheets: [
      ...tablesOf(template).map((name) => sheet(formTables[name], [], BLANK_ROWS)),
      sheet(themeTable, look, 0),
      sheet(withChoices(templateTable), lines, BLANK_ROWS),
      codesSheet(codes),
    ],
    properties: { impact_classeur: 'formulaire_etude' },
  };
}

const codesOf = (catalogue: Catalogue): string[][] =>
  [...catalogue.indicators.values()].map((one) => [one.code, one.label.fr, one.unit]);

function withChoices(table: FormTable): FormTable {
  const choices: Readonly<Record<string, readonly string[]>> = templateChoices;
  return {
    ...table,
    columns: table.columns.map((one) => ({
      ...one,
      ...(choices[one.heading] ? { choices: choices[one.heading] } : {}),
    })),
  };
}

function formSheet(
  form: FormTable,
  rows: readonly (readonly string[])[],
  blank: number,
  codes: number,
): SheetModel {
  const grid = new Grid();
  grid.add([cell(form.sheet, styles.title)], 28);
  grid.add([cell(form.explanation, { color: palette.muted })]);
  grid.add(form.columns.map(({ heading }) => cell(heading, styles.heading)));
  for (const row of rows) grid.add(row.map((text) => cell(text === '' ? null : text, styles.input)));
  for (let row = 0; row < blank; row += 1) grid.add(form.columns.map(() => cell(null, styles.input)));
  const last = HEADING_ROW + rows.length + blank;
  const validations = form.columns.flatMap((column, at): ValidationModel[] => {
    const ref = `${cellAddress(HEADING_ROW + 1, at)}:${cellAddress(last, at)}`;
    const list = { ref, kind: 'list', severity: 'information' } as const;
    if (column.indicators) return [{ ...list, formula: `${CODES}!$A$4:$A$${3 + codes}` }];
    const words = column.choices ?? [];
    const fits =
      words.length > 0 && words.join(',').length <= LONGEST_LIST && !words.some((one) => one.includes(','));
    return fits ? [{ ...list, values: words }] : [];
  });
  return {
    name: form.sheet,
    columns: form.columns.map(({ width }) => ({ width })),
    rows: grid.rows(),
    tables: [
      {
        name: form.table,
        ref: area(HEADING_ROW, 0, last, form.columns.length - 1),
        columns: form.columns.map(({ heading }) => heading),
      },
    ],
    validations,
    freeze: { rows: HEADING_ROW + 1, columns: 0 },
    print: { landscape: true, fitToWidth: true },
    gridLines: false,
  };
}

/** What the lists of codes take their words from, and what each code is. */
function codesSheet(codes: readonly (readonly string[])[]): SheetModel {
  const grid = new Grid();
  grid.add([cell(CODES, styles.title)], 28);
  grid.add([
    cell('Les indicateurs du catalogue, pour les codes des autres feuilles.', { color: palette.muted }),
  ]);
  grid.add(['Code', 'Indicateur', 'Unité'].map((text) => cell(text, styles.heading)));
  for (const row of codes) grid.add(row.map((text) => cell(text.replaceAll("'", '’'), styles.textLined)));
  return {
    name: CODES,
    columns: [{ width: 12 }, { width: 80 }, { width: 18 }],
    rows: grid.rows(),
    freeze: { rows: HEADING_ROW + 1, columns: 0 },
    print: { fitToWidth: true },
    gridLines: false,
  };
}
