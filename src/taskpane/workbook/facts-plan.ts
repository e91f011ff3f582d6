import type { CellContent, CellWrite } from '../../excel';
import type { Engine } from '../engine';
import type { TableCells } from './table-cells';

/** A figure to write in the data table. */
export interface FactToWrite {
  readonly code: string;
  readonly year: number;
  /** `COM:14118`; empty for the landlord as a whole. */
  readonly territory: string;
  readonly value: number;
  /** Written instead of the value: English, commas, `=` first. */
  readonly formula?: string;
  /** Where it comes from, in French. */
  readonly source: string;
  readonly comment?: string;
}

/** A fact and the row that takes it. */
export interface PlacedFact {
  readonly fact: FactToWrite;
  readonly row: number;
}

/** What to write disagrees with what is answered: old → new, for the person to choose. */
export interface Conflict {
  readonly code: string;
  readonly year: number;
  readonly territory: string;
  /** `cell`: the same row; `communes`: their sum; `whole`: the total, while communes are to be written. */
  readonly against: 'cell' | 'communes' | 'whole';
  readonly old: CellContent;
  readonly new: number;
  /** What replacing does: rows written, rows added, the row of a total made blank. */
  readonly placed: readonly PlacedFact[];
  readonly added: readonly FactToWrite[];
  readonly blanked?: number;
}

export interface FactsPlan {
  /** Already there with the same value. */
  readonly same: readonly FactToWrite[];
  /** Go in blank rows. */
  readonly filled: readonly PlacedFact[];
  readonly added: readonly FactToWrite[];
  readonly conflicts: readonly Conflict[];
}

interface Rows {
  whole?: number;
  readonly parts: Map<string, number>;
}

const isBlank = (content: CellContent): boolean => content === null || content === '';

/** Two figures that nobody would tell apart. */
export const sameFigure = (one: CellContent, other: number): boolean =>
  typeof one === 'number' && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));

/**
 * Where each fact goes in the data table as it was just read.
 * @param whole the territory that stands for the whole landlord beside the blank one (`REG:28`)
 */
