import { sheetNameFrom, type SheetModel } from '../../../xlsx';
import type { Consolidation, IndicatorCell } from '../../model';
import type { Plan } from '../plan';
import type { TermSources } from '../terms';
import { distributionSheet } from './distribution';
import { familiesSheet } from './families';
import { gapsSheet } from './gaps';
import { yearSheet } from './years';

/** What a consolidation is compared with, besides its own families and landlords. */
export interface Compared {
  /** Campaigns of other years (`earlierConsolidation`), a sheet each. */
  readonly years?: readonly Consolidation[];
  /** Territories of the consolidation that the others are compared with, a sheet each. */
  readonly territories?: readonly string[];
}

/** The sheets of comparisons; none where there is nothing to compare. Internal: they follow no disclosure control. */
export function comparedSheets(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
  sources: TermSources,
  { years = [], territories = [] }: Compared,
): readonly SheetModel[] {
  const sheets = [
    ...years.map((then) => yearSheet(plan, rows, then)),
    ...territories.map((territory) => gapsSheet(plan, rows, territory)),
    familiesSheet(plan, rows, sources),
    distributionSheet(plan, rows),
  ];
  return withOwnNames(sheets.flatMap((sheet) => (sheet ? [sheet] : [])));
}

/** Excel wants every name once, and two editions can be of one year, two territories be called Paris. */
function withOwnNames(sheets: readonly SheetModel[]): readonly SheetModel[] {
  const taken: string[] = [];
  return sheets.map((sheet) => {
    const name = sheetNameFrom(sheet.name, taken);
    taken.push(name);
    if (name === sheet.name) return sheet;
    const tables = (sheet.tables ?? []).map((one) => ({ ...one, name: `${one.name}_${taken.length}` }));
    return { ...sheet, name, tables };
  });
}
