import { catalogue } from '../../../src/catalogue';
import { fecFigures, ledgersByYear, readAccountTable, readFec } from '../../../src/importers';
import { bytesOf, fecText, FILE, figuresOf, HEADINGS, invoice, fields } from './support';

const read = (text: string, fileName = FILE) => readFec([bytesOf(text)], { fileName });
const messages = (remarks: readonly { code: string; level: string; message: string }[]) =>
  Object.fromEntries(
    remarks.map((one) => [one.code, `${one.level}: ${one.message}`.replace(/[\u00a0\u202f]/g, ' ')]),
  );

describe('what is wrong in a file is said', () => {
  it('names unbalanced entries, and blocks an unbalanced file', async () => {
    const [charge, supplier] = invoice(7, '606000', '100,00', 'F1');
    const { ledger, remarks } = await figuresOf(
      fecText([...invoice(1, '606000', '50,00', 'F1'), charge!, { ...supplier!, credit: '90,00' }]),
    );
    expect(ledger.unbalanced).toMatchObject({
      count: 1,
      largest: [{ entry: '7', line: 4, difference: 1000 }],
    });
    const said = messages(remarks);
    expect(said['unbalanced_file']).toMatch(
      /^blocking: Débit 150,00 €, crédit 140,00 € : l’écart est de 10,00 €/,
    );
    expect(said['unbalanced_entries']).toMatch(
      /écriture 7 du journal AC, le 15\/03\/2023 \(« .*», ligne 4\) : écart de 10,00 €/,
    );
  });

  it('takes an entry over two days for one', async () => {
    const [charge, supplier] = invoice(1, '606000', '100,00', 'F1');
    const { ledger } = await figuresOf(fecText([charge!, { ...supplier!, date: '20230316' }]));
    expect(ledger.unbalanced.count).toBe(0);
  });

  it('counts every line, and says why one is rejected', async () => {
    const good = invoice(1, '606000', '100,00', 'F1').map(fields);
    const bad = (column: number, value: string) =>
      good[0]!.map((one, index) => (index === column ? value : one));
    const lines = [
      HEADINGS,
      ...good,
      bad(3, '20231345'),
      [],
      bad(4, 'TOTAL'),
      bad(11, '1.234'),
      ['AC', 'Achats', '1'],
      bad(4, ''),
    ];
    const { ledger, remarks } = await figuresOf(lines.map((one) => one.join('\t')).join('\n'));
    expect(ledger.counts).toEqual({
      lines: 9,
      headings: 1,
      read: 2,
      blank: 1,
      rejected: 5,
      repaired: 0,
      rounded: 0,
    });
    expect(ledger.rejected.map((one) => [one.line, one.reason])).toEqual([
      [4, 'date « 20231345 »'],
      [6, 'numéro de compte « TOTAL »'],
      [7, 'débit « 1.234 »'],
      [8, 'ligne incomplète (3 champ(s) au lieu de 18)'],
      [9, 'sans numéro de compte'],
    ]);
    expect(messages(remarks)['rejected_lines']).toMatch(/^blocking: 5 ligne\(s\) sur 9 .* ligne 4/);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /« x.txt » est vide.*Il faut le fichier des écritures comptables/s],
    [
      'a workbook',
      Uint8Array.from([0x50, 0x4b, 3, 4, ...bytesOf('xl/workbook.xml')]),
      /est un classeur Excel/,
    ],
    ['a PDF', '%PDF-1.7 …', /est un document PDF/],
    [
      'the XML form',
      '<?xml version="1.0"?><comptabilite/>',
      /est un fichier XML : le FEC en XML n’est pas lu/,
    ],
    ['an RPLS file', 'REG;DEP;DEPCOM;LIBCOM;SURFHAB\n28;14;14118;Caen;60', /ressemble à un fichier RPLS/],
    [
      'a trial balance',
      'CompteNum;CompteLib;Debit;Credit\n606;Achats;1;0',
      /ressemble à une balance des comptes/,
    ],
    [
      'a list',
      'Nom;Prénom;Ville\nA;B;C',
      /n’est pas un FEC : ses premières colonnes sont « Nom », « Prénom » et « Ville »/,
    ],
    ['a text', 'Bonjour,\nvoici le fichier demandé.', /est un texte sans colonnes|n’est pas un FEC/],
    [
      'a FEC without amounts',
      [HEADINGS.slice(0, 11).join('\t'), 'AC'].join('\n'),
      /il y manque Debit et Credit/,
    ],
    ['a FEC without entries', HEADINGS.join('\t'), /FEC/],
  ])('refuses %s with a sentence', async (_, content, message) => {
    const bytes = typeof content === 'string' ? bytesOf(content) : content;
    await expect(readFec([bytes], { fileName: 'dossier/x.txt' })).rejects.toThrow(message);
  });

  it('stops when asked to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('arrêt'));
    await expect(readFec([bytesOf(fecText([]))], { fileName: FILE, signal: stop.signal })).rejects.toThrow(
      'arrêt',
    );
  });
});

