import '../../support/territories';
import { importRpls, NotRpls } from '../../../src/importers/rpls';
import {
  bytesOf,
  codes,
  declaration,
  expectAccounted,
  importText,
  lineOf,
  restricted,
  restrictedFile,
} from './lines';

describe('traps', () => {
  it('takes a lone quote for a character: no line lost, none merged', async () => {
    const names = ['RES "LES LILAS', '"LE CLOS', 'BAT "A" ET "B', '2" PORTE', '"'];
    const quoted = { NOMVOIE: '"RUE; DU PORT"' };
    const found = await importText(restrictedFile(...names.map((NOMVOIE) => ({ NOMVOIE })), quoted), {
      year: 2018,
    });
    expectAccounted(found);
    expect(found.counts).toMatchObject({ lines: 7, present: 6, rejected: [] });
    expect(found.totals['surface_totale']).toBe(360);
  });

  it('rejects, with the line and what to do, what cannot be counted', async () => {
    const file = [
      restricted.join(';'),
      lineOf(restricted),
      lineOf(restricted, { NOMVOIE: 'RUE;DU PORT' }), // one separator too many
      lineOf(restricted, { DEPCOM: '' }),
      lineOf(restricted, { DEPCOM: '14999' }), // no such commune
      lineOf(restricted, { SORTIEPATRIM: '7' }),
      '',
      ';;;;',
      lineOf(restricted, { DROIT: '8' }),
      restricted.join(';'), // files put end to end
      lineOf(restricted).slice(0, 60), // cut
    ].join('\n');
    const found = await importText(file, { year: 2018 });
    expectAccounted(found);
    expect(found.counts).toEqual({
      lines: 11,
      headings: 2,
      blank: 2,
      present: 1,
      exits: 0,
      outOfScope: [expect.objectContaining({ reason: 'no_right', count: 1, examples: [9] })],
      rejected: [
        expect.objectContaining({ reason: 'columns', count: 2, examples: [3, 11] }),
        expect.objectContaining({ reason: 'no_commune', count: 1, examples: [4] }),
        expect.objectContaining({ reason: 'unknown_commune', count: 1, examples: [5] }),
        expect.objectContaining({ reason: 'unknown_exit', count: 1, examples: [6] }),
      ],
    });
    expect(found.totals['nb_lls']).toBe(1);
    const messages = found.remarks.map(({ message }) => message).join('\n');
    expect(messages).toMatch(/14999 \(ligne 5\)/);
    // What identifies a dwelling never leaves the line.
    expect(JSON.stringify(found)).not.toMatch(/SECRET|PORT|0000000001/);
  });

  it('takes a line whose empty last fields a spreadsheet left out', async () => {
    const short = lineOf(restricted).replace(/;+$/, '');
    const found = await importText([restricted.join(';'), short, `${lineOf(restricted)};;`].join('\n'), {
      year: 2018,
    });
    expect(found.counts).toMatchObject({ present: 2, rejected: [] });
    expect(found.totals['somme_loyers_mois']).toBe(600);
  });

  it('carries former communes and arrondissements, and puts lost zeros back', async () => {
    const places = ['75101', '75120', '14712', '14712', '1004'];
    const found = await importText(restrictedFile(...places.map((DEPCOM) => ({ DEPCOM }))), { year: 2018 });
    expect(
      found.facts.filter(({ code }) => code === 'nb_lls').map(({ territory, value }) => [territory, value]),
    ).toEqual(
      [
        ['COM:01004', 1],
        ['COM:14712', 2],
        ['COM:75056', 2],
      ].filter(([code]) => code !== 'COM:14712' || found.communes.includes('14712')),
    );
    expect(found.remarks.find(({ code }) => code === 'carried_communes')?.message).toMatch(/75101 → 75056/);
  });

  it('reads the dates that Excel made, and blanks written NA', async () => {
    const leases = [
      '15/03/2018',
      '2018-03-01',
      'mars-18',
      'mars-2018',
      '43160',
      '3/2018',
      '2018-03-01 00:00:00',
    ];
    const found = await importText(
      restrictedFile(...leases.map((BAIL) => ({ BAIL, DPEDATE: 'janv-00' })), {
        BAIL: 'NA',
        DPEDATE: 'nov-08',
        QPV: 'NA',
        LOYERPRINC: 'NA',
      }),
      { year: 2018 },
    );
    expect(found.totals).toMatchObject({
      nb_attributions: leases.length,
      dpe_inconnu: leases.length,
      dpe_ancien: 1,
    });
    expect(found.totals['somme_loyers_mois']).toBe(300 * leases.length);
  });

  it('reads the four heading lines of the State’s augmented CSV, and headings of other vintages', async () => {
    const names =
      'REG_CODE;DROIT_CODE;DEPCOM;LIBCOM;QPV_CODE;TYPECONST_CODE;TYPECONST_LIBELLE;NBPIECE;SURFHAB;CONSTRUCT;LOCAT;PATRIMOINE;ORIGINE;DPEDATE;DPEENERGIE;PLG_IRIS2024_CODE;PLG_QP24';
    const lines = [
      names
        .split(';')
        .map((one) => `"Description de ${one}"`)
        .join(';'),
      names
        .split(';')
        .map(() => '"texte"')
        .join(';'),
      names
        .split(';')
        .map(() => '"n/a"')
        .join(';'),
      names
        .split(';')
        .map((one) => `"${one}"`)
        .join(';'),
      '28;1;14118;Caen;2;C;Collectif;3;60;1970;1971;1971;1;11/2022;C;141180101;HZ',
      '28;1;14118;Caen;;I;Individuel;4;80;2024;2024;2024;1;01/2024;A;141180101;QN01401M',
      '28;1;14118;Caen;1;C;Collectif;4;70;1980;1981;1981;1;;;141180101;',
    ];
    const found = await importText(lines.join('\r\n'));
    expectAccounted(found);
    expect(found.counts).toMatchObject({ headings: 4, present: 3 });
    expect([found.layout.kind, found.year, found.yearOrigin]).toEqual(['open', 2024, 'headings']);
    expect(found.totals).toMatchObject({
      nb_lls: 3,
      nb_individuel: 1,
      log_qpv: 2,
      mes_neuf: 1,
      dpe_ancien: 0,
      dpe_inconnu: 1,
    });
    expect(found.totals).not.toHaveProperty('nb_loues');
    const older = await importText(
      'DEPCOM_red;typeconst_red;nbpiece_red;surfhab_red;construct_red;locat_red;patrimoine_red;LIBEPCI\n44109;I;4;90;1990;1990;2016;Nantes MÃ©tropole',
    );
    expect([older.year, older.totals['nb_individuel']]).toEqual([2016, 1]);
    expect(codes(older)).toContain('badly_encoded');
  });

  it('gives the same whatever the pieces, and starts again when the first lines misled about the year', async () => {
    const bytes = bytesOf(
      declaration(
        {},
        { MODE: '2' },
        { SORTIEPATRIM: '4' },
        { DEPCOM: '61001', NBPIECE: '9' },
        { DEPCOM: 'x' },
      ),
    );
    const whole = await importRpls(() => [bytes]);
    for (const size of [1, 7, 64, 1000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.slice(at * size, (at + 1) * size),
      );
      expect(await importRpls(() => pieces)).toEqual(whole);
    }
    const old = Array.from({ length: 900 }, () => lineOf(restricted, { BAIL: '' }));
    const recent = Array.from({ length: 30 }, () =>
      lineOf(restricted, { BAIL: '', PATRIMOINE: '2020', LOCAT: '2020' }),
    );
    const long = bytesOf([restricted.join(';'), ...old, ...recent].join('\n'));
    expect(long.length).toBeGreaterThan(65_536);
    const halves = [long.slice(0, 70_000), long.slice(70_000)];
    const found = await importRpls(() => halves);
    expect([found.year, found.totals['mes_neuf']]).toEqual([2020, 30]);
    // Bytes that go by only once: no figure rather than figures of the wrong year.
    const once = await importRpls(halves);
    expect([once.facts, codes(once)[0]]).toEqual([[], 'missing_year']);
  });

  it('tells progress and stops when asked', async () => {
    const control = new AbortController();
    const seen: number[] = [];
    const reading = importText(restrictedFile({}), {
      year: 2018,
      signal: control.signal,
      onProgress: ({ bytes }) => (seen.push(bytes), control.abort()),
    });
    await expect(reading).resolves.toBeDefined();
    expect(seen).toHaveLength(1);
    await expect(importText(restrictedFile({}), { signal: control.signal })).rejects.toThrow(/abort/i);
  });
});

describe('files of another kind', () => {
  it.each([
    ['', /fichier vide.*attendu.*RPLS/],
    ['{"type":"FeatureCollection"}', /JSON.*attendu/],
    [
      'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\nAC\tx\t1\t20200101\t601',
      /FEC.*import-fec/,
    ],
    ['Code Insee;Commune;Zone\n14118;Caen;B1\n', /« Code Insee », « Commune », « Zone ».*DEPCOM/],
    ['un texte\nsans colonnes\n', /sans colonnes/],
    ['PK\x03\x04 xl/workbook.xml', /classeur Excel.*CSV/],
  ])('%j', async (text, sentence) => {
    const reading = importText(text);
    await expect(reading).rejects.toThrow(NotRpls);
    await expect(reading).rejects.toThrow(sentence);
  });

  it('says that a file has nothing but headings', async () => {
    const found = await importText(`${restricted.join(';')}\n`);
    expect([found.rows, codes(found).includes('no_dwelling')]).toEqual([0, true]);
  });
});
