import { readFileSync } from 'node:fs';
import { readFec, type FecLedger } from '../../../src/importers';
import { sharedData } from '../../support/shared';
import { figuresOf, valuesOf } from './support';

const TRADE = '0000000001FEC20220831.txt';
const CAFE = '000000000FEC20231231.txt';

/** Another way to count: split, and integers of any size. */
function naive(file: string, openingJournal: string) {
  const lines = readFileSync(file, 'utf8').replace('\ufeff', '').split(/\r?\n/).slice(1).filter(Boolean);
  const cents = (text: string) => BigInt(text.replace(',', ''));
  const accounts = new Map<string, bigint>();
  let [debit, credit, suppliers] = [0n, 0n, 0n];
  for (const line of lines) {
    const cells = line.split('\t');
    const [d, c] = [cents(cells[11] ?? ''), cents(cells[12] ?? '')];
    const account = cells[4] ?? '';
    debit += d;
    credit += c;
    if (/^40[14]/.test(account)) suppliers += c;
    if (cells[0]?.trim() !== openingJournal) accounts.set(account, (accounts.get(account) ?? 0n) + d - c);
  }
  return {
    count: lines.length,
    debit: Number(debit),
    credit: Number(credit),
    accounts,
    suppliers: Number(suppliers),
  };
}

async function read(name: string, size = Infinity): Promise<FecLedger> {
  const bytes = readFileSync(sharedData(`data/fec/${name}`) ?? '');
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  return readFec(chunks, { fileName: name });
}

/** `EX, 116828`: a line of the tax return, in whole euros; what stands behind `//` is the reader's own doubt. */
function taxReturn(name: string): (line: string) => number {
  const text = readFileSync(sharedData(`data/fec/${name.replace('.txt', '-expected.csv')}`) ?? '', 'utf8');
  const lines = new Map(text.split('\n').map((one) => [one.split(',')[0] ?? '', Number(one.split(',')[1])]));
  return (line) => lines.get(line) ?? NaN;
}

const present = sharedData(`data/fec/${TRADE}`) !== undefined;
/** Without the files, the tests pass with a word on the console. */
const compare =
  <Args extends unknown[]>(test: (...args: Args) => Promise<void>) =>
  async (...args: Args): Promise<void> => {
    if (present) await test(...args);
  };

describe('real accounting-entry files', () => {
  it.each([
    [TRADE, 'ANO'],
    [CAFE, 'AD'],
  ])(
    'counts every line of %s, and its accounts as a naive program does',
    compare(async (name: string, opening: string) => {
      const ledger = await read(name);
      const expected = naive(sharedData(`data/fec/${name}`) ?? '', opening);
      expect(ledger.counts).toMatchObject({
        headings: 1,
        read: expected.count,
        blank: 0,
        rejected: 0,
        repaired: 0,
      });
      expect(ledger.counts.lines).toBe(expected.count + 1);
      expect([ledger.debit, ledger.credit]).toEqual([expected.debit, expected.credit]);
      expect(ledger.unbalanced.count).toBe(0);
      expect(ledger.opening).toMatchObject({ knownBy: 'journal', journals: [opening] });
      const balances = new Map(
        ledger.accounts
          .filter((one) => one.lines > 0)
          .map((one) => [one.account, BigInt(one.debit - one.credit)]),
      );
      expect(balances).toEqual(expected.accounts);
      const sums = ledger.reconciliation;
      expect(sums.credits).toBe(expected.suppliers);
      expect(
        sums.invoices + sums.openingCredits + sums.transferCredits + sums.returnedPayments + sums.levyCredits,
      ).toBe(sums.credits);
      expect(
        sums.payments + sums.creditNotes + sums.openingDebits + sums.transferDebits + sums.levyDebits,
      ).toBe(sums.debits);
    }),
  );

  it(
    'agrees with the tax returns',
    compare(async () => {
      const trade = await figuresOf(readFileSync(sharedData(`data/fec/${TRADE}`) ?? ''), { fileName: TRADE });
      const line = taxReturn(TRADE);
      const values = valuesOf(trade);
      expect(Math.trunc(values['salaires_bruts'] ?? 0)).toBe(line('EX'));
      expect(Math.trunc(values['autres_taxes'] ?? 0)).toBe(line('EV'));
      expect(Math.trunc(values['charges_sociales'] ?? 0)).toBe(line('DG'));
      const [cafe, of] = [
        await figuresOf(readFileSync(sharedData(`data/fec/${CAFE}`) ?? ''), { fileName: CAFE }),
        taxReturn(CAFE),
      ];
      const given = valuesOf(cafe);
      expect(Math.round(given['salaires_bruts'] ?? 0)).toBe(of('250'));
      expect(Math.round(given['charges_sociales'] ?? 0)).toBe(of('252'));
      expect(Math.round(given['autres_taxes'] ?? 0)).toBe(of('244'));
      expect(Math.round(given['produits_hors_recup'] ?? 0)).toBe(of('214'));
      expect([trade.year, cafe.year]).toEqual([2022, 2023]);
    }),
  );

  it(
    'takes for purchases neither last year’s debts nor advances, and deducts credit notes',
    compare(async () => {
      // By journal, with awk: credits of 401 and 404 are 1 085 610,18 in ACH, 902,40 in OD (invoices), 20 540,40 in
      // O.I (advances moved to 409), 95,93 in the bank's (payments come back), 120 059,33 in ANO.
      const { reconciliation } = await read(TRADE);
      expect(reconciliation.openingCredits).toBe(12_005_933);
      expect(reconciliation.returnedPayments).toBe(9_593);
      // Of ACH, 311,84 is a tax (635) booked through a supplier; 385,89 is debited again in the same entries.
      expect(reconciliation.levyCredits).toBe(31_184);
      expect(reconciliation.transferCredits).toBe(2_054_040 + 38_589);
      expect(reconciliation.invoices).toBe(108_561_018 + 90_240 - 38_589 - 31_184);
      expect((await read(CAFE)).reconciliation).toMatchObject({ invoices: 13_843_956, payments: 14_752_398 });
    }),
  );

  it(
    'does not depend on how the bytes are cut, nor on the order of numbered lines',
    compare(async () => {
      const whole = await read(TRADE);
      expect(await read(TRADE, 997)).toEqual(whole);
      const lines = readFileSync(sharedData(`data/fec/${TRADE}`) ?? '', 'utf8')
        .split('\r\n')
        .filter(Boolean);
      const backwards = [lines[0], ...lines.slice(1).reverse()].join('\r\n');
      const other = await readFec([new TextEncoder().encode(backwards)], { fileName: TRADE });
      const sorted = ({ accounts, suppliers, reconciliation }: FecLedger) => ({
        accounts: [...accounts]
          .map((one) => ({ ...one, label: '' }))
          .sort((a, b) => (a.account < b.account ? -1 : 1)),
        suppliers: [...suppliers]
          .map((one) => ({ ...one, name: '' }))
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
        reconciliation,
      });
      expect(sorted(other)).toEqual(sorted(whole));
    }),
  );
});
