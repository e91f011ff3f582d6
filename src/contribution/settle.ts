import type { Catalogue } from '../catalogue';
import { checkFigures } from './check-figures';
import { checkRows } from './check-rows';
import { checkSanity } from './check-sanity';
import { checkTotals } from './check-totals';
import { checkTrends } from './check-trends';
import { withoutDuplicates } from './duplicates';
import { FigureIndex } from './figures';
import type { Contribution, Remark } from './model';
import { RemarkList } from './remarks';

/**
 * Settles a contribution in its campaign: a blank territory becomes the campaign's, two rows for the same
 * figure become one, and figures are checked against one another. Cross-checks only give warnings: no figure
 * is removed by them. A rejected contribution is given back as it is; settling twice changes nothing.
 * @param checked false leaves the cross-checks out, for who reads no remark: they take longer than all the rest
 */
export function settleContribution(
  contribution: Contribution,
  campaign: string,
  catalogue: Catalogue,
  checked = true,
): Contribution {
  if (contribution.status === 'rejected') return contribution;
  const remarks = new RemarkList();
  const placed = <T extends { readonly territory: string }>(one: T): T =>
    one.territory === '' ? { ...one, territory: campaign } : one;
  const placedFacts = contribution.facts.map((fact) =>
    fact.territory === '' ? { ...fact, territory: campaign, written: campaign } : fact,
  );
  const facts = withoutDuplicates(placedFacts, catalogue, remarks);
  const rows = contribution.rows.map(placed);
  if (checked) {
    const figures = new FigureIndex(facts, rows);
    const failures = checkFigures(figures, catalogue, remarks);
    checkRows(rows, catalogue, remarks);
    checkSanity(figures, catalogue, failures, remarks);
    checkTotals(facts, campaign, catalogue, remarks);
    checkTrends(figures, catalogue, remarks);
  }
  return {
    ...contribution,
    facts,
    rows,
    members: contribution.members.map(placed),
    remarks: merged(contribution.remarks, remarks.list()),
  };
}

/** Both lists, a remark that is in the first not being repeated. */
function merged(before: readonly Remark[], after: readonly Remark[]): readonly Remark[] {
  const keyOf = (one: Remark) => `${one.code}\n${one.source.sheet}\n${one.source.cell}\n${one.message}`;
  const known = new Set(before.map(keyOf));
  return [...before, ...after.filter((one) => !known.has(keyOf(one)))];
}
