import type { LineRecord } from '../text';
import { readCents, readSide } from './amounts';
import type { FecColumns, FecField } from './columns';
import { readDate } from './dates';

/** One line of entries; amounts in cents. */
export interface FecLine {
  readonly journal: string;
  readonly entry: string;
  readonly date: number;
  readonly account: string;
  readonly party: string;
  /** Read when asked for only: a label is wanted once for a million lines. */
  label(field: 'journalLabel' | 'accountLabel' | 'partyLabel'): string;
  readonly debit: number;
  readonly credit: number;
  readonly rounded: boolean;
  /** The separator stood inside a text: the fields behind it were put back in their place. */
  readonly repaired: boolean;
}

/** Texts that people write freely, where a separator may have slipped in; the likeliest first. */
const freeTexts: readonly FecField[] = ['text', 'partyLabel', 'accountLabel', 'journalLabel', 'piece'];

/** A line, or why it is none, in French. */
export function readLine(record: LineRecord, columns: FecColumns): FecLine | string {
  if (record.count <= lastNeeded(columns)) {
    return `ligne incomplète (${record.count} champ(s) au lieu de ${columns.count})`;
  }
  const extra = record.count - columns.count;
  if (extra <= 0) return readShifted(record, columns, Infinity, 0);
  const candidates: { readonly line: FecLine; readonly score: number }[] = [];
  let reason = '';
  const attempt = (from: number, shift: number, odds: number): void => {
    const line = readShifted(record, columns, from, shift);
    if (typeof line === 'string') reason ||= line;
    else candidates.push({ line, score: likelihood(record, columns, line, from, shift) + odds });
  };
  // One more separator at the end of lines means nothing.
  if (onlyBlanks(record, columns.count)) attempt(Infinity, 0, 0.5);
  freeTexts.forEach((field, rank) => {
    const from = columns.index[field];
    if (from !== undefined) attempt(from, extra, -rank / 100);
  });
  const best = candidates.sort((one, other) => other.score - one.score)[0];
  return best?.line ?? (reason || `${record.count} champs au lieu de ${columns.count}`);
}

function onlyBlanks(record: LineRecord, from: number): boolean {
  for (let field = from; field < record.count; field += 1) if (record.text(field) !== '') return false;
  return true;
}

/** How well a line reads when the fields behind `from` stand `shift` places further. */
function likelihood(
  record: LineRecord,
  columns: FecColumns,
  line: FecLine,
  from: number,
  shift: number,
): number {
  const at = (field: FecField): string => textAt(record, columns, field, from, shift);
  const oneSide = (line.debit === 0) !== (line.credit === 0) ? 2 : 0;
  const lettering = /^-?\d+[.,]\d\d$/.test(at('lettering')) ? -2 : 0;
  const validated = at('validated');
  return oneSide + lettering + (validated === '' || readDate(validated) !== undefined ? 1 : -1);
}

function textAt(
  record: LineRecord,
  { index }: FecColumns,
  field: FecField,
  from: number,
  shift: number,
): string {
  const column = index[field];
  return column === undefined ? '' : record.text(column > from ? column + shift : column);
}

function readShifted(record: LineRecord, columns: FecColumns, from: number, shift: number): FecLine | string {
  const at = (field: FecField): string => textAt(record, columns, field, from, shift);
  const account = at('account');
  if (!/^\d\d/.test(account))
    return account === '' ? 'sans numéro de compte' : `numéro de compte « ${cut(account)} »`;
  const dateText = at('date');
  const date = readDate(dateText);
  if (date === undefined) return `date « ${cut(dateText)} »`;
  const amounts = columns.index.debit === undefined ? signedAmount(at) : twoAmounts(at);
  if (typeof amounts === 'string') return amounts;
  return {
    journal: at('journal'),
    entry: at('entry'),
    date,
    account,
    party: at('party'),
    label: at,
    ...amounts,
    repaired: shift > 0,
  };
}

type Amounts = Pick<FecLine, 'debit' | 'credit' | 'rounded'>;

function twoAmounts(at: (field: FecField) => string): Amounts | string {
  const [debitText, creditText] = [at('debit'), at('credit')];
  const debit = readCents(debitText);
  if (!debit) return `débit « ${cut(debitText)} »`;
  const credit = readCents(creditText);
  if (!credit) return `crédit « ${cut(creditText)} »`;
  return { debit: debit.cents, credit: credit.cents, rounded: debit.rounded || credit.rounded };
}

function signedAmount(at: (field: FecField) => string): Amounts | string {
  const text = at('amount');
  const amount = readCents(text);
  if (!amount) return `montant « ${cut(text)} »`;
  const side = readSide(at('side'));
  if (!side) return `sens « ${cut(at('side'))} »`;
  const { cents, rounded } = amount;
  return side === 'debit' ? { debit: cents, credit: 0, rounded } : { debit: 0, credit: cents, rounded };
}

/** The last column without which a line says nothing. */
function lastNeeded({ index }: FecColumns): number {
  const needed = index.debit === undefined ? [index.amount, index.side] : [index.debit, index.credit];
  return Math.max(...[...needed, index.account, index.date].map((one) => one ?? 0));
}

function cut(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
