import type { Coefficient } from '../catalogue';
import type { Locale } from '../formula';
import { markup, table, type Content, type Markup } from './markup';
import { exact, quantity } from './quantities';
import { french, mark } from './terms';
import { speaker } from './words';

/** The values of one coefficient: every set, the retained one first, with range, year, scope and source. */
export function coefficientTable(values: readonly Coefficient[], locale: Locale): Markup {
  const t = speaker(locale);
  const sorted = [...values].sort((one, other) => Number(other.isDefault) - Number(one.isDefault));
  const located = values.some((one) => one.territory !== undefined);
  const ranged = values.some((one) => one.low !== undefined && one.high !== undefined);
  const columns: readonly (readonly [Content, (one: Coefficient) => Content])[] = [
    [
      t('value'),
      (one) => [
        markup`<span class="figure">${quantity(one.value, one.unit, locale)}</span>`,
        one.isDefault && values.length > 1 ? markup` <em>(${t('retained')})</em>` : undefined,
      ],
    ],
    ...(ranged ? [[t('published'), (one: Coefficient) => rangeOf(one, locale)] as const] : []),
    [t('year'), (one) => one.year],
    ...(located ? [[t('territory'), (one: Coefficient) => one.territory] as const] : []),
    [t('scope'), (one) => one.scope[locale]],
    [t('set'), (one) => markup`<code>${one.set}</code>`],
    [t('source'), (one) => french(one.source, locale)],
    [t('confidence'), (one) => mark(one.confidence, locale)],
  ];
  return table(
    columns.map(([heading]) => heading),
    sorted.map((one) => columns.map(([, cell]) => cell(one))),
  );
}

function rangeOf({ low, high, unit }: Coefficient, locale: Locale): Content {
  if (low === undefined || high === undefined) return '';
  const factor = unit === '%' ? 100 : 1;
  const end = (value: number) => exact(Number((value * factor).toPrecision(12)), locale);
  return `${end(low)} – ${end(high)}${unit === '%' ? '\u00a0%' : ''}`;
}
