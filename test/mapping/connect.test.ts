import { catalogue } from '../../src/catalogue';
import { readContribution } from '../../src/contribution';
import {
  applyProfile,
  contributionSheets,
  exportProfile,
  findIdentity,
  formulaOf,
  guessYear,
  parseProfile,
  type Proposal,
  proposeMappings,
} from '../../src/mapping';
import {
  appendSheets,
  bytesSource,
  inflatePortably,
  openArchive,
  openWorkbook,
  type WorkbookModel,
  writeWorkbook,
} from '../../src/xlsx';
import { itWithLibreOffice, recalculate } from '../support/libreoffice';
import { type Labelled, viewsOf, workbookOf } from './labelled';
import { landlordWorkbook, named, options, sure } from './landlord-workbook';

async function connected(
  model: WorkbookModel,
): Promise<{ before: Uint8Array; after: Uint8Array; accepted: Proposal[] }> {
  const before = await writeWorkbook(model);
  const accepted = sure(proposeMappings(await viewsOf(before), options).proposals);
  const identity = {
    siren: '732829320',
    name: 'Office du Bocage',
    year: 2024,
    catalogueVersion: catalogue.version,
  };
  const sheets = contributionSheets(
    accepted,
    identity,
    model.sheets.map(({ name }) => name),
  );
  return { before, after: await appendSheets(before, sheets), accepted };
}

describe('a landlord’s workbook, connected', () => {
  it('names in its formulas the landlord’s own cells, and shows the conversion of units', async () => {
    const formulas = new Map<string, string>();
    for (const name of [
      'residences',
      'compte-de-resultat-ke',
      'liste-logements',
      'base-technique',
      'operations',
      'fluides',
      'budget-realise',
    ]) {
      const views = await viewsOf(await writeWorkbook(workbookOf(named(name))));
      for (const one of sure(proposeMappings(views, options).proposals))
        formulas.set(`${name} ${one.code}`, formulaOf(one));
    }
    expect(Object.fromEntries(formulas)).toMatchObject({
      'residences nb_lls': "=SUM('Parc 31-12-2024'!$H$5:$H$10)",
      'residences log_qpv': "=SUMIFS('Parc 31-12-2024'!$H$5:$H$10,'Parc 31-12-2024'!$F$5:$F$10,\"O\")",
      'compte-de-resultat-ke tfpb': "='CR'!D14*1000",
      'liste-logements nb_lls': "=COUNTA('Export logements'!$A$2:$A$11)",
      'liste-logements dpe_f': '=COUNTIFS(\'Export logements\'!$I$2:$I$11,"F")',
      'base-technique surface_totale': '=SUM(T_LOTS[SHAB])',
      'base-technique log_qpv': '=COUNTIFS(T_LOTS[ID_QPV],"?*")',
      'operations inv_demol': "=SUMIFS('Opérations'!$H$2:$H$6,'Opérations'!$E$2:$E$6,\"Démolition\")*1000",
      'fluides conso_bois': "=SUMIFS('Énergie'!$C$4:$C$8,'Énergie'!$B$4:$B$8,\"Bois\")*1000",
      'budget-realise tfpb': "='Suivi budgétaire'!D5",
    });
  });

  it('loses nothing: every part that was there is there, unchanged but for the lists that name the new sheets', async () => {
    const { before, after } = await connected(landlordWorkbook('residences', 'compte-de-resultat-ke'));
    const [old, now] = await Promise.all(
      [before, after].map((bytes) => openArchive(bytesSource(bytes), inflatePortably)),
    );
    const changed: string[] = [];
    for (const name of old!.names) {
      expect(now!.has(name)).toBe(true);
      if (Buffer.compare(await old!.read(name), await now!.read(name)) !== 0) changed.push(name);
    }
    expect(old!.names.some((name) => name.includes('chart'))).toBe(true);
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
    ]);
  });

  it('puts its styles behind those of the workbook, and its cells point at them', async () => {
    const { before, after } = await connected(landlordWorkbook('residences'));
    const text = async (bytes: Uint8Array, part: string): Promise<string> =>
      new TextDecoder().decode(await (await openArchive(bytesSource(bytes), inflatePortably)).read(part));
    const styles = async (bytes: Uint8Array): Promise<string[]> =>
      /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(await text(bytes, 'xl/styles.xml'))![1]!.match(/<xf [^>]*>/g)!;
    const [old, now] = [await styles(before), await styles(after)];
    expect(now.slice(0, old.length)).toEqual(old);
    const used = [...(await text(after, 'xl/worksheets/sheet3.xml')).matchAll(/<c [^>]*s="(\d+)"/g)].map(
      (one) => Number(one[1]),
    );
    expect(used.length).toBeGreaterThan(50);
    expect(Math.min(...used)).toBeGreaterThanOrEqual(old.length);
    expect(Math.max(...used)).toBeLessThan(now.length);
    const fonts = (await text(after, 'xl/styles.xml')).match(/<font>/g)!.length;
    expect(Math.max(...now.map((xf) => Number(/fontId="(\d+)"/.exec(xf)?.[1])))).toBeLessThan(fonts);
  });

  it('is read as a contribution with the right figures, before anything recalculates it', async () => {
    const { after } = await connected(landlordWorkbook('residences', 'compte-de-resultat-ke'));
    const contribution = await readContribution(bytesSource(after), 'bocage.xlsx', { catalogue });
    expect(contribution.remarks.filter(({ level }) => level === 'blocking')).toEqual([]);
    expect(contribution.identity).toMatchObject({ siren: '732829320', year: 2024 });
    const total = (code: string): number =>
      contribution.facts
        .filter((fact) => fact.code === code)
        .reduce((all, { answer }) => all + (answer.kind === 'number' ? answer.value : NaN), 0);
    // By hand from the labels: 437 dwellings, 330 of them in priority areas, 2 533.4 k€ of property tax.
    expect([total('nb_lls'), total('log_qpv'), total('tfpb')]).toEqual([437, 330, 2_533_400]);
    expect(
      contribution.facts
        .filter(({ code }) => code === 'nb_lls')
        .map(({ territory }) => territory)
        .sort(),
    ).toEqual(['COM:14047', 'COM:14118', 'COM:14366']);
  });

  itWithLibreOffice('is calculated by LibreOffice to the values stored', async () => {
    const { after } = await connected(
      landlordWorkbook(
        'residences',
        'liste-logements',
        'base-technique',
        'compte-de-resultat-ke',
        'operations',
        'fluides',
        'salaries',
        'agences',
      ),
    );
    const stored = await openWorkbook(bytesSource(after));
    const table = await stored.readTable('IMPACT_DONNEES');
    const theirs = (await recalculate(after)).get(table.sheet)!;
    let compared = 0;
    for (let row = 0; row < table.rowCount; row += 1) {
      const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(table.address(row, 4))!;
      const value = theirs[Number(number) - 1]?.[letters!.charCodeAt(0) - 65];
      expect([table.cell(row, 0), table.cell(row, 3), value]).toEqual([
        table.cell(row, 0),
        table.cell(row, 3),
        expect.closeTo(Number(table.cell(row, 4)), 6),
      ]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(40);
  });
});