export function planFacts(
  facts: readonly FactToWrite[],
  table: TableCells | undefined,
  engine: Engine,
  whole: string | undefined,
): FactsPlan {
  const plan = {
    same: [] as FactToWrite[],
    filled: [] as PlacedFact[],
    added: [] as FactToWrite[],
    conflicts: [] as Conflict[],
  };
  const placeOf = (territory: string): string => {
    const code = territory === '' ? '' : (engine.parseTerritory(territory)?.code ?? territory);
    return code === whole ? '' : code;
  };
  const keyOf = (code: string, year: string | number): string => `${engine.headingKey(code)} ${year}`;
  const rows = table ? rowsByKey(table, keyOf, placeOf) : new Map<string, Rows>();
  const at = (row: number): CellContent => table?.at(row, 'valeur') ?? null;
  const groups = new Map<string, FactToWrite[]>();
  for (const fact of facts) {
    const key = keyOf(fact.code, fact.year);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  for (const [key, group] of groups) {
    const known: Rows = rows.get(key) ?? { parts: new Map() };
    const [wholes, parts] = [
      group.filter(({ territory }) => placeOf(territory) === ''),
      group.filter(({ territory }) => placeOf(territory) !== ''),
    ];
    for (const fact of wholes) planWhole(fact, known, at, plan);
    if (parts.length > 0) planParts(parts, placeOf, known, at, plan);
  }
  return plan;
}

type Plan = { [Key in keyof FactsPlan]: FactsPlan[Key][number][] };
type ContentAt = (row: number) => CellContent;

function planWhole(fact: FactToWrite, { whole, parts }: Rows, at: ContentAt, plan: Plan): void {
  const { code, year, territory, value } = fact;
  const placed = whole === undefined ? [] : [{ fact, row: whole }];
  const added = whole === undefined ? [fact] : [];
  const content = whole === undefined ? null : at(whole);
  const conflict = { code, year, territory, new: value, placed, added };
  if (!isBlank(content)) {
    if (sameFigure(content, value) && fact.formula === undefined) plan.same.push(fact);
    else plan.conflicts.push({ ...conflict, against: 'cell', old: content });
    return;
  }
  const answered = [...parts.values()].map(at).filter((one) => !isBlank(one));
  if (answered.length > 0) {
    const sum = sumOf(answered);
    if (sameFigure(sum, value)) plan.same.push(fact);
    else plan.conflicts.push({ ...conflict, against: 'communes', old: sum });
    return;
  }
  plan.filled.push(...placed);
  plan.added.push(...added);
}

function planParts(
  facts: readonly FactToWrite[],
  placeOf: (territory: string) => string,
  { whole, parts }: Rows,
  at: ContentAt,
  plan: Plan,
): void {
  const rowOf = ({ territory }: FactToWrite) => parts.get(placeOf(territory));
  const total = facts.reduce((sum, { value }) => sum + value, 0);
  const content = whole === undefined ? null : at(whole);
  const [first] = facts;
  if (first && whole !== undefined && !isBlank(content) && !sameFigure(content, total)) {
    const placed = facts.flatMap((fact) => {
      const row = rowOf(fact);
      return row === undefined ? [] : [{ fact, row }];
    });
    const added = facts.filter((fact) => rowOf(fact) === undefined);
    const { code, year } = first;
    const conflict = { code, year, territory: '', old: content, new: total, placed, added, blanked: whole };
    plan.conflicts.push({ ...conflict, against: 'whole' });
    return;
  }
  for (const fact of facts) {
    const row = rowOf(fact);
    if (row === undefined) plan.added.push(fact);
    else if (isBlank(at(row))) plan.filled.push({ fact, row });
    else if (sameFigure(at(row), fact.value) && fact.formula === undefined) plan.same.push(fact);
    else {
      const { code, year, territory, value } = fact;
      const placed = [{ fact, row }];
      plan.conflicts.push({
        code,
        year,
        territory,
        against: 'cell',
        old: at(row),
        new: value,
        placed,
        added: [],
      });
    }
  }
}

const sumOf = (contents: readonly CellContent[]): number =>
  contents.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0);

function rowsByKey(
  table: TableCells,
  keyOf: (code: string, year: string) => string,
  placeOf: (territory: string) => string,
): Map<string, Rows> {
  const byKey = new Map<string, Rows>();
  const isFree = (row: number | undefined) => row === undefined || isBlank(table.at(row, 'valeur'));
  table.content.rows.forEach((_, row) => {
    const code = table.text(row, 'code');
    if (code === '') return;
    const key = keyOf(code, table.text(row, 'annee'));
    const rows: Rows = byKey.get(key) ?? { parts: new Map() };
    byKey.set(key, rows);
    const place = placeOf(table.text(row, 'territoire'));
    // Of two rows for one figure the one that is answered.
    if (place !== '') {
      if (isFree(rows.parts.get(place))) rows.parts.set(place, row);
    } else if (isFree(rows.whole)) rows.whole = row;
  });
  return byKey;
}

/** The cells to write for facts that have a row: the figure, where it comes from, what to know of it. */
export function writesOf(
  { fact, row }: PlacedFact,
  table: TableCells,
  withFormula = true,
): readonly CellWrite[] {
  const { value, formula, source, comment } = fact;
  const now = (heading: string) => table.at(row, heading);
  const main = table.write(row, 'valeur', value, now('valeur'));
  const figure = main && withFormula && formula !== undefined ? [{ ...main, formula }] : main ? [main] : [];
  const texts = [
    ['source', source],
    ['commentaire', comment ?? ''],
  ] as const;
  return [
    ...figure,
    ...texts.flatMap(([heading, text]) => {
      const write = text === '' ? undefined : table.write(row, heading, text, now(heading));
      return write ? [write] : [];
    }),
  ];
}