describe('several files', () => {
  const january = fecText(invoice(1, '606000', '100,00', 'F1'));
  const february = fecText(invoice(2, '606000', '40,00', 'F1', { date: '20230215' }));

  it('adds up the parts of a year, and counts a file given twice once', async () => {
    const ledgers = [await read(january), await read(february), await read(january, `copie ${FILE}`)];
    const { years, repeated } = ledgersByYear(ledgers);
    expect(repeated).toEqual([`copie ${FILE}`]);
    const [year] = years.map((one) => fecFigures(one, { catalogue, local: [] }));
    expect(year?.facts.find((one) => one.code === 'achats_total')?.value).toBe(140);
    expect(year?.ledger.counts.read).toBe(4);
  });

  it('keeps years apart, and refuses two landlords', async () => {
    const ledgers = [await read(january), await read(february, '111111118FEC20221231.txt')];
    expect(ledgersByYear(ledgers).years.map((one) => one.closing)).toEqual([20221231, 20231231]);
    const other = await read(february, '222222226FEC20231231.txt');
    expect(() => ledgersByYear([...ledgers, other])).toThrow(/deux organismes.*111111118.*222222226/);
  });
});

describe('the table of accounts', () => {
  const table = (...rows: string[][]) => [
    {
      sheet: '',
      rows: [['compte_debut', 'compte_fin', 'donnee', 'sens'], ...rows],
      lineOf: (row: number) => row + 1,
    },
  ];
  const readTable = (...rows: string[][]) => readAccountTable(table(...rows), 'c.csv', catalogue);

  it('replaces the default one, the most precise row first', async () => {
    const accounts = readTable(
      ['6', '6', 'achats_fonctionnement', ''],
      ['6061', '6063', 'dep_ec', ''],
      ['60615', '', 'HORS', ''],
    );
    const lines = ['601000', '606110', '606150', '606400', '641000'].flatMap((account, index) =>
      invoice(index + 1, account, `${index + 1},00`, 'F'),
    );
    const { facts, accounts: all } = await figuresOf(fecText(lines), { accounts });
    const value = (code: string) => facts.find((one) => one.code === code)?.value;
    expect([value('achats_fonctionnement'), value('dep_ec'), value('salaires_bruts')]).toEqual([
      1 + 4 + 5,
      2,
      undefined,
    ]);
    expect(all.find((one) => one.account === '606150')?.status).toBe('set_aside');
  });

  it.each([
    [['61A', '', 'dep_ec', ''], /ligne 2 : « 61A » n’est pas un numéro de compte/],
    [['62', '61', 'dep_ec', ''], /le compte de fin 61 vient avant/],
    [['61', '', 'dep_xx', ''], /« dep_xx » n’est pas une donnée du catalogue/],
    [['61', '', 'nb_lls', ''], /« nb_lls » n’est pas un montant en euros/],
    [['61', '', 'dep_ec', 'gauche'], /le sens « gauche » n’est pas connu/],
  ])('refuses a row with its line: %j', (row, message) => {
    expect(() => readTable(row)).toThrow(message);
  });
});
