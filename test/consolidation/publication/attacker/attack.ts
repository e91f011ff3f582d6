import type { ShownCell } from '../../../../src/consolidation';
import { answerTo } from './answers';
import { type Form, type Known, known, proportional } from './indicators';
import { holds, levelOf } from './places';
import { gramOf, minus, project, type Vector } from './rank';
import type { Owner } from './region';

/** A cell put together again from the contributions alone. */
export interface Rebuilt {
  readonly code: string;
  readonly place: string;
  readonly shown: ShownCell;
  readonly respondents: readonly Owner[];
  readonly coverage: number;
  readonly extrapolated: boolean;
  /** Undefined where the denominator is zero. */
  readonly value: number | undefined;
  readonly share: number;
  /** What knowing the cell says: equations over the owners' smallest figures. */
  readonly equations: readonly Vector[];
  /** Of a sum: its figures as collected, by unknown. */
  readonly sum?: Vector;
  readonly form: string;
  /** What each unit brings to what the first step looks at. */
  readonly brought: readonly ReadonlyMap<string, number>[];
}

const unitOfUnknown = (unknown: string): string => unknown.split('|')[0] ?? '';

type Weight = (owner: Owner) => bigint;

/** The sums of a form over owners: by unknown, and altogether. */
function summed(form: Form, owners: readonly Owner[], place: string, weight: Weight) {
  const vector = new Map<string, bigint>();
  let total = 0n;
  for (const [leaf, factor] of Object.entries(form)) {
    for (const owner of owners) {
      const answer = answerTo(owner, leaf, place);
      if (typeof answer === 'string') continue;
      for (const [atom, amount] of answer.atoms) {
        const unknown = `${owner.unit}|${owner.name}|${leaf}|${atom}`;
        const times = BigInt(factor) * weight(owner);
        vector.set(unknown, (vector.get(unknown) ?? 0n) + times);
        total += times * BigInt(amount);
      }
    }
  }
  return { vector: withoutZeros(vector), total };
}

const withoutZeros = (vector: Map<string, bigint>): Map<string, bigint> =>
  new Map([...vector].filter(([, factor]) => factor !== 0n));

/** `N = v`, or `N·D' − N'·D = 0`. */
function equation(top: Form, bottom: Form | undefined, owners: readonly Owner[], place: string, w: Weight) {
  const above = summed(top, owners, place, w);
  if (!bottom) return above.vector;
  const below = summed(bottom, owners, place, w);
  const vector = new Map<string, bigint>();
  for (const [unknown, factor] of above.vector) vector.set(unknown, factor * below.total);
  for (const [unknown, factor] of below.vector) {
    vector.set(unknown, (vector.get(unknown) ?? 0n) - factor * above.total);
  }
  return withoutZeros(vector);
}

const once: Weight = () => 1n;
const sizeAt = (owner: Owner, place: string): bigint => BigInt(owner.dwellings[place] ?? 0);
const add = (owners: readonly Owner[], place: string): bigint =>
  owners.reduce((sum, one) => sum + sizeAt(one, place), 0n);

/** `N_h / n_h + unanswered / n`, times `base` so that it is a whole number. */
function weights(expected: readonly Owner[], respondents: readonly Owner[], place: string) {
  const families = [...new Set(expected.map((one) => one.family))];
  const of = (some: readonly Owner[], family: string) =>
    add(
      some.filter((one) => one.family === family),
      place,
    );
  const all = add(respondents, place);
  const answered = families.filter((one) => of(respondents, one) > 0n);
  const unanswered = families
    .filter((one) => !answered.includes(one))
    .reduce((sum, one) => sum + of(expected, one), 0n);
  const base = answered.reduce((product, one) => product * of(respondents, one), all);
  const weight: Weight = ({ family }) =>
    (base / of(respondents, family)) * of(expected, family) + (base / all) * unanswered;
  return { weight, base };
}

/** Puts a cell together again. */
export function rebuild(owners: readonly Owner[], shown: ShownCell): Rebuilt {
  const { code, territory: place } = shown;
  const { top, bottom, times = 1, ends = [], asked = top } = known[code] as Known;
  const listed = owners.filter((one) => one.dwellings[place] !== undefined);
  const states = new Map(listed.map((one) => [one, stateOf(one, asked, bottom, place)]));
  const expected = listed.filter((one) => states.get(one) !== 'SO');
  const respondents = expected.filter((one) => states.get(one) === 'number');
  const coverage = Number(add(respondents, place)) / Math.max(1, Number(add(expected, place)));
  const leaves = [...Object.keys(top), ...Object.keys(bottom ?? {})];
  const grows = !bottom;
  const extrapolated =
    coverage < 0.9 && coverage >= (grows ? 0.7 : 0.5) && leaves.every((one) => proportional.includes(one));
  const { weight, base } = extrapolated ? weights(expected, respondents, place) : { weight: once, base: 1n };
  const valueWith = (w: Weight, unit: bigint): number | undefined => {
    const above = summed(top, respondents, place, w).total;
    if (!bottom) return (Number(above) / Number(unit)) * times;
    const below = summed(bottom, respondents, place, w).total;
    return below === 0n ? undefined : (Number(above) / Number(below)) * times;
  };
  const value = valueWith(weight, base);
  const collected = valueWith(once, 1n);
  const equations = [top, ...ends].flatMap((form) => [
    equation(form, bottom, respondents, place, once),
    ...(extrapolated ? [equation(form, bottom, respondents, place, weight)] : []),
  ]);
  const forms = [...leaves.filter((one) => !one.includes('*')).map((one) => ({ [one]: 1 })), top, bottom];
  const brought = forms.flatMap((form) =>
    form ? [once, weight].map((w) => byUnit(form, respondents, place, w)) : [],
  );
  return {
    code,
    place,
    shown,
    respondents,
    coverage,
    extrapolated,
    value,
    share: value === undefined || value === 0 ? 0 : (value - (collected ?? 0)) / value,
    equations: equations.filter((one) => one.size > 0),
    ...(bottom ? {} : { sum: summed(top, respondents, place, once).vector }),
    form: JSON.stringify(top),
    brought,
  };
}

