import type { Catalogue } from '../catalogue';
import { showAnswer } from './answers';
import type { Answer, Fact } from './model';
import { same } from './numbers';
import { cellNames, titleOf } from './reading';
import type { RemarkList } from './remarks';

/**
 * Keeps one fact for each code, year and territory as written. Same answer twice: a warning. Different
 * answers: a blocking remark, and the figure is not answered. A blank row beside a filled one is as if absent.
 */
export function withoutDuplicates(
  facts: readonly Fact[],
  catalogue: Catalogue,
  remarks: RemarkList,
): readonly Fact[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.code} ${fact.year} ${fact.written}`;
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  if (groups.size === facts.length) return facts;
  return [...groups.values()].map((group) => settleGroup(group, catalogue, remarks));
}

function settleGroup(group: readonly Fact[], catalogue: Catalogue, remarks: RemarkList): Fact {
  const filled = group.filter((fact) => fact.answer.kind !== 'blank');
  const [first = group[0], ...others] = filled;
  if (first === undefined) throw new RangeError('A group of duplicates holds at least one fact.');
  const last = group[group.length - 1] ?? first;
  const point = catalogue.dataPoints.get(first.code);
  const title = `${point ? titleOf(point) : first.code}, ${first.year}, ${first.written}`;
  const where = cellNames(group.map((fact) => fact.source));
  if (others.length === 0) {
    if (group.length > 1 && filled.length === 1) {
      const message = `${title} : ${group.length} lignes (${where}), dont une seule remplie, qui est retenue. Supprimez les autres.`;
      remarks.warning('duplicate', message, first.source, first.code);
    }
    return first;
  }
  if (others.every((other) => sameAnswer(first.answer, other.answer))) {
    if (first.answer.kind !== 'refused') {
      const message = `${title} : la même valeur est donnée ${filled.length} fois (${where}). Gardez une seule ligne.`;
      remarks.warning('duplicate', message, last.source, first.code);
    }
    return first;
  }
  const values = filled.map((fact) => `${showAnswer(fact.answer)} (${cellNames([fact.source])})`).join(', ');
  const message = `${title} : valeurs différentes pour la même donnée, ${values}. Aucune n’est retenue : gardez la bonne ligne et supprimez les autres.`;
  remarks.blocking('conflicting_values', message, last.source, first.code);
  return { ...first, answer: { kind: 'refused' } };
}

function sameAnswer(one: Answer, other: Answer): boolean {
  if (one.kind === 'number' && other.kind === 'number') return same(one.value, other.value, 1e-12);
  return one.kind === other.kind;
}
