import { catalogue } from '../../../src/catalogue';
import { defaultAccounts, readAccountTable } from '../../../src/importers';
import { fecText, figuresOf, invoice, valuesOf, type EntryLine } from './support';

const opening: EntryLine[] = [
  {
    entry: 'AN1',
    journal: 'AN',
    journalLabel: 'À nouveaux',
    date: '20230101',
    account: '106850',
    credit: '900000,00',
  },
  {
    entry: 'AN1',
    journal: 'AN',
    journalLabel: 'À nouveaux',
    date: '20230101',
    account: '213110',
    debit: '1000000,00',
  },
  {
    entry: 'AN1',
    journal: 'AN',
    journalLabel: 'À nouveaux',
    date: '20230101',
    account: '401100',
    party: 'F1',
    credit: '60000,00',
  },
  {
    entry: 'AN1',
    journal: 'AN',
    journalLabel: 'À nouveaux',
    date: '20230101',
    account: '131100',
    credit: '40000,00',
  },
];

const pair = (
  entry: number | string,
  debited: string,
  credited: string,
  amount: string,
  more: Partial<EntryLine> = {},
): EntryLine[] => [
  { ...more, entry, account: debited, debit: amount, ...(debited.startsWith('40') ? { party: 'F1' } : {}) },
  {
    ...more,
    entry,
    account: credited,
    credit: amount,
    ...(credited.startsWith('40') ? { party: 'F1' } : {}),
  },
];

/** A landlord's year, small enough to be computed by hand. */
const YEAR: EntryLine[] = [
  ...opening,
  ...invoice(1, '615110', '100,00', 'F1', { label: 'Entretien courant, part non récupérable' }),
  ...invoice(2, '615120', '30,00', 'F1', { label: 'Entretien courant - part récupérable' }),
  ...invoice(3, '615211', '2000,00', 'F2', { label: 'Gros entretien' }),
  ...invoice(4, '606110', '500,00', 'F3', { label: 'Eau' }),
  ...invoice(5, '615600', '70,00', 'F3', { label: 'Maintenance' }),
  ...invoice(6, '621100', '80,00', 'F4', { label: 'Intérim' }),
  ...invoice(7, '635120', '40000,00', 'TRESOR', { label: 'Taxes foncières' }),
  ...pair(8, '635120', '447100', '1500,25', { label: 'Taxes foncières' }),
  ...pair(9, '635400', '447100', '25,00', { label: 'Droits' }),
  ...pair(10, '635200', '445700', '9,00', { label: 'TVA non récupérable' }),
  ...pair(11, '641100', '421000', '10000,00', { journal: 'PA' }),
  ...pair(12, '645100', '431000', '4000,00', { journal: 'PA' }),
  ...pair(13, '647500', '437000', '50,00', { journal: 'PA' }),
  ...pair(14, '695000', '444000', '700,00', { journal: 'OD' }),
  ...pair(15, '411000', '704300', '90000,00', { journal: 'QU', label: 'Loyers' }),
  ...pair(16, '411000', '703100', '12000,00', { journal: 'QU', label: 'Charges récupérées' }),
  ...pair(17, '709430', '411000', '3000,00', { journal: 'QU', label: 'RLS' }),
  // At the end of the year the RLS is settled by the rents (FOPH, 2018).
  ...pair(18, '704300', '709430', '3000,00', { journal: 'OD', label: 'Solde RLS' }),
  ...pair(19, '411000', '708000', '400,00', { journal: 'QU', label: 'Produits annexes' }),
  ...pair(20, '512000', '761000', '60,00', { journal: 'BQ', label: 'Produits financiers' }),
  ...pair(21, '467000', '131100', '20000,00', { journal: 'OD', label: 'État' }),
  ...pair(22, '467000', '131300', '8000,00', { journal: 'OD', label: 'Département' }),
  ...pair(23, '467000', '131700', '5000,00', { journal: 'OD', label: 'Action Logement' }),
  // A grant moved from one funder to another is not received twice.
  ...pair(24, '131100', '131300', '1000,00', { journal: 'OD' }),
  // Works: 100 000 invoiced in progress, of which 30 000 had been advanced; then put into service.
  ...pair(30, '231311', '404000', '70000,00', { label: 'Résidence neuve en cours' }),
  ...pair(31, '238000', '404000', '30000,00', { label: 'Avances, construction neuve' }),
  ...pair(32, '231311', '238000', '30000,00', { journal: 'OD' }),
  ...pair(33, '213110', '231311', '100000,00', { journal: 'OD', label: 'Construction neuve' }),
  ...pair(34, '213120', '404000', '45000,00', { label: 'Remplacement de composants' }),
  // A credit note on these works; a house sold.
  ...pair(35, '404000', '213120', '5000,00', { label: 'Remplacement de composants' }),
  ...pair(36, '675000', '213110', '7000,00', { journal: 'OD' }),
  ...invoice(37, '218300', '900,00', 'F5', { label: 'Informatique' }),
  // Closing: charges and income against the result.
  ...pair(99, '120000', '615211', '2000,00', { journal: 'CL', journalLabel: 'Clôture', date: '20231231' }),
];

