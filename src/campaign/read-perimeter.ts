import { type CampaignFile, type Perimeter, type PerimeterHeading, perimeterOf } from '../consolidation';
import type { Remark } from '../contribution';
import type { CampaignTable } from './campaign-table';
import { campaignHeadings } from './format';

/** Which column a remark on a line is about. */
const columnsOf: Readonly<Record<string, PerimeterHeading>> = {
  invalid_siren: 'siren',
  doubtful_siren: 'siren',
  duplicate_line: 'siren',
  unknown_territory: 'territoire',
  former_commune: 'territoire',
  invalid_dwellings: 'logements',
  unknown_family: 'famille',
  invalid_group: 'groupe',
};

/** Reads `IMPACT_PERIMETRE` by the rules of the perimeter file; remarks name the cell. */
export function readPerimeterTable(table: CampaignTable): Perimeter {
  if (!table.requires(['siren', 'territoire', 'logements'])) return { lines: [], remarks: table.remarks };
  const remarks: Remark[] = [];
  const lineOf = (row: number): number =>
    Number(/\d+$/.exec(table.source(row, 'siren').cell)?.[0] ?? row + 1);
  const rows = new Map(table.rows(campaignHeadings.perimeter).map((row) => [lineOf(row), row]));
  const file: CampaignFile<PerimeterHeading> = {
    lines: [...rows].map(([line, row]) => ({
      line,
      cell: (heading) => {
        const value = table.value(row, heading);
        // A number stored with a decimal point, in the French style that the file has.
        return typeof value === 'number' ? String(value).replace('.', ',') : table.text(row, heading);
      },
    })),
    remarks,
    say: (level, code, line, message) => {
      const source = table.source(rows.get(line) ?? 0, columnsOf[code] ?? 'siren');
      const sentence = message.charAt(0).toUpperCase() + message.slice(1);
      remarks.push({ level, code, message: sentence, source });
    },
  };
  return perimeterOf(file);
}
