import { GrowingAmounts, GrowingIntegers, Numbering } from './growing';
import type { FecLine } from './lines';

/** Suppliers (PCG, comptes 401 « Fournisseurs » et 404 « Fournisseurs d'immobilisations »). */
const isSupplierAccount = (account: string): boolean =>
  account.startsWith('401') || account.startsWith('404');

/**
 * The lines of one file, kept as numbers (some 30 bytes a line): what an entry is can only be said when all its
 * lines are known, and they may stand anywhere.
 */
export class JournalLines {
  readonly journals = new Numbering();
  readonly accounts = new Numbering();
  readonly parties = new Numbering();
  readonly accountLabels: string[] = [];
  readonly journalLabels: string[] = [];
  readonly partyLabels: string[] = [];

  readonly lineEntry = new GrowingIntegers();
  readonly lineAccount = new GrowingIntegers();
  /** -1 where the account is no supplier's. */
  readonly lineParty = new GrowingIntegers();
  readonly debits = new GrowingAmounts();
  readonly credits = new GrowingAmounts();

  readonly entryJournal = new GrowingIntegers();
  readonly entryDate = new GrowingIntegers();
  readonly entryLine = new GrowingIntegers();
  readonly entryBalance = new GrowingAmounts();
  readonly entryNumbers: string[] = [];
  totalDebit = 0;
  totalCredit = 0;
  /** Lines without an entry number. */
  unnumbered = 0;

  private readonly entries = new Map<string, number>();
  private last = { journal: -1, date: 0, entry: '', index: -1 };
  /** The unnumbered entry being read: it ends when it balances, or with its journal. */
  private open: { readonly journal: number; readonly index: number } | undefined;

  get lineCount(): number {
    return this.lineEntry.length;
  }

  get entryCount(): number {
    return this.entryJournal.length;
  }

  add(line: FecLine, lineNumber: number): void {
    const journal = labelled(this.journals, this.journalLabels, line.journal, () =>
      line.label('journalLabel'),
    );
    const account = labelled(this.accounts, this.accountLabels, line.account, () =>
      line.label('accountLabel'),
    );
    const entry = this.entryOf(line, journal, lineNumber);
    this.lineEntry.push(entry);
    this.lineAccount.push(account);
    this.lineParty.push(isSupplierAccount(line.account) ? this.partyOf(line) : -1);
    this.debits.push(line.debit);
    this.credits.push(line.credit);
    this.entryBalance.add(entry, line.debit - line.credit);
    this.totalDebit += line.debit;
    this.totalCredit += line.credit;
    if (this.open && this.entryBalance.at(this.open.index) === 0) this.open = undefined;
  }

  private partyOf(line: FecLine): number {
    const code = line.party === '' ? line.account : line.party;
    const label = () => line.label(line.party === '' ? 'accountLabel' : 'partyLabel');
    return labelled(this.parties, this.partyLabels, code, label);
  }

  private entryOf(line: FecLine, journal: number, lineNumber: number): number {
    if (/^0*$/.test(line.entry)) return this.unnumberedEntry(line, journal, lineNumber);
    const { last } = this;
    if (last.journal === journal && last.date === line.date && last.entry === line.entry) return last.index;
    const key = `${journal} ${line.date} ${line.entry}`;
    let index = this.entries.get(key);
    if (index === undefined) {
      index = this.newEntry(journal, line, lineNumber);
      this.entries.set(key, index);
    }
    this.last = { journal, date: line.date, entry: line.entry, index };
    return index;
  }

  private unnumberedEntry(line: FecLine, journal: number, lineNumber: number): number {
    this.unnumbered += 1;
    if (this.open?.journal !== journal) {
      this.open = { journal, index: this.newEntry(journal, line, lineNumber) };
    }
    return this.open.index;
  }

  private newEntry(journal: number, line: FecLine, lineNumber: number): number {
    this.entryJournal.push(journal);
    this.entryDate.push(line.date);
    this.entryLine.push(lineNumber);
    this.entryBalance.push(0);
    this.entryNumbers.push(line.entry);
    return this.entryJournal.length - 1;
  }
}

/** The number of a code; its label is that of its first line. */
function labelled(codes: Numbering, labels: string[], code: string, label: () => string): number {
  const number = codes.of(code);
  if (labels[number] === undefined) labels[number] = label();
  return number;
}