function byUnit(form: Form, owners: readonly Owner[], place: string, w: Weight): Map<string, number> {
  const result = new Map<string, number>();
  for (const one of owners) {
    const own = Number(summed(form, [one], place, w).total);
    result.set(one.unit, (result.get(one.unit) ?? 0) + own);
  }
  return result;
}

function stateOf(owner: Owner, top: Form, bottom: Form | undefined, place: string) {
  if (owner.silent) return 'missing';
  const answers = (form: Form) => Object.keys(form).map((one) => answerTo(owner, one, place));
  const above = answers(top);
  const below = bottom ? answers(bottom) : [];
  const gone = (some: readonly unknown[]) => some.length > 0 && some.every((one) => one === 'SO');
  if (gone(above) || gone(below)) return 'SO';
  return [...above, ...below].includes('missing') ? 'missing' : 'number';
}

/** Fewer than 3 units, or one with more than 85 %. */
export function tooFew(brought: ReadonlyMap<string, number>): boolean {
  const sizes = [...brought.values()].map(Math.abs);
  const all = sizes.reduce((one, other) => one + other, 0);
  return sizes.length < 3 || Math.max(...sizes) > 0.85 * all * (1 + 1e-12);
}

/** Everything that can be learnt from the published cells and must not be; empty when they are safe. */
export function attack(owners: readonly Owner[], cells: readonly Rebuilt[]): string[] {
  const published = cells.filter((one) => one.shown.status === 'published');
  const withheld = cells.filter((one) => ['masked', 'insufficient'].includes(one.shown.status));
  const lines = published.flatMap((one) => one.equations);
  const secrets = withheld.flatMap((cell) => cell.equations.map((one) => ({ cell, one })));
  const all = gramOf([...lines, ...secrets.map(({ one }) => one)], () => true);
  const { rank, left } = project(all, lines.length);
  const found = secrets.flatMap(({ cell }, at) =>
    left[lines.length + at] === 0n ? [`withheld: ${cell.code} ${cell.place}`] : [],
  );
  const gram = gramOf(lines, () => true);
  for (const unit of new Set(owners.map((one) => one.unit))) {
    const own = gramOf(lines, (unknown) => unitOfUnknown(unknown) === unit);
    if (project(minus(gram, own), lines.length).rank < rank) found.push(`figure of: ${unit}`);
  }
  return [...found, ...differences(published)];
}

/** Differences of sums of one form, and totals less their published parts. */
function differences(published: readonly Rebuilt[]): string[] {
  const amountOf = new Map<string, number>();
  const owners = new Map(published.flatMap((one) => one.respondents.map((own) => [own.name, own])));
  const amount = (unknown: string): number => {
    const [, name = '', leaf = '', atom = ''] = unknown.split('|');
    if (!amountOf.has(unknown)) amountOf.set(unknown, owners.get(name)?.atoms[leaf]?.[atom] ?? 0);
    return amountOf.get(unknown) ?? 0;
  };
  const rests = (total: Rebuilt, parts: readonly Rebuilt[]): boolean => {
    const left = new Map(total.sum);
    for (const { sum = new Map<string, bigint>() } of parts) {
      for (const [unknown, factor] of sum) left.set(unknown, (left.get(unknown) ?? 0n) - factor);
    }
    const some = withoutZeros(left);
    if (some.size === 0) return false;
    const units = new Map<string, number>();
    for (const [unknown, factor] of some) {
      const unit = unitOfUnknown(unknown);
      units.set(unit, (units.get(unit) ?? 0) + Number(factor) * amount(unknown));
    }
    return tooFew(units);
  };
  const sums = published.filter((one) => one.sum !== undefined && one.sum.size > 0);
  const found: string[] = [];
  sums.forEach((total, at) => {
    const alike = sums.filter((one) => one !== total && one.form === total.form);
    const shares = (one: Rebuilt) => [...(one.sum?.keys() ?? [])].some((key) => total.sum?.has(key));
    const inside = (one: Rebuilt) => [...(one.sum?.keys() ?? [])].every((key) => total.sum?.has(key));
    for (const other of sums.slice(at + 1)) {
      if (alike.includes(other) && shares(other) && rests(total, [other])) {
        found.push(`difference: ${total.code} ${total.place} − ${other.code} ${other.place}`);
      }
    }
    const children = alike.filter((one) => one.place !== total.place && holds(total.place, one.place));
    for (const level of new Set(children.map((one) => levelOf(one.place)))) {
      for (const code of new Set(children.map((one) => one.code))) {
        const parts = children.filter((one) => levelOf(one.place) === level && one.code === code);
        for (const some of [parts.filter(shares), parts.filter(inside)]) {
          if (some.length > 0 && rests(total, some)) {
            found.push(`remainder: ${total.code} ${total.place} − ${some.map((one) => one.place).join()}`);
          }
        }
      }
    }
  });
  return found;
}
