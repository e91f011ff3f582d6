import type { SheetModel, WorkbookModel } from '../../xlsx';
import { territoryName } from '../../territory';
import type { Consolidation } from '../model';
import { summaryCharts } from './charts';
import { type Compared, comparedSheets } from './compared';
import { comparisonSheet } from './comparison';
import { coefficientRows, coefficientsSheet, referenceRows, referencesSheet } from './constants';
import { contributionsSheet } from './contributions';
import { type Drill, drillOf } from './drill';
import { factsSheet, placesOf, rowSheets } from './facts';
import { answersSheet, matrixSheet } from './matrix';
import { memberSheet } from './members';
import { methodSheet } from './method';
import { planWorkbook, type Plan } from './plan';
import { remarksSheet } from './remarks';
import { resultRows, resultsSheet } from './results';
import { collectGivens } from './sources';
import { summarySheet } from './summary';
import { termsSheet } from './terms';
import { zoningsSheet } from './zonings';

export interface ConsolidationWorkbookOptions {
  /** `Indicateurs de NAME`; by default the consolidation of the territory and year. */
  readonly title?: string;
  /** Stored in the file; by default the latest date the contributions know, never the clock. */
  readonly modified?: Date;
  /** Sheets that stand beside the indicators: what a publication made of them. */
  readonly added?: (plan: Plan, drill: Drill) => readonly SheetModel[];
  /** Other years and territories to compare with, a sheet each. */
  readonly compared?: Compared;
}

/**
 * A consolidation as a workbook that a reader without any tool can audit: indicators are live formulas on sums
 * over respondents, themselves formulas on a visible matrix of landlords × inputs, each of whose numbers links to
 * its source cell. Above 150 landlords it holds values and says so.
 */
export function buildConsolidationWorkbook(
  consolidation: Consolidation,
  options: ConsolidationWorkbookOptions = {},
): WorkbookModel {
  const title =
    options.title ?? `Consolidation ${territoryName(consolidation.territory)} ${consolidation.year}`;
  const plan = planWorkbook(consolidation, title);
  return {
    title,
    creator: 'Impact HLM',
    modified: options.modified ?? latestDate(consolidation),
    sheets: sheetsOf(plan, options),
    properties: {
      impact_classeur: 'consolidation',
      impact_catalogue: consolidation.catalogue.version,
      impact_territoire: consolidation.territory,
      impact_exercice: String(consolidation.year),
    },
  };
}

function sheetsOf(plan: Plan, { added, compared }: ConsolidationWorkbookOptions): readonly SheetModel[] {
  const givens = collectGivens(plan);
  const places = placesOf(givens);
  const coefficients = coefficientRows(plan);
  const references = referenceRows(plan);
  const members = memberSheet(plan, givens);
  const sources = { coefficients, references, members };
  const terms = termsSheet(plan, sources);
  const rows = resultRows(plan);
  const drill = drillOf(plan, terms);
  const charts = summaryCharts(plan, terms, rows);
  const optional = (sheet: SheetModel | undefined): readonly SheetModel[] => (sheet ? [sheet] : []);
  return [
    summarySheet(plan, rows, charts, drill),
    resultsSheet(plan, terms, drill),
    ...(added?.(plan, drill) ?? []),
    ...optional(comparisonSheet(plan, rows, drill)),
    ...comparedSheets(plan, rows, sources, compared ?? {}),
    contributionsSheet(plan),
    remarksSheet(plan, places),
    ...(terms.of.size > 0 ? [terms.sheet] : []),
    ...[...plan.territories.values()].flatMap((territory) => [
      matrixSheet(plan, territory, places),
      answersSheet(plan, territory),
    ]),
    factsSheet(givens, plan),
    ...rowSheets(givens, plan),
    ...optional(members.sheet),
    coefficientsSheet(coefficients, plan),
    referencesSheet(references, plan),
    ...optional(zoningsSheet(plan)),
    methodSheet(plan),
    ...optional(charts.dataSheet),
  ];
}

function latestDate({ contributions, year }: Consolidation): Date {
  const dates = contributions.flatMap(({ modified, identity }) => [modified, identity?.sentAt]);
  const times = dates.flatMap((date) => (date && !Number.isNaN(date.getTime()) ? [date.getTime()] : []));
  return times.length > 0 ? new Date(Math.max(...times)) : new Date(Date.UTC(year, 11, 31));
}
