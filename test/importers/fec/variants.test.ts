import { bytesOf, fields, figuresOf, HEADINGS, invoice, valuesOf, type EntryLine } from './support';

/** Two invoices and one salary; an accent, a quote and an apostrophe in the texts. */
const LINES: readonly EntryLine[] = [
  ...invoice(1, '615200', '1200,50', 'F1', { text: 'Ravalement "été"' }),
  ...invoice(2, '606100', '300,00', 'F2', { text: 'Électricité' }),
  { entry: 3, journal: 'PA', account: '641100', debit: '3000,00', text: 'Paie d’avril' },
  { entry: 3, journal: 'PA', account: '421000', credit: '3000,00', text: 'Paie d’avril' },
];
/** By hand, from the lines above. */
const EXPECTED = {
  dep_ge: 1200.5,
  achats_fonctionnement: 300,
  achats_total: 1500.5,
  salaires_bruts: 3000,
  montant_factures: 0,
};

type Cells = readonly (readonly string[])[];
const TABLE: Cells = [HEADINGS, ...LINES.map(fields)];
const joined = (table: Cells, separator: string, end = '\r\n') =>
  table.map((one) => one.join(separator)).join(end) + end;
const at = (name: string) => HEADINGS.indexOf(name);
const body = (change: (row: readonly string[]) => readonly string[]): Cells => [
  HEADINGS,
  ...TABLE.slice(1).map(change),
];
const replaced = (row: readonly string[], column: string, value: string) =>
  row.map((cell, index) => (index === at(column) ? value : cell));
const padded = (text: string) => text.padStart(16, '0');

/** windows-1252, in which these texts are their code points but for the apostrophe. */
const cp1252 = (text: string) => Uint8Array.from(text, (one) => (one === '’' ? 0x92 : one.charCodeAt(0)));

const oneAmount = (side: (isDebit: boolean) => string): Cells =>
  TABLE.map((row, index) =>
    index === 0
      ? [...row.slice(0, 11), 'Montant', 'Sens', ...row.slice(13)]
      : [
          ...row.slice(0, 11),
          row[11] === '0,00' ? (row[12] ?? '') : (row[11] ?? ''),
          side(row[11] !== '0,00'),
          ...row.slice(13),
        ],
  );

