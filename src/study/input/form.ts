import {
  area,
  cell,
  Grid,
  palette,
  styles,
  type SheetModel,
  type TableData,
  type WorkbookModel,
  type WorkbookReader,
} from '../../xlsx';
import type { Contents } from '../data';

const forms = {
  quotes: {
    table: 'ETUDE_CITATIONS',
    sheet: 'Citations',
    explanation: 'Une parole par ligne : elle paraît entre guillemets, avec son auteur et sa fonction.',
    columns: ['Citation', 'Auteur', 'Fonction'],
    widths: [80, 26, 34],
  },
  examples: {
    table: 'ETUDE_EXEMPLES',
    sheet: 'Exemples',
    explanation: 'Une opération ou une action par ligne : elle paraît avec le bailleur et le lieu.',
    columns: ['Titre', 'Bailleur', 'Lieu', 'Texte'],
    widths: [34, 26, 24, 80],
  },
} as const;

const BLANK_ROWS = 20;

/** The empty form of what people write for a study: quotes and examples. */
export function prepareForm(title: string): WorkbookModel {
  return {
    title,
    creator: 'Impact HLM',
    modified: new Date(Date.UTC(2000, 0, 1)),
    sheets: Object.values(forms).map((form): SheetModel => {
      const grid = new Grid();
      grid.add([cell(form.sheet, styles.title)], 28);
      grid.add([cell(form.explanation, { color: palette.muted })]);
      grid.add(form.columns.map((text) => cell(text, styles.heading)));
      for (let row = 0; row < BLANK_ROWS; row += 1)
        grid.add(form.columns.map(() => cell(null, styles.input)));
      return {
        name: form.sheet,
        columns: form.widths.map((width) => ({ width })),
        rows: grid.rows(),
        tables: [
          {
            name: form.table,
            ref: area(2, 0, 2 + BLANK_ROWS, form.columns.length - 1),
            columns: [...form.columns],
          },
        ],
        freeze: { rows: 3, columns: 0 },
        print: { landscape: true, fitToWidth: true },
        gridLines: false,
      };
    }),
    properties: { impact_classeur: 'formulaire_etude' },
  };
}

/** Whether a workbook is a filled form, possibly in a workbook of other sheets. */
export function isForm(workbook: WorkbookReader): boolean {
  return Object.values(forms).some(({ table }) =>
    workbook.tables.some((one) => one.name.toUpperCase() === table),
  );
}

/** Reads the form; lines left blank are passed over. */
export async function readForm(workbook: WorkbookReader): Promise<Contents> {
  const lines = async (which: keyof typeof forms): Promise<string[][]> => {
    const { table: name, columns } = forms[which];
    if (!workbook.tables.some((one) => one.name.toUpperCase() === name)) return [];
    const table = await workbook.readTable(name);
    return Array.from({ length: table.rowCount }, (_, row) =>
      columns.map((heading) => textAt(table, row, heading)),
    ).filter((cells) => cells.some((one) => one !== ''));
  };
  const quotes = await lines('quotes');
  const examples = await lines('examples');
  return {
    quotes: quotes.map(([text = '', author = '', role = '']) => ({ text, author, role })),
    examples: examples.map(([title = '', landlord = '', place = '', text = '']) => ({
      title,
      landlord,
      place,
      text,
    })),
  };
}

function textAt(table: TableData, row: number, heading: string): string {
  const column = table.columns.findIndex((one) => one.trim() === heading);
  const value = column < 0 ? undefined : table.cell(row, column);
  return value === undefined ? '' : String(value).trim();
}
