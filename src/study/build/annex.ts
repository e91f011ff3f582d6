import { type Leaf, leavesOf } from '../../formula';
import type { Coefficient } from '../../catalogue';
import type { Block } from '../document';
import { amount } from '../language/amounts';
import { placeName } from '../language/places';
import type { TemplateBlock } from '../template/load';
import type { Desk } from './build';
import { labelOf } from './figures';
import { rules } from './rules';

type Annex = Extract<TemplateBlock, { annex: unknown }>['annex'];

/** What a reader needs to check the study: where it comes from, what it holds, what it leaves out. */
export function annexBlocks(which: Annex, desk: Desk): Block[] {
  const items = lists[which](desk);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

type Items = readonly (readonly [string, string])[];

const lists: Readonly<Record<Annex, (desk: Desk) => Items>> = {
  perimeter,
  withheld,
  definitions,
  coefficients,
  rules: ({ scope }) => rules[scope.locale],
  glossary: ({ template, scope }) =>
    template.glossary.map(({ word, meaning }) => [word[scope.locale], meaning[scope.locale]]),
};

function perimeter({ scope, scopes }: Desk): Items {
  const { locale, source } = scope;
  const fr = locale === 'fr';
  const at = (code: string) => scope.cell(code, source.territory);
  const items: (readonly [string, string])[] = [
    [
      fr ? 'Territoire et exercice' : 'Territory and year',
      `${placeName(source.territory)}, ${scopes.map((one) => one.source.year).join(', ')}`,
    ],
    [
      fr ? 'Source' : 'Source',
      scopes
        .map(
          ({ source: one }) =>
            `« ${one.file} »${fr ? ', catalogue ' : ', catalogue '}${one.catalogueVersion}`,
        )
        .join(' ; '),
    ],
  ];
  for (const code of ['QUA-01', 'QUA-02', 'QUA-03']) {
    const cell = at(code);
    const indicator = scope.catalogue.indicators.get(code);
    if (typeof cell?.value !== 'number' || !indicator) continue;
    items.push([
      indicator.label[locale].replaceAll("'", '’'),
      amount(cell.value, cell.unit, indicator.decimals, locale),
    ]);
  }
  return items;
}

function withheld({ scope }: Desk): Items {
  const { cells } = scope.source;
  const fr = scope.locale === 'fr';
  const count = (test: (one: (typeof cells)[number]) => boolean) => String(cells.filter(test).length);
  return [
    [fr ? 'Chiffres donnés' : 'Figures given', count((one) => one.value !== null)],
    [
      fr ? 'Redressés de la non-réponse' : 'Adjusted for non-response',
      count((one) => (one.extrapolatedShare ?? 0) !== 0),
    ],
    [fr ? 'Masqués (secret)' : 'Masked (disclosure control)', count((one) => one.status === 'masked')],
    [fr ? 'Trop peu de réponses' : 'Too few answers', count((one) => one.status === 'insufficient')],
  ];
}

function definitions(desk: Desk): Items {
  const { catalogue, locale } = desk.scope;
  return [...catalogue.indicators.values()]
    .filter((one) => desk.shown.has(one.code))
    .map((one) => [`${labelOf(one.code, desk)} (${one.code})`, one.definition[locale].replaceAll("'", '’')]);
}

function coefficients({ scope, shown }: Desk): Items {
  const { catalogue, locale } = scope;
  const codes = new Set<string>();
  for (const code of shown) {
    const indicator = catalogue.indicators.get(code);
    const leaves: readonly Leaf[] = indicator ? leavesOf(indicator.inlined) : [];
    for (const leaf of leaves) if (leaf.kind === 'coefficient') codes.add(leaf.code);
  }
  return [...codes].flatMap((code): Items => {
    const one = catalogue.coefficient(code);
    return one ? [[one.label[locale].replaceAll("'", '’'), coefficientText(one, locale)]] : [];
  });
}

function coefficientText(one: Coefficient, locale: 'fr' | 'en'): string {
  const fr = locale === 'fr';
  const decimals = one.value % 1 === 0 ? 0 : Math.min(4, String(one.value).split('.')[1]?.length ?? 0);
  const write = (value: number): string => amount(value, one.unit, decimals, locale);
  const range =
    one.low !== undefined && one.high !== undefined
      ? fr
        ? `, de ${write(one.low)} à ${write(one.high)} selon les sources`
        : `, ${write(one.low)} to ${write(one.high)} according to sources`
      : '';
  const unsure = one.confidence === 'to_confirm' ? (fr ? ' À confirmer.' : ' To be confirmed.') : '';
  return `${write(one.value)} (${one.year})${range}. Source${fr ? ' :' : ':'} ${one.source.replaceAll("'", '’')}.${unsure}`.replace(
    '..',
    '.',
  );
}