describe('a mapping profile', () => {
  const lastYear = named('compte-de-resultat-ke');
  const profileOf = async (one: Labelled) => {
    const { proposals } = proposeMappings(await viewsOf(await writeWorkbook(workbookOf(one))), options);
    return parseProfile(JSON.parse(JSON.stringify(exportProfile(sure(proposals)))))!;
  };
  const apply = async (one: Labelled, rows: (rows: string) => string, year: number) => {
    const profile = await profileOf(one);
    const changed = { ...one, sheets: one.sheets!.map((sheet) => ({ ...sheet, rows: rows(sheet.rows) })) };
    return applyProfile(profile, await viewsOf(await writeWorkbook(workbookOf(changed))), {
      catalogue,
      year,
    });
  };

  it('follows lines and headings that moved, into next year’s column', async () => {
    const next = (rows: string): string =>
      rows
        .replace('(en k€) | 2022 | 2023 | 2024 |', '(en k€) | 2023 | 2025 | 2024 |')
        .replace('PRODUITS\n', 'PRODUITS\nProduits financiers | 1 | 2 | 3 |\n');
    const { proposals } = await apply(lastYear, next, 2025);
    // The columns of 2025 and 2024 were swapped and a line was inserted: the figure of the third column, a line lower.
    expect(proposals.find(({ code }) => code === 'tfpb')).toMatchObject({
      value: 2_410_000,
      where: 'CR!C15',
    });
    expect(proposals).toHaveLength(10);
  });

  it('says what no longer fits, and guesses nothing', async () => {
    const renamed = await apply(
      lastYear,
      (rows) => rows.replace('Taxe foncière (TFPB)', 'Contribution immobilière'),
      2024,
    );
    expect(renamed.proposals.map(({ code }) => code)).not.toContain('tfpb');
    expect(renamed.remarks.find(({ subject }) => subject === 'tfpb')?.message).toMatch(
      /« Taxe foncière \(TFPB\) » n’est plus dans la feuille « CR »/,
    );
    const absent = await apply(lastYear, (rows) => rows, 2025);
    expect(absent.proposals).toEqual([]);
    expect(absent.remarks.filter(({ code }) => code === 'profile_unmatched')).toHaveLength(10);
    const unscaled = await apply(lastYear, (rows) => rows.replace('(en k€)', 'Libellé'), 2024);
    expect(unscaled.proposals).toEqual([]);
  });

  it('is refused when it is something else', () => {
    expect(parseProfile({ format: 'autre' })).toBeUndefined();
    expect(parseProfile(null)).toBeUndefined();
  });
});

describe('what surrounds the figures', () => {
  it('tells the year and the landlord, when the sheets do', async () => {
    const year = async (name: string) =>
      guessYear(await viewsOf(await writeWorkbook(workbookOf(named(name)))));
    expect(
      await Promise.all(
        ['residences', 'budget-realise', 'tableau-de-bord', 'compte-de-resultat-ke'].map(year),
      ),
    ).toEqual([2024, 2024, 2024, 2024]);
    const one: Labelled = {
      ...named('fiche'),
      sheets: [{ name: 'Nous', rows: 'Raison sociale : | Office du Bocage\nSIREN | 732829320\n' }],
    };
    expect(findIdentity(await viewsOf(await writeWorkbook(workbookOf(one))))).toEqual({
      siren: '732829320',
      name: 'Office du Bocage',
    });
  });
});
