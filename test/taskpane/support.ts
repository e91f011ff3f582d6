import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadEngine, type Engine } from '../../src/taskpane/engine';
import { excelPort } from '../../src/taskpane/office/port';
import { Session } from '../../src/taskpane/session';
import { columnName, writeWorkbook, type SheetModel } from '../../src/xlsx';
import { startScene, type Scene } from '../excel/support';

/** A landlord in front of the pane: the real library on a headless workbook, and the session of the pane over it. */
export interface Desk extends Scene {
  readonly session: Session;
  /** Writes as a person does, outside of the pane. */
  put(sheet: string, address: string, value: string | number | null): Promise<void>;
  valueAt(sheet: string, address: string): Promise<unknown>;
  /** What the pane tells now, in French. */
  told(): string | undefined;
  /** Resolves when the pane has followed what changed in the workbook. */
  until(holds: () => boolean): Promise<void>;
}

/** What a person reads, its special spaces aside. */
export const tidy = (text: string | undefined) => text?.replaceAll(/[\u00a0\u202f]/gu, ' ');

export const today = new Date(2026, 1, 15, 23, 30);

/** What the questionnaire of the tests asks: writing all of it takes half a minute. */
const asked = [
  ...['nb_lls', 'nb_eq_foyer', 'nb_individuel', 'nb_collectif', 'nb_occupants', 'nb_occupes'],
  ...['somme_loyers_mois', 'somme_shab_loue', 'quittancement', 'impayes_annee'],
];

/** The core as the pane loads it, writing a shorter questionnaire; whatever it reads, it knows all of it. */
export async function briefEngine(): Promise<Engine> {
  const core = await loadEngine();
  const dataPoints = new Map([...core.catalogue.dataPoints].filter(([code]) => asked.includes(code)));
  const brief = { ...core.catalogue, dataPoints, indicators: new Map() };
  return {
    ...core,
    buildTemplate(identity) {
      const template = core.buildTemplate(identity, brief);
      return { ...template, sheets: template.sheets.filter(({ tables = [] }) => tables.length > 0) };
    },
  };
}

export async function startDesk(options: Parameters<typeof startScene>[0] = {}): Promise<Desk> {
  const scene = await startScene(options);
  const session = new Session(excelPort, { language: 'fr-FR', now: () => today, engine: briefEngine });
  return {
    ...scene,
    session,
    put: (sheet, address, value) => scene.type(sheet, address, [[value ?? '']]).then(() => session.refresh()),
    valueAt: async (sheet, address) => (await scene.values(sheet, address))[0]?.[0],
    told: () => {
      const { notice } = session.store.get();
      return notice && [notice.message.fr, notice.remedy?.fr].filter(Boolean).join(' ');
    },
    until: (holds) =>
      new Promise((done) => {
        const look = () => {
          if (!holds()) return;
          stop();
          done();
        };
        const stop = session.store.watch(look);
        look();
      }),
  };
}

/** The questions of the questionnaire, counted in the files of the catalogue: sums, sets, and two tables of rows. */
export function questionsInTheFiles(): number {
  const folder = join(__dirname, '../../src/catalogue/data/data-points');
  const points = readdirSync(folder).flatMap((file) =>
    Object.values(parse(readFileSync(join(folder, file), 'utf8')) as Record<string, { kind?: string }>),
  );
  return points.filter(({ kind = 'sum' }) => kind === 'sum' || kind === 'set').length + 2;
}

/** A contribution written by hand: three figures, ND, SO, a wrong one, a blank one, and a list. */
export const contributionFile = (): Promise<Uint8Array> =>
  handWritten([
    ['nb_lls', 2024, 'REG:28', 1000],
    ['nb_individuel', 2024, 'REG:28', 400],
    ['nb_collectif', 2024, 'REG:28', 600],
    ['nb_eq_foyer', 2024, 'REG:28', 'ND'],
    ['nb_occupants', 2024, 'REG:28', 'SO'],
    ['nb_occupes', 2024, 'REG:28', 'beaucoup'],
    ['nb_loues', 2024, 'REG:28', ''],
  ]);

/** A contribution of these figures, with a list and a rent cell. */
export const answersFile = (facts: readonly (readonly (string | number)[])[]): Promise<Uint8Array> =>
  handWritten(facts, {
    IMPACT_LOYERS: [
      ['annee', 'territoire', 'typologie', 'loyer_hlm', 'loyer_marche', 'surface_louee'],
      [2024, 'COM:76540', 'T3', 6, 11, 5000],
    ],
  });

/** A sheet that holds one table, its headings first. */
export const tableSheet = (
  name: string,
  table: string,
  rows: readonly (readonly (string | number | Date)[])[],
): SheetModel => ({
  name,
  columns: [],
  rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value })) })),
  tables: [
    {
      name: table,
      ref: `A1:${columnName(rows[0]!.length - 1)}${rows.length}`,
      columns: rows[0]!.map(String),
    },
  ],
});

function handWritten(
  facts: readonly (readonly (string | number)[])[],
  others: Readonly<Record<string, readonly (readonly (string | number)[])[]>> = {},
): Promise<Uint8Array> {
  return workbookFile([
    tableSheet('Identité', 'IMPACT_IDENTITE', [
      ['champ', 'valeur'],
      ['siren', '552100554'],
      ['raison_sociale', 'Habitat'],
      ['exercice', 2024],
    ]),
    tableSheet('Données', 'IMPACT_DONNEES', [['code', 'annee', 'territoire', 'valeur'], ...facts]),
    tableSheet('Listes', 'IMPACT_LISTES', [
      ['code', 'annee', 'territoire', 'identifiant'],
      ['communes_implantation', 2024, 'REG:28', '76540'],
      ['communes_implantation', 2024, 'REG:28', '76351'],
    ]),
    ...Object.entries(others).map(([table, rows]) => tableSheet(table, table, rows)),
  ]);
}

/** A file with these sheets. */
export const workbookFile = (sheets: readonly SheetModel[]) =>
  writeWorkbook({ title: 'Essai', creator: 'Essai', modified: today, sheets });