describe('figures of a landlord’s accounts', () => {
  it('gives the data points computed by hand', async () => {
    const table = readAccountTable(
      [
        {
          sheet: '',
          rows: [
            ['Compte début', 'donnée', 'sens'],
            ['', 'defaut'],
            ['238', 'inv_neuf'],
          ],
          lineOf: (row) => row + 1,
        },
      ],
      'comptes.csv',
      catalogue,
    );
    const imported = await figuresOf(fecText(YEAR), { accounts: table });
    expect(valuesOf(imported)).toEqual({
      dep_ec: 100,
      dep_ge: 2000,
      achats_fonctionnement: 500,
      tfpb: 41500.25,
      autres_taxes: 25,
      salaires_bruts: 10000,
      charges_sociales: 4050,
      impot_societes: 700,
      loyers: 87000,
      charges_recup: 12000,
      quittancement: 99000,
      rls_montant: 3000,
      produits_hors_recup: 87460,
      subventions: 28000,
      subv_etat: 20000,
      subv_collectivites: 8000,
      inv_neuf: 100000,
      inv_rehab: 40000,
      // 100 + 30 + 2000 + 500 + 70 + 80 + 900 of running purchases (property tax is none, though it goes through 401),
      // 70000 + 30000 + 45000 - 5000 of works.
      achats_total: 143680,
      montant_factures: 0,
    });
    expect(imported.siren).toBe('111111118');
    expect(imported.ledger.closingEntries).toBe(1);
    const left = imported.accounts.filter((one) => one.status === 'unclassified');
    expect(left.map((one) => [one.account, one.amount])).toEqual([['615600', 70]]);
    const codes = imported.remarks.map((one) => one.code);
    expect(codes).toEqual(
      expect.arrayContaining(['closing_entries', 'unclassified_accounts', 'no_supplier_list']),
    );
    expect(imported.remarks.filter((one) => one.level === 'blocking')).toEqual([]);
  });

  it('withholds what is to be divided, and says how much', async () => {
    const imported = await figuresOf(
      fecText([...invoice(1, '231311', '500,00', 'F1'), ...invoice(2, '211000', '90,00', 'F1')]),
    );
    const values = valuesOf(imported);
    expect(values).not.toHaveProperty('inv_neuf');
    expect(values).not.toHaveProperty('inv_rehab');
    expect(imported.remarks.find((one) => one.code === 'to_divide')?.message).toMatch(
      /500,00\u00a0€.*231311/s,
    );
  });

  it.each<[string, EntryLine[], number, number]>([
    ['an invoice', invoice(1, '606000', '120,00', 'F'), 120, 0],
    [
      'an invoice with recoverable VAT',
      [
        ...invoice(1, '606000', '100,00', 'F').slice(0, 1),
        { entry: 1, account: '445660', debit: '20,00' },
        { entry: 1, account: '401000', party: 'F', credit: '120,00' },
      ],
      120,
      0,
    ],
    [
      'a credit note',
      [...invoice(1, '606000', '120,00', 'F'), ...pair(2, '401000', '606000', '20,00')],
      100,
      0,
    ],
    ['a payment', pair(1, '401000', '512000', '120,00', { journal: 'BQ' }), 0, 120],
    [
      'a payment with bank charges',
      [...pair(1, '401000', '512000', '120,00'), ...pair(1, '627000', '512000', '2,00')],
      0,
      120,
    ],
    [
      'a payment that comes back',
      [...pair(1, '401000', '512000', '120,00'), ...pair(2, '512000', '401000', '120,00')],
      0,
      0,
    ],
    ['a payment by bill', pair(1, '401000', '403000', '120,00'), 0, 120],
    [
      'a purchase paid at once',
      [...invoice(1, '606000', '120,00', 'F'), ...pair(1, '401000', '530000', '120,00')],
      120,
      120,
    ],
    ['an advance moved to 409', pair(1, '409100', '401000', '120,00'), 0, 0],
    ['a retention', pair(1, '404000', '404700', '120,00'), 0, 0],
    ['an offset with a tenant', pair(1, '401000', '411000', '120,00'), 0, 0],
    ['property tax through a supplier’s account', invoice(1, '635120', '120,00', 'F'), 0, 0],
    ['an invoice that had been accrued', pair(1, '408100', '401000', '120,00'), 120, 0],
    [
      'an invoice corrected in the same entry',
      [
        ...invoice(1, '606000', '120,00', 'F'),
        { entry: 1, account: '401000', party: 'F', debit: '120,00' },
        { entry: 1, account: '401000', party: 'F', credit: '120,00' },
      ],
      120,
      0,
    ],
  ])('purchases and payments: %s', async (_, lines, purchases, payments) => {
    const values = valuesOf(await figuresOf(fecText(lines)));
    expect([values['achats_total'], values['montant_factures']]).toEqual([purchases, payments]);
  });

  it('tells opening entries by their content where no journal bears the name', async () => {
    const lines = [
      ...opening.map((one) => ({ ...one, journal: 'OD', journalLabel: 'Opérations diverses' })),
      ...invoice(1, '606000', '10,00', 'F1'),
    ];
    const imported = await figuresOf(fecText(lines));
    expect(valuesOf(imported)).toEqual({ achats_fonctionnement: 10, achats_total: 10, montant_factures: 0 });
    expect(imported.remarks.map((one) => one.code)).toContain('opening_by_content');
  });

  it('counts charges that the opening journal reverses', async () => {
    const lines = [
      ...opening,
      ...pair('AN2', '408000', '615200', '50,00', { journal: 'AN', journalLabel: 'À nouveaux' }),
      ...invoice(1, '615200', '80,00', 'F1'),
    ];
    expect(valuesOf(await figuresOf(fecText(lines)))).toMatchObject({ dep_ge: 30, achats_total: 80 });
  });

  it('accounts for every euro of charges and income, whatever the accounts and the order of lines', async () => {
    let seed = 7;
    const random = (most: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % most;
    };
    for (let round = 0; round < 10; round += 1) {
      const lines: EntryLine[] = [];
      let result = 0;
      for (let entry = 1; entry <= 60; entry += 1) {
        const cents = random(10_000_000) + 1;
        const account = `${6 + random(2)}${10_000 + random(90_000)}`;
        const amount = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
        const isDebit = random(2) === 0;
        result += isDebit ? cents : -cents;
        const other = random(2) === 0 ? '401000' : '512000';
        lines.push(...pair(entry, isDebit ? account : other, isDebit ? other : account, amount));
      }
      const imported = await figuresOf(fecText(lines));
      const cents = imported.accounts.reduce((sum, one) => sum + Math.round(one.balance * 100), 0);
      expect(cents).toBe(result);
      const shuffled = lines
        .map((line) => ({ line, rank: random(1000) }))
        .sort((one, other) => one.rank - other.rank);
      const again = await figuresOf(fecText(shuffled.map(({ line }) => line)));
      expect(valuesOf(again)).toEqual(valuesOf(imported));
    }
  });

  it('names only amounts in euros of the catalogue, each with its source', () => {
    for (const row of defaultAccounts()) {
      for (const code of row.dataPoints)
        expect(catalogue.dataPoints.get(code)).toMatchObject({ kind: 'sum', unit: '€' });
      expect(row.source.length).toBeGreaterThan(10);
    }
  });
});
