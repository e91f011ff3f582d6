import type { Catalogue } from '../catalogue';
import type { Source } from '../contribution';
import { columnsOf, compileRow, leafKey, type Leaf } from '../formula';
import { addUp, findFacts, MISSING, type Worth } from './factAnswers';
import type { LeafAnswer } from './model';
import type { Place } from './place';
import { listEntries, tableEntries } from './rowAnswers';
import type { YearData } from './yearData';

/** A leaf that landlords answer: a data point, a sum over their rows, a list of theirs. */
export type LandlordLeaf = Extract<Leaf, { kind: 'data' | 'rows' | 'distinct' }>;

/** Everything needed to answer for one landlord at one place. */
export interface Asked {
  readonly data: YearData;
  readonly place: Place;
  readonly campaign: Place;
  /** The territories inside the place where the perimeter lists the landlord. */
  readonly listed: readonly string[];
}

/** A leaf, ready to be asked of any landlord: its worth, and on demand the cells behind it. */
export interface Question {
  readonly key: string;
  readonly leaf: LandlordLeaf;
  worth(asked: Asked): Worth;
  sources(asked: Asked): readonly Source[];
}

/** Whether landlords answer a leaf, or the catalogue or the campaign gives it. */
export function isLandlordLeaf(leaf: Leaf): leaf is LandlordLeaf {
  return leaf.kind === 'data' || leaf.kind === 'rows' || leaf.kind === 'distinct';
}

/** Makes the question of a leaf. */
export function questionOf(leaf: LandlordLeaf, catalogue: Catalogue): Question {
  const key = leafKey(leaf);
  if (leaf.kind === 'data') return dataQuestion(key, leaf, catalogue);
  if (leaf.kind === 'distinct') {
    const ask = ({ data, place, campaign }: Asked) => listEntries(data, leaf.list, place, campaign);
    return { key, leaf, worth: (asked) => ask(asked).worth, sources: (asked) => cells(ask(asked)) };
  }
  const row = compileRow(leaf.body);
  const columns = columnsOf(leaf);
  const bodyOf = (values: Readonly<Record<string, number>>) =>
    columns.every((one) => values[one] !== undefined) ? row(values) : Number.NaN;
  const ask = ({ data, place, campaign }: Asked) => tableEntries(data, leaf.table, bodyOf, place, campaign);
  return { key, leaf, worth: (asked) => ask(asked).worth, sources: (asked) => cells(ask(asked)) };
}

function dataQuestion(key: string, leaf: LandlordLeaf & { kind: 'data' }, catalogue: Catalogue): Question {
  const local = catalogue.dataPoints.get(leaf.code)?.local ?? false;
  const find = ({ data, place, listed }: Asked) =>
    findFacts(data.facts.get(leaf.code) ?? [], place, listed, local);
  return {
    key,
    leaf,
    worth: (asked) => (asked.data.facts.has(leaf.code) ? addUp(find(asked)) : MISSING),
    sources: (asked) => find(asked).facts.map((one) => one.source),
  };
}

/** The answer with its cells, for lineage. */
export function fullAnswer(question: Question, asked: Asked): LeafAnswer {
  return { ...question.worth(asked), sources: question.sources(asked) };
}

const cells = (entries: {
  rows: readonly { source: Source }[];
  declared: readonly { source: Source }[];
}): Source[] => [...entries.rows, ...entries.declared].map((one) => one.source);
