import type { Proposal } from './model';
import { formulaOfSource } from './source';

/** Excel's limit for the text of a formula. */
const longest = 8000;

/** The formula of a proposal as a cell takes it: English names, commas, a leading `=`; the whole, not by commune. */
export function formulaOf(proposal: Pick<Proposal, 'source'>): string {
  return `=${formulaOfSource(proposal.source)}`;
}

/** A cell to write for an accepted proposal. */
export interface WrittenFact {
  readonly territory: string;
  /** Without the leading `=`. */
  readonly formula: string;
  readonly value: number;
}

/** What an accepted proposal writes: a fact a commune when each is known, else the whole at `territory`. */
export function factsOf(proposal: Proposal, territory = ''): readonly WrittenFact[] {
  const facts = proposal.facts.map(({ territory: place, source, value }) => ({
    territory: place,
    formula: formulaOfSource(source),
    value,
  }));
  if (facts.length > 0 && facts.every(({ formula }) => formula.length <= longest)) return facts;
  return [{ territory, formula: formulaOfSource(proposal.source), value: proposal.value }];
}
