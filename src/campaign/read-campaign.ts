import type { Catalogue } from '../catalogue';
import type { Perimeter } from '../consolidation';
import type { Remark } from '../contribution';
import { type ByteSource, type Inflate, openWorkbook, type WorkbookReader, WorkbookRefused } from '../xlsx';
import { CampaignTable, type CampaignTableData } from './campaign-table';
import { campaignHeadings, campaignSheets, campaignTables } from './format';
import type { CampaignRead } from './model';
import { followUpOf, readFollowUp } from './read-follow-up';
import { readJournal } from './read-journal';
import { readPerimeterTable } from './read-perimeter';
import { readSettings } from './read-settings';
import { receivedTables } from './store/format';

export interface CampaignReadOptions {
  readonly catalogue: Catalogue;
  readonly inflate?: Inflate;
}

type TableKey = keyof typeof campaignTables;

/**
 * Reads a campaign workbook, its tables found by name. Never throws: a file that cannot be read, or whose year or
 * territory is not known, gives no campaign, the reason being the first remark. A table that is missing counts as
 * empty, and is said.
 */
export async function readCampaign(
  source: ByteSource,
  file: string,
  { catalogue, inflate }: CampaignReadOptions,
): Promise<CampaignRead> {
  return orRefused(file, { remarks: [], additions: [] }, async () => {
    const workbook = await openWorkbook(source, inflate ? { inflate } : {});
    const found = async (key: TableKey) => {
      const table = workbook.tables.find(({ name }) => name.toUpperCase() === campaignTables[key]);
      return table && (await workbook.readTable(table.name));
    };
    const [settings, perimeter, followUp, journal] = [
      await found('settings'),
      await found('perimeter'),
      await found('followUp'),
      await found('journal'),
    ];
    const tables = {
      ...(settings && { settings }),
      ...(perimeter && { perimeter }),
      ...(followUp && { followUp }),
      ...(journal && { journal }),
    };
    const sheets = workbook.sheets.map(({ name }) => name);
    const keepsAnswers = workbook.tables.some(({ name }) => name.toUpperCase() === receivedTables.versions);
    return {
      ...campaignOfTables(tables, file, { catalogue, date1904: workbook.date1904, sheets }),
      ...(keepsAnswers ? { keepsAnswers } : {}),
    };
  });
}

/** The tables of a campaign that were found, in a closed workbook or in the one that is open. */
export type FoundTables = Readonly<
  Partial<Record<Exclude<TableKey, 'reminders' | 'asked'>, CampaignTableData>>
>;

/** A campaign from its tables, as `readCampaign` reads them. Without sheets, none is said to be added. */
export function campaignOfTables(
  found: FoundTables,
  file: string,
  options: {
    readonly catalogue: Catalogue;
    readonly date1904?: boolean;
    readonly sheets?: readonly string[];
  },
): CampaignRead {
  const { catalogue, date1904 = false, sheets = [] } = options;
  const open = (table: CampaignTableData | undefined) => table && new CampaignTable(table, file, date1904);
  const settingsTable = open(found.settings);
  if (!settingsTable) {
    const message = `Ce classeur n’est pas un classeur de campagne : la table ${campaignTables.settings} manque. Créez-en un par « campaign new ».`;
    return { remarks: [onFile('missing_table', message, file)], additions: [] };
  }
  const settings = settingsTable.requires(['champ', 'valeur'])
    ? readSettings(settingsTable, catalogue)
    : undefined;
  const perimeterTable = open(found.perimeter);
  const perimeter = perimeterTable ? readPerimeterTable(perimeterTable) : missing('perimeter', file);
  const followUpTable = open(found.followUp);
  const journalTable = open(found.journal);
  const written = followUpTable ? readFollowUp(followUpTable) : [];
  const journal = journalTable ? readJournal(journalTable, catalogue) : [];
  const remarks = [
    ...settingsTable.remarks,
    ...perimeter.remarks,
    ...(followUpTable?.remarks ?? missing('followUp', file).remarks),
    ...(journalTable?.remarks ?? missing('journal', file).remarks),
  ];
  const additions = additionsOf(sheets, {
    settings: settingsTable,
    perimeter: perimeterTable,
    followUp: followUpTable,
    journal: journalTable,
  });
  if (!settings) return { remarks: blockingFirst(remarks), additions };
  const followUp = followUpOf(perimeter.lines, written);
  return { campaign: { settings, perimeter: perimeter.lines, followUp, journal }, remarks, additions };
}

/**
 * The perimeter of any workbook with the table `IMPACT_PERIMETRE`: a campaign's, or one that a person made.
 * Never throws: nothing and a blocking remark for a file that has none.
 */
export async function readPerimeterWorkbook(
  source: ByteSource,
  file: string,
  { inflate }: Pick<CampaignReadOptions, 'inflate'>,
): Promise<Perimeter> {
  return orRefused(file, { lines: [], remarks: [] }, async () => {
    const table = await tableOf(await openWorkbook(source, inflate ? { inflate } : {}), 'perimeter', file);
    if (table) return readPerimeterTable(table);
    const message = `Le classeur n’a pas de table ${campaignTables.perimeter} : nommez ainsi la table des bailleurs attendus dans Excel (Création de tableau, Nom du tableau).`;
    return { lines: [], remarks: [onFile('missing_table', message, file)] };
  });
}

async function orRefused<Result extends { readonly remarks: readonly Remark[] }>(
  file: string,
  nothing: Result,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return { ...nothing, remarks: [onFile(`file_${error.code}`, error.message, file)] };
  }
}

async function tableOf(
  workbook: WorkbookReader,
  key: TableKey,
  file: string,
): Promise<CampaignTable | undefined> {
  const found = workbook.tables.find(({ name }) => name.toUpperCase() === campaignTables[key]);
  return found && new CampaignTable(await workbook.readTable(found.name), file, workbook.date1904);
}

function missing(key: TableKey, file: string): Perimeter {
  const message = `La table ${campaignTables[key]} manque : elle est prise comme vide. Remettez-la, ou repartez d’un classeur de campagne neuf.`;
  return { lines: [], remarks: [onFile('missing_table', message, file)] };
}

/** Sheets and columns that are not ours, by name. */
function additionsOf(
  present: readonly string[],
  tables: Partial<Record<TableKey, CampaignTable | undefined>>,
): string[] {
  const ours = new Set<string>(Object.values(campaignSheets));
  const sheets = present.filter((name) => !ours.has(name)).map((name) => `feuille « ${name} »`);
  const columns = Object.entries(tables).flatMap(([key, table]) => {
    const names = table?.additions(campaignHeadings[key as TableKey]) ?? [];
    return names.map((name) => `colonne « ${name} » de ${campaignTables[key as TableKey]}`);
  });
  return [...sheets, ...columns];
}

const blockingFirst = (remarks: readonly Remark[]): Remark[] => [
  ...remarks.filter(({ level }) => level === 'blocking'),
  ...remarks.filter(({ level }) => level !== 'blocking'),
];

function onFile(code: string, message: string, file: string): Remark {
  return { level: 'blocking', code, message, source: { file, sheet: '', cell: '' } };
}
