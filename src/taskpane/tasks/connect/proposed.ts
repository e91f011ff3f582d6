import type { Theme } from '../../workbook/questionnaire';
import { planFacts, type Conflict, type FactToWrite } from '../../workbook/facts-plan';
import { TableCells } from '../../workbook/table-cells';
import { factsOf, formulaOf, sureEnough, type Proposal, type Source } from '../../../mapping';
import { tidyFormula, type SearchResult } from '../../actions/connect';
import type { Engine } from '../../engine';
import type { WorkbookView } from '../../session';

/** A proposal as the person sees it. */
export interface Proposed {
  readonly proposal: Proposal;
  readonly state: 'sure' | 'check' | 'doubtful' | 'connected' | 'answered';
  /** What is answered already and differs. */
  readonly conflict?: Conflict;
}

export interface ProposedTheme {
  readonly theme: Pick<Theme, 'code' | 'label'>;
  readonly rows: readonly Proposed[];
}

/** The facts that an accepted proposal writes. */
export const factsToWrite = (proposal: Proposal): readonly FactToWrite[] =>
  factsOf(proposal).map(({ territory, formula, value }) => ({
    code: proposal.code,
    year: proposal.year,
    territory,
    value,
    formula: `=${formula}`,
    source: proposal.where,
    comment: `Raccordé à ${Math.round(proposal.confidence * 100)} % : ${proposal.why.join(' ; ')}`,
  }));

/** What each proposal is worth in this workbook, theme by theme; the best of a data point first. */
export function proposedThemes(
  found: SearchResult,
  accepted: ReadonlyMap<string, Proposal>,
  refused: ReadonlySet<string>,
  workbook: WorkbookView,
  engine: Engine,
): readonly ProposedTheme[] {
  const content = workbook.tables.get(engine.tableNames.facts);
  const table = content && new TableCells(content, engine);
  const whole = workbook.consolidation?.territory;
  const rows = found.mapping.proposals
    .filter((one) => !refused.has(keyOf(one)))
    .map((proposal): Proposed => {
      const mine = accepted.get(proposal.code);
      if (mine) return { proposal: mine, state: 'connected' };
      const { conflicts, same } = planFacts(
        // As figures: a formula over the same value would still be written.
        factsToWrite(proposal).map(({ code, year, territory, value, source }) => ({
          code,
          year,
          territory,
          value,
          source,
        })),
        table,
        engine,
        whole,
      );
      const [conflict] = conflicts;
      if (conflict || same.length > 0) return { proposal, state: 'answered', ...(conflict && { conflict }) };
      return { proposal, state: wordOf(proposal.confidence) };
    });
  const shown = rows.filter(
    ({ state, proposal }, index) =>
      state !== 'connected' || rows.findIndex((one) => one.proposal.code === proposal.code) === index,
  );
  return engine.catalogue.dimensions.flatMap((theme): ProposedTheme[] => {
    const own = shown.filter(
      ({ proposal }) => engine.catalogue.dataPoints.get(proposal.code)?.theme === theme.code,
    );
    return own.length > 0 ? [{ theme, rows: own }] : [];
  });
}

const wordOf = (confidence: number): 'sure' | 'check' | 'doubtful' =>
  confidence >= sureEnough ? 'sure' : confidence >= 0.6 ? 'check' : 'doubtful';

/** Tells a proposal from another of the same data point. */
export const keyOf = ({ code, where }: Proposal): string => `${code} ${where}`;

/** Those that may be accepted unseen: sure, nothing answered yet, the only sure one of their data point. */
export function sureOnes(themes: readonly ProposedTheme[]): readonly Proposal[] {
  const sure = themes.flatMap(({ rows }) => rows).filter(({ state }) => state === 'sure');
  return sure
    .map(({ proposal }) => proposal)
    .filter((one, _, all) => all.filter(({ code }) => code === one.code).length === 1);
}

/** The proposals whose formula is in the data table already: connected before, perhaps by someone else. */
export function connectedBefore({ mapping, formulas }: SearchResult): ReadonlyMap<string, Proposal> {
  const connected = new Map<string, Proposal>();
  for (const proposal of mapping.proposals) {
    const written = formulas.get(proposal.code);
    const own = [formulaOf(proposal), ...factsToWrite(proposal).map(({ formula = '' }) => formula)];
    if (written && own.some((formula) => written.has(tidyFormula(formula))))
      connected.set(proposal.code, proposal);
  }
  return connected;
}

/** The first cells that a source reads, to be shown in the workbook. */
export function cellsOf({ terms }: Source, engine: Engine): { sheet: string; address: string } | undefined {
  const [first] = terms;
  if (!first) return undefined;
  if (first.kind === 'cell')
    return { sheet: first.sheet, address: engine.cellAddress(first.row, first.column) };
  const range = first.kind === 'sum' ? first.ranges[0] : (first.where[0]?.range ?? first.of);
  if (!range) return undefined;
  const { sheet, column, run } = range;
  const [from, to] = [run.first, run.last].map((row) => engine.cellAddress(row, column));
  return { sheet, address: `${from}:${to}` };
}
