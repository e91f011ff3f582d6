import { catalogue } from '../../../src/catalogue';
import { fecFigures, readFec, type FecImport, type FigureOptions } from '../../../src/importers';

/** The 18 headings of the law. */
export const HEADINGS =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise'.split(
    ' ',
  );

export interface EntryLine {
  readonly journal?: string;
  readonly journalLabel?: string;
  readonly entry: string | number;
  readonly date?: string;
  readonly account: string;
  readonly label?: string;
  readonly party?: string;
  readonly partyLabel?: string;
  readonly text?: string;
  readonly debit?: string;
  readonly credit?: string;
}

/** A line of the legal 18 fields. */
export function fields(line: EntryLine): string[] {
  return [
    line.journal ?? 'AC',
    line.journalLabel ?? 'Achats',
    String(line.entry),
    line.date ?? '20230315',
    line.account,
    line.label ?? '',
    line.party ?? '',
    line.partyLabel ?? '',
    'P1',
    '20230315',
    line.text ?? 'facture',
    line.debit ?? '0,00',
    line.credit ?? '0,00',
    '',
    '',
    '20231231',
    '',
    '',
  ];
}

export function fecText(lines: readonly EntryLine[], separator = '\t'): string {
  return [HEADINGS, ...lines.map(fields)].map((one) => one.join(separator)).join('\r\n') + '\r\n';
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const FILE = '111111118FEC20231231.txt';

/** Reads a text and gives its figures, by the default table of accounts unless told. */
export async function figuresOf(
  text: string | Uint8Array,
  options: Partial<FigureOptions> & { readonly fileName?: string } = {},
): Promise<FecImport> {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const ledger = await readFec([bytes], { fileName: options.fileName ?? FILE });
  return fecFigures(ledger, { catalogue, local: [], ...options });
}

export const valuesOf = (imported: FecImport): Record<string, number> =>
  Object.fromEntries(
    imported.facts.map((one) => [
      one.territory === '' ? one.code : `${one.code}@${one.territory}`,
      one.value,
    ]),
  );

/** An invoice of one charge, VAT included, as landlords book it. */
export function invoice(
  entry: number,
  account: string,
  amount: string,
  party: string,
  more: Partial<EntryLine> = {},
): EntryLine[] {
  return [
    { ...more, entry, account, debit: amount },
    {
      ...more,
      entry,
      account: '401100',
      label: 'Fournisseurs',
      party,
      partyLabel: `SOCIETE ${party}`,
      credit: amount,
    },
  ];
}
