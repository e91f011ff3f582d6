import { campaignOfTables, campaignTables, receivedTables, receivedVersions } from '../../campaign';
import type { TableContent, TableSummary } from '../../excel';
import type { Engine } from '../engine';
import type { ExcelPort } from '../port';
import { tableData } from './table-data';
import type { UnionTable, UnionView } from './view';

const names: Readonly<Record<UnionTable, string>> = {
  settings: campaignTables.settings,
  perimeter: campaignTables.perimeter,
  followUp: campaignTables.followUp,
  journal: campaignTables.journal,
  versions: receivedTables.versions,
};

/** Reads the campaign of the open workbook from its visible tables. */
export async function readUnion(
  port: ExcelPort,
  listed: readonly TableSummary[],
  engine: Engine,
): Promise<UnionView> {
  const tables: Partial<Record<UnionTable, TableContent>> = {};
  for (const [key, name] of Object.entries(names) as [UnionTable, string][]) {
    const found = listed.find((one) => one.name.toUpperCase() === name);
    if (found) tables[key] = await port.readTable(found.name);
  }
  const data = (key: UnionTable) => tables[key] && tableData(tables[key], engine);
  const [settings, perimeter, followUp, journal] = (
    ['settings', 'perimeter', 'followUp', 'journal'] as const
  ).map(data);
  const { campaign, remarks } = campaignOfTables(
    {
      ...(settings && { settings }),
      ...(perimeter && { perimeter }),
      ...(followUp && { followUp }),
      ...(journal && { journal }),
    },
    '',
    { catalogue: engine.catalogue },
  );
  return { ...(campaign && { campaign }), remarks, tables, versions: receivedVersions(data('versions')) };
}
