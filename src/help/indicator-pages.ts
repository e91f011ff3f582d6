import { formulaInWords as formulaInFrench, labelsOf, type Indicator } from '../catalogue';
import { formulaInWords } from '../formula';
import { leafLabel, needsOf } from './catalogue-links';
import { inExcel } from './in-excel';
import { filteredList, section, type Chapter, type Writing } from './chapter';
import { coefficientTable } from './coefficient-table';
import { code, facts, joined, markup, table, type Content } from './markup';
import type { Draft, Link } from './page';
import { places } from './places';
import { quantity, unitName } from './quantities';
import { consolidation, direction, extrapolation, french, mark, period } from './terms';
import { whereToFind } from './data-point-pages';
import { speaker } from './words';
import { workedExample } from './worked-example';

/** The list of the indicators, and a page for each: definition, formula, data, coefficients, example, sources. */
export const indicatorChapter: Chapter = (writing) => {
  const indicators = [...writing.catalogue.indicators.values()];
  return [indicatorList(writing, indicators), ...indicators.map((one) => indicatorPage(one, writing))];
};

function indicatorList(writing: Writing, indicators: readonly Indicator[]): Draft {
  const { locale, catalogue, linkFrom } = writing;
  const t = speaker(locale);
  const place = places.indicators;
  const link = linkFrom(place);
  const groups = catalogue.dimensions.map((dimension) => ({
    title: dimension.label[locale],
    id: dimension.code,
    entries: indicators
      .filter((one) => one.dimension === dimension.code)
      .map((one) => ({
        href: link(places.indicator(one.code)),
        title: one.label[locale],
        code: one.code,
        note: [
          unitName(one.unit, locale),
          ' · ',
          mark(one.confidence, locale),
          one.firstReview ? ` · ${t('first')}` : '',
        ],
      })),
  }));
  const count = { fr: `${indicators.length} indicateurs`, en: `${indicators.length} indicators` }[locale];
  return {
    place,
    title: t('indicators'),
    body: [markup`<p>${count}</p>`, filteredList(groups, writing)],
    translated: true,
    filtered: true,
  };
}

function indicatorPage(indicator: Indicator, writing: Writing): Draft {
  const { locale, catalogue, linkFrom } = writing;
  const t = speaker(locale);
  const place = places.indicator(indicator.code);
  const link = linkFrom(place);
  return {
    place,
    title: `${indicator.label[locale]} (${indicator.code})`,
    above: [{ place: places.indicators, title: t('indicators') }],
    translated: true,
    body: [
      markup`<p class="lead">${indicator.definition[locale]}</p>`,
      indicator.note && markup`<p class="remark">${indicator.note[locale]}</p>`,
      card(indicator, writing),
      section(t('formula'), formula(indicator, writing, link)),
      section(t('needed'), dataNeeded(indicator, writing, link)),
      coefficients(indicator, writing),
      benchmark(indicator, writing),
      section(
        t('worked'),
        indicator.examples.map((one) => workedExample(indicator, one, catalogue, locale)),
      ),
      section(t('inExcel'), inExcel(indicator, locale, link)),
      section(
        t('sources'),
        indicator.references.length === 0
          ? markup`<p>${t('none')}</p>`
          : markup`<ul>${indicator.references.map((one) => markup`<li>${french(one, locale)}</li>`)}</ul>`,
      ),
    ],
  };
}

/** The traits that a reader compares indicators by. */
function card(indicator: Indicator, { locale, catalogue }: Writing): Content {
  const t = speaker(locale);
  const { sanity, unit } = indicator;
  const theme = catalogue.dimensions.find((one) => one.code === indicator.dimension);
  return facts([
    [t('unit'), unitName(unit, locale)],
    [t('theme'), theme?.label[locale]],
    [t('direction'), direction[indicator.direction][locale]],
    [t('confidence'), mark(indicator.confidence, locale)],
    [
      t('sanity'),
      sanity &&
        t('sanityOf')
          .replace('{low}', quantity(sanity.low, unit, locale))
          .replace('{high}', quantity(sanity.high, unit, locale)),
    ],
    [t('region'), consolidation[indicator.consolidation][locale]],
    [t('missing'), extrapolation[indicator.extrapolation][locale]],
    [t('review'), indicator.firstReview ? t('inReview') : undefined],
  ]);
}

function formula(indicator: Indicator, { locale, catalogue }: Writing, link: Link): Content {
  const t = speaker(locale);
  const inWords =
    locale === 'fr'
      ? formulaInFrench(indicator.expression, labelsOf(catalogue))
      : formulaInWords(indicator.expression, {
          labelOf: leafLabel(catalogue, locale),
          indicatorLabelOf: (one) => catalogue.indicators.get(one)?.label[locale] ?? one,
          locale,
        });
  const named = needsOf(indicator, catalogue).indicators;
  const users = [...catalogue.indicators.values()].filter((one) =>
    needsOf(one, catalogue).indicators.includes(indicator),
  );
  const links = (some: readonly Indicator[]): Content =>
    some.length === 0
      ? undefined
      : joined(
          some.map(
            (one) =>
              markup`<a href="${link(places.indicator(one.code))}">${one.label[locale]} (${one.code})</a>`,
          ),
          ', ',
        );
  return facts([
    [t('inWords'), inWords.charAt(0).toUpperCase() + inWords.slice(1)],
    [t('asText'), code(indicator.formula)],
    [t('built'), links(named)],
    [t('usedBy'), links(users)],
  ]);
}

function dataNeeded(indicator: Indicator, { locale, catalogue }: Writing, link: Link): Content {
  const t = speaker(locale);
  const { dataPoints, references } = needsOf(indicator, catalogue);
  const all = [...dataPoints, ...references];
  const lead = dataPoints.length === 0 ? markup`<p>${t('noData')}</p>` : undefined;
  if (all.length === 0) return lead;
  const rows = all.map((one) => [
    markup`<a href="${link(places.dataPoint(one.theme, one.code))}">${one.label[locale]}</a>`,
    code(one.code),
    unitName(one.unit, locale),
    one.kind === 'reference' ? '' : period[one.period][locale],
    whereToFind(one, locale),
  ]);
  return [lead, table([t('datum'), t('code'), t('unit'), t('period'), t('where')], rows)];
}

function coefficients(indicator: Indicator, { locale, catalogue }: Writing): Content {
  const t = speaker(locale);
  const codes = needsOf(indicator, catalogue).coefficients;
  if (codes.length === 0) return undefined;
  return section(
    t('usedCoefficients'),
    codes.map((one) => [
      markup`<h3>${catalogue.coefficient(one)?.label[locale]} ${code(`coef.${one}`)}</h3>`,
      coefficientTable(
        catalogue.coefficients.filter((value) => value.code === one),
        locale,
      ),
    ]),
  );
}

function benchmark(indicator: Indicator, { locale, catalogue }: Writing): Content {
  const values = catalogue.coefficients.filter((one) => one.code === indicator.benchmark);
  const [first] = values;
  if (!first) return undefined;
  return section(speaker(locale)('benchmark'), [
    markup`<p>${first.label[locale]}</p>`,
    coefficientTable(values, locale),
  ]);
}
