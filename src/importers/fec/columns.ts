import { looseKey } from '../../contribution';

/** What the importer reads of a line. */
export type FecField =
  | 'journal'
  | 'journalLabel'
  | 'entry'
  | 'date'
  | 'account'
  | 'accountLabel'
  | 'party'
  | 'partyLabel'
  | 'piece'
  | 'text'
  | 'debit'
  | 'credit'
  | 'amount'
  | 'side'
  | 'lettering'
  | 'validated';

/**
 * The headings of LPF art. A47 A-1 by what they mean (column map: DGFiP/Test-Compta-Demat, src/testeur/fmt_arrete
 * @1563a42a260e). Compared without case, accents or punctuation; the second ones are met in the field.
 */
const headings: Readonly<Record<FecField, readonly string[]>> = {
  journal: ['JournalCode'],
  journalLabel: ['JournalLib'],
  entry: ['EcritureNum'],
  date: ['EcritureDate'],
  account: ['CompteNum'],
  accountLabel: ['CompteLib'],
  party: ['CompAuxNum', 'CompteAuxNum'],
  partyLabel: ['CompAuxLib', 'CompteAuxLib'],
  piece: ['PieceRef'],
  text: ['EcritureLib'],
  debit: ['Debit'],
  credit: ['Credit'],
  amount: ['Montant'],
  side: ['Sens'],
  lettering: ['EcritureLet'],
  validated: ['ValidDate'],
};

/** The legal order, for the rare file without headings. */
const legalOrder: readonly (FecField | undefined)[] = [
  'journal',
  'journalLabel',
  'entry',
  'date',
  'account',
  'accountLabel',
  'party',
  'partyLabel',
  'piece',
  undefined,
  'text',
  'debit',
  'credit',
  'lettering',
  undefined,
  'validated',
  undefined,
  undefined,
];

/** Where each field stands. */
export interface FecColumns {
  readonly index: Readonly<Partial<Record<FecField, number>>>;
  /** Fields of a line, as many as the headings. */
  readonly count: number;
  readonly withHeadings: boolean;
}

const fieldOf = new Map(
  (Object.entries(headings) as [FecField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name) => [looseKey(name), field] as const),
  ),
);

/** What a line of headings names; `missing` are legal headings that nothing replaces. */
export function readHeadings(fields: readonly string[]): {
  readonly columns: FecColumns;
  readonly known: number;
  readonly missing: readonly string[];
} {
  const index: Partial<Record<FecField, number>> = {};
  fields.forEach((text, column) => {
    const field = fieldOf.get(looseKey(text));
    if (field !== undefined && index[field] === undefined) index[field] = column;
  });
  const has = (field: FecField): boolean => index[field] !== undefined;
  const missing = (['journal', 'date', 'account'] as const)
    .filter((field) => !has(field))
    .map((one) => headings[one][0] ?? '');
  if (!(has('debit') && has('credit')) && !(has('amount') && has('side'))) missing.push('Debit et Credit');
  return {
    columns: { index, count: fields.length, withHeadings: true },
    known: Object.keys(index).length,
    missing,
  };
}

/** The legal columns, for a file whose first line is already an entry; undefined for any other line. */
export function withoutHeadings(fields: readonly string[]): FecColumns | undefined {
  const looksRight =
    fields.length >= 18 &&
    /^\d{8}/.test(fields[3] ?? '') &&
    /^\d{3}/.test(fields[4] ?? '') &&
    /\d/.test(`${fields[11] ?? ''}${fields[12] ?? ''}`);
  if (!looksRight) return undefined;
  const index = Object.fromEntries(legalOrder.flatMap((field, at) => (field ? [[field, at]] : [])));
  return { index, count: fields.length, withHeadings: false };
}
