import type { Catalogue } from '../catalogue';
import type { Locale } from '../formula';
import { evaluate, FunctionFailure, type FunctionSpec } from '../functions';
import { speaker } from './words';

type Given = FunctionSpec['examples'][number]['given'];

/** A mistake a person makes, and what the cell then says. */
export interface Failing {
  /** `« loyers » : ses cellules sont vides`. */
  readonly when: string;
  readonly kind: FunctionFailure['kind'];
  readonly text: string;
}

const isRange = (one: Given[number]): one is Extract<Given[number], readonly unknown[]> => Array.isArray(one);

/** The argument with every cell blank. */
const blanked = (one: Given[number]): unknown =>
  isRange(one) ? one.map((row) => row.map(() => null)) : null;

/** The argument with a word in its last filled cell: in the first it would be a heading. Undefined when all is blank. */
function worded(one: Given[number]): unknown {
  if (!isRange(one)) return one === null ? undefined : 'abc';
  const filled = one.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell === null ? [] : [[at, column]])),
  );
  const last = filled.at(-1);
  if (!last) return undefined;
  return one.map((row, at) =>
    row.map((cell, column) => (at === last[0] && column === last[1] ? 'abc' : cell)),
  );
}

/**
 * What a function really says of the mistakes that people make: nothing given, blank cells, a word among numbers. The
 * function is run on its first example with that mistake put in, so that the page never says other than the cell.
 */
export function failingsOf(spec: FunctionSpec, catalogue: Catalogue, locale: Locale): readonly Failing[] {
  const t = speaker(locale);
  const given = spec.examples[0]?.given ?? [];
  const quoted = (name: string) => (locale === 'fr' ? `«\u00a0${name}\u00a0»\u00a0: ` : `“${name}”: `);
  const mistakes = given.flatMap((one, at) => {
    const { name } = spec.parameters[at] ?? { name: '' };
    const put = (value: unknown) => given.map((other, place) => (place === at ? value : other));
    const word = worded(one);
    return [
      { when: quoted(name) + t('blank'), given: put(blanked(one)) },
      ...(word === undefined ? [] : [{ when: quoted(name) + t('text'), given: put(word) }]),
    ];
  });
  const tried = [{ when: t('noArgument'), given: [] }, ...mistakes].map((one) => ({
    when: one.when,
    failure: failureOf(spec, one.given, catalogue, locale),
  }));
  const told = tried.flatMap(({ when, failure }) =>
    failure ? [{ when, kind: failure.kind, text: failure.text[locale] }] : [],
  );
  return told.filter((one, at) => told.findIndex(({ text }) => text === one.text) === at);
}

function failureOf(
  spec: FunctionSpec,
  given: readonly unknown[],
  catalogue: Catalogue,
  locale: Locale,
): FunctionFailure | undefined {
  try {
    const result: unknown = evaluate(spec, given, { catalogue, locale });
    const cells: readonly unknown[] = Array.isArray(result) ? result.flat() : [result];
    return cells.find((one) => one instanceof FunctionFailure);
  } catch (problem) {
    if (problem instanceof FunctionFailure) return problem;
    throw problem;
  }
}
