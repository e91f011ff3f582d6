import type { Catalogue, Example, Indicator } from '../catalogue';
import {
  compileRow,
  explain,
  formatNumber,
  formatQuantity,
  leafKey,
  leavesOf,
  type Explanation,
  type Leaf,
  type Locale,
} from '../formula';
import { leafLabel } from './catalogue-links';
import { code, facts, markup, table, type Content } from './markup';
import { french } from './terms';
import { speaker } from './words';

/** What the example puts in for a leaf of the formula. */
function valueIn({ given, rows = [], members = [] }: Example, catalogue: Catalogue) {
  return (leaf: Leaf): number | undefined => {
    switch (leaf.kind) {
      case 'rows':
        return rows.map(compileRow(leaf.body)).reduce((sum, one) => sum + one, 0);
      case 'distinct':
        return new Set(members).size;
      case 'coefficient':
        return given[leafKey(leaf)] ?? catalogue.coefficient(leaf.code)?.value;
      default:
        return given[leafKey(leaf)];
    }
  };
}

function unitIn(catalogue: Catalogue) {
  return (leaf: Leaf): string | undefined => {
    switch (leaf.kind) {
      case 'rows':
        return undefined;
      case 'distinct':
        return catalogue.dataPoints.get(leaf.list)?.unit;
      case 'coefficient':
        return catalogue.coefficient(leaf.code)?.unit;
      default:
        return catalogue.dataPoints.get(leaf.code)?.unit;
    }
  };
}

/** The example calculated and explained, as the pane explains a landlord's own figures. */
export function explained(
  indicator: Indicator,
  example: Example,
  catalogue: Catalogue,
  locale: Locale,
): Explanation {
  return explain(indicator.inlined, {
    labelOf: leafLabel(catalogue, locale),
    unitOf: unitIn(catalogue),
    valueOf: valueIn(example, catalogue),
    unit: indicator.unit,
    decimals: indicator.decimals,
    locale,
  });
}

/** What stands for `{value}` in the sentence of an indicator: a percentage with its sign, any other number alone. */
function sentenceOf({ sentence, unit, decimals }: Indicator, value: number, locale: Locale): string {
  const shown =
    unit === '%'
      ? formatQuantity(value, unit, { locale, decimals })
      : formatNumber(value, { locale, decimals });
  return sentence[locale].replace('{value}', shown);
}

const quoted = (text: string, locale: Locale): string =>
  locale === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`;

/** The calculations inside the calculation, each under the one it serves; figures given stand above already. */
function steps({ children }: Explanation): Content {
  const calculated = children.filter((one) => one.leaf === undefined && one.children.length > 0);
  if (calculated.length === 0) return undefined;
  return markup`<ul>${calculated.map(
    (one) => markup`<li>${one.text}<div class="note">${one.label}</div>${steps(one)}</li>`,
  )}</ul>`;
}

/** One worked example: the figures given, the calculation with them put in, the sentence of a study. */
export function workedExample(
  indicator: Indicator,
  example: Example,
  catalogue: Catalogue,
  locale: Locale,
): Content {
  const t = speaker(locale);
  const explanation = explained(indicator, example, catalogue, locale);
  const label = leafLabel(catalogue, locale);
  const unitOf = unitIn(catalogue);
  const given = leavesOf(indicator.inlined)
    .filter((leaf) => leaf.kind !== 'rows' && leaf.kind !== 'distinct')
    .map((leaf): readonly [Content, Content] => {
      const value = valueIn(example, catalogue)(leaf) ?? Number.NaN;
      return [label(leaf), formatQuantity(value, unitOf(leaf) ?? '', { locale })];
    });
  const columns = Object.keys(example.rows?.[0] ?? {});
  const { value } = explanation;
  return markup`<div class="example">
${given.length > 0 ? facts(given) : undefined}
${
  example.rows === undefined
    ? undefined
    : table(
        columns.map((one) => [catalogue.dataPoints.get(one)?.label[locale] ?? '', ' ', code(one)]),
        example.rows.map((row) => columns.map((one) => formatNumber(row[one] ?? Number.NaN, { locale }))),
        'scrolls',
      )
}
${example.members === undefined ? undefined : facts([[t('members'), example.members.map((one) => [code(one), ' '])]])}
<p class="calculation">${explanation.text}</p>
${steps(explanation)}
${example.reason === undefined || locale !== 'fr' ? undefined : markup`<p class="note">${french(example.reason, locale)}</p>`}
${value === undefined ? undefined : markup`<p>${t('sentence')}${locale === 'fr' ? '\u00a0: ' : ': '}${quoted(sentenceOf(indicator, value, locale), locale)}</p>`}
</div>`;
}