const variants: Readonly<Record<string, string | Uint8Array>> = {
  tabulations: joined(TABLE, '\t'),
  'vertical bars': joined(TABLE, '|'),
  semicolons: joined(TABLE, ';'),
  'commas, amounts with a point': joined(
    TABLE.map((row) => row.map((cell) => cell.replace(',', '.'))),
    ',',
  ),
  'commas, every field between quotes': TABLE.map((row) =>
    row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  ).join('\n'),
  'byte order mark': `\ufeff${joined(TABLE, '\t')}`,
  'windows-1252': cp1252(joined(TABLE, '\t')),
  'UTF-16': Uint8Array.from(Buffer.from(`\ufeff${joined(TABLE, '\t')}`, 'utf16le')),
  'old Mac line ends': joined(TABLE, '\t', '\r'),
  'no end to the last line': joined(TABLE, '\t').trimEnd(),
  'a bar at the end of every line': TABLE.map((row) => `${row.join('|')}|`).join('\r\n'),
  'a bar at the end of the entries only': TABLE.map(
    (row, index) => `${row.join('|')}${index > 0 ? '|' : ''}`,
  ).join('\n'),
  'fixed width': TABLE.map((row) => row.map((cell) => cell.padEnd(24)).join('|') + '|').join('\r\n'),
  'amounts padded with zeros': joined(
    body((row) =>
      replaced(replaced(row, 'Debit', ` ${padded(row[11] ?? '')}`), 'Credit', ` ${padded(row[12] ?? '')}`),
    ),
    '\t',
  ),
  'amounts with thousands apart': joined(
    body((row) =>
      row.map((cell) => (cell === '3000,00' ? '3 000,00' : cell === '1200,50' ? '1\u202f200,50' : cell)),
    ),
    '\t',
  ),
  'blank amounts for nothing': joined(
    body((row) => row.map((cell) => (cell === '0,00' ? '' : cell))),
    '\t',
  ),
  'credits as negative debits': joined(
    body((row) => (row[12] === '0,00' ? row : replaced(replaced(row, 'Debit', `-${row[12]}`), 'Credit', ''))),
    '\t',
  ),
  'amount and side, D or C': joined(
    oneAmount((isDebit) => (isDebit ? 'D' : 'C')),
    '\t',
  ),
  'amount and side, +1 or -1': joined(
    oneAmount((isDebit) => (isDebit ? '+1' : '-1')),
    '|',
  ),
  'cash basis, 22 columns': joined(
    TABLE.map((row, index) => [
      ...row,
      ...(index === 0 ? ['DateRglt', 'ModeRglt', 'NatOp', 'IdClient'] : ['20230315', 'CH', '', '']),
    ]),
    '\t',
  ),
  'every second line blank': TABLE.map((row) => row.join('\t')).join('\r\n\r\n'),
  'lines of separators only': TABLE.map((row) => row.join('\t')).join(`\n${'\t'.repeat(17)}\n`),
  'a time behind the dates': joined(
    body((row) =>
      replaced(replaced(row, 'EcritureDate', '20230315 10:25:37'), 'ValidDate', '20231231 00:00:00'),
    ),
    '\t',
  ),
  'dates with dashes': joined(
    body((row) => replaced(row, 'EcritureDate', '2023-03-15')),
    '\t',
  ),
  'French dates': joined(
    body((row) => replaced(row, 'EcritureDate', '15/03/2023')),
    '\t',
  ),
  'headings in capitals, with accents and spaces': joined(
    [
      HEADINGS.map((one) => one.toUpperCase().replace('DEBIT', 'Débit ').replace('CREDIT', 'Cr é dit')),
      ...TABLE.slice(1),
    ],
    '\t',
  ),
  'columns in another order': joined(
    TABLE.map((row) => [...row].reverse()),
    '\t',
  ),
  'a separator inside a text': joined(
    body((row) => replaced(row, 'EcritureLib', `facture | 2023 | ${row[10]}`)),
    '|',
  ),
  'a separator inside a text that looks like an amount': joined(
    body((row) => replaced(row, 'EcritureLib', 'avoir sur|12,00')),
    '|',
  ),
  'a separator inside the name of a supplier': joined(
    body((row) => replaced(row, 'CompAuxLib', 'DUPONT|FILS')),
    '|',
  ),
  'a title above the headings': `Export comptable\n\n${joined(TABLE, ';')}`,
  'no headings': joined(TABLE.slice(1), '\t'),
};

describe('variants of the accounting-entry file', () => {
  it.each(Object.entries(variants))('%s', async (_, content) => {
    const imported = await figuresOf(content);
    const { counts, debit, credit, unbalanced } = imported.ledger;
    expect(valuesOf(imported)).toEqual(EXPECTED);
    expect(counts.read).toBe(LINES.length);
    expect(counts.rejected).toBe(0);
    expect(counts.lines).toBe(counts.headings + counts.read + counts.blank);
    // A negative debit is a credit to the balance, though the totals of the columns differ.
    expect(debit - credit).toBe(0);
    expect(unbalanced.count).toBe(0);
    expect(imported.suppliers.map((one) => [one.code, one.amount])).toEqual([
      ['F1', 1200.5],
      ['F2', 300],
    ]);
  });

  it('keeps accents, whatever the encoding', async () => {
    const lines = invoice(1, '615200', '10,00', 'É1', { label: 'Gros entretien – été' });
    const text = joined([HEADINGS, ...lines.map(fields)], '\t');
    for (const bytes of [
      bytesOf(text),
      Uint8Array.from(text, (one) => (one === '–' ? 0x96 : one.charCodeAt(0))),
    ]) {
      const { suppliers, accounts } = await figuresOf(bytes);
      expect([suppliers[0]?.code, accounts[0]?.label]).toEqual(['É1', 'Gros entretien – été']);
    }
  });
});
