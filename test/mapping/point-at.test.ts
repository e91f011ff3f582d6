import { catalogue } from '../../src/catalogue';
import {
  applyProfile,
  exportProfile,
  formulaOf,
  parseProfile,
  type PointingOptions,
  proposeAt,
} from '../../src/mapping';
import { type Block, parseBlock, writeWorkbook } from '../../src/xlsx';
import { labelled, type Labelled, viewsOf, workbookOf } from './labelled';

const named = (name: string): Labelled => labelled.find((one) => one.name.endsWith(name))!;
const options = { catalogue, year: 2024 };
const views = async (one: Labelled) => viewsOf(await writeWorkbook(workbookOf(one)));

/** `Feuille!C12` or `Feuille!C5:C10` as a place. */
function place(written: string): { sheet: string; area: Block } {
  const [sheet = '', ref = ''] = written.split('!');
  return { sheet, area: parseBlock(ref)! };
}

async function point(
  one: Labelled | string,
  written: string,
  code: string,
  more: Partial<PointingOptions> = {},
) {
  const from = typeof one === 'string' ? named(one) : one;
  return proposeAt(place(written), code, await views(from), { ...options, ...more });
}

/** Two figures of one sheet that stand in no table, and a sheet of ours. */
const loose: Labelled = {
  name: 'loose',
  year: 2024,
  labels: {},
  sheets: [
    { name: 'Notes', rows: 'Bonjour\n\n | Subvention reçue (k€) : | 12.5\n\n\n | Agents | 31\n' },
    { name: 'Impact', table: 'IMPACT_DONNEES', rows: 'code | valeur\nnb_lls | 12\n' },
  ],
};

describe('pointing at the place of a data point', () => {
  it('takes the number of a cell, with the unit of its table', async () => {
    // The table is in k€, the tax of 2024 reads 2 533.4.
    const { proposal } = await point('compte-de-resultat-ke', 'CR!D14', 'tfpb');
    expect(proposal).toMatchObject({
      value: 2_533_400,
      where: 'CR!D14',
      recipe: { how: 'cell', unit: 'k€' },
    });
    expect(formulaOf(proposal!)).toBe("='CR'!D14*1000");
    expect(proposal!.confidence).toBeGreaterThan(0.9);
    // The figure of another year is offered, and doubted.
    const other = (await point('compte-de-resultat-ke', 'CR!C14', 'tfpb')).proposal!;
    expect(other.confidence).toBeLessThan(0.8);
    expect(other.why.join()).toMatch(/2023, pas de 2024/);
  });

  it('adds up a column pointed at by its heading or as a whole, without its total, commune by commune', async () => {
    for (const area of ['H4', 'H1:H1048576', 'H5:H11']) {
      const { proposal } = await point('residences', `Parc 31-12-2024!${area}`, 'nb_lls');
      expect([area, proposal!.value, formulaOf(proposal!)]).toEqual([
        area,
        437,
        "=SUM('Parc 31-12-2024'!$H$5:$H$10)",
      ]);
      // 120 + 45 in Caen, 18 + 210 in Lisieux, 12 + 32 in Bayeux.
      expect(proposal!.facts.map(({ territory, value }) => [territory, value])).toEqual([
        ['COM:14118', 165],
        ['COM:14366', 228],
        ['COM:14047', 44],
      ]);
    }
  });

  it('adds up some lines alone, and counts the lines of a column of texts', async () => {
    const some = (await point('residences', 'Parc 31-12-2024!H6:H8', 'log_qpv')).proposal!;
    expect([some.value, formulaOf(some), some.recipe.how]).toEqual([
      45 + 18 + 210,
      "=SUM('Parc 31-12-2024'!$H$6:$H$8)",
      'cells',
    ]);
    const counted = (await point('residences', 'Parc 31-12-2024!B4', 'nb_lls')).proposal!;
    expect([counted.value, formulaOf(counted)]).toEqual([6, "=COUNTA('Parc 31-12-2024'!$B$5:$B$10)"]);
  });

  it('takes figures in no table, in the unit said beside them or by the person', async () => {
    expect((await point(loose, 'Notes!C3', 'tfpb')).proposal).toMatchObject({
      value: 12_500,
      confidence: 0.97,
    });
    const unsure = (await point(loose, 'Notes!C6', 'tfpb')).proposal!;
    expect([unsure.value, unsure.confidence]).toEqual([31, 0.6]);
    const said = (await point(loose, 'Notes!C6', 'tfpb', { unit: 'k€' })).proposal!;
    expect([said.value, said.confidence, formulaOf(said)]).toEqual([31_000, 0.97, "='Notes'!C6*1000"]);
  });

  it.each([
    [
      'residences',
      'Parc 31-12-2024!B7',
      'nb_lls',
      /B7 contient « Clos des Pommiers », qui n’est pas un nombre/,
    ],
    ['residences', 'Parc 31-12-2024!H40', 'nb_lls', /H40 est vide/],
    ['residences', 'Parc 31-12-2024!H5:I6', 'nb_lls', /Plusieurs colonnes/],
    ['residences', 'Parc 31-12-2024!I4', 'tfpb', /sont en m².*se compte en €/],
    ['residences', 'Parc 31-12-2024!B4', 'tfpb', /contient des textes/],
    ['residences', 'Absente!A1', 'nb_lls', /n’est pas dans ce classeur/],
    ['residences', 'Parc 31-12-2024!H5', 'inconnue', /n’est pas une donnée/],
    [loose, 'Impact!B2', 'nb_lls', /celles d’Impact HLM/],
  ] as const)('says why it cannot take %s %s', async (one, written, code, reason) => {
    expect((await point(one, written, code)).reason).toMatch(reason);
  });

  it('is kept in a profile: followed by its headings next year, never guessed', async () => {
    const cr = named('compte-de-resultat-ke');
    // « Dotations aux amortissements » is no data point for the matcher: a person says that it is one.
    const line = cr.sheets![0]!.rows.split('\n').findIndex((row) => row.startsWith('Dotations aux')) + 1;
    const pointed = (await point(cr, `CR!D${line}`, 'couts_gestion')).proposal!;
    const profile = parseProfile(JSON.parse(JSON.stringify(exportProfile([pointed]))))!;
    const apply = async (rows: (rows: string) => string, year: number) =>
      applyProfile(
        profile,
        await views({ ...cr, sheets: cr.sheets!.map((sheet) => ({ ...sheet, rows: rows(sheet.rows) })) }),
        { catalogue, year },
      );
    const same = await apply((rows) => rows, 2024);
    expect(same.proposals).toMatchObject([{ value: pointed.value, where: pointed.where }]);
    const next = (rows: string): string =>
      rows
        .replace('(en k€) | 2022 | 2023 | 2024 |', '(en k€) | 2023 | 2025 | 2024 |')
        .replace('PRODUITS\n', 'PRODUITS\nProduits financiers | 1 | 2 | 3 |\n');
    expect((await apply(next, 2025)).proposals.map(({ where }) => where)).toEqual([`CR!C${line + 1}`]);
    const absent = await apply((rows) => rows, 2025);
    expect(absent.proposals).toEqual([]);
    expect(absent.remarks[0]?.message).toMatch(/désignez la cellule/);
  });
});
