import type { Coefficient } from '../catalogue';
import { section, type Chapter, type Writing } from './chapter';
import { coefficientTable } from './coefficient-table';
import { code, joined, markup, table, type Content } from './markup';
import type { Draft } from './page';
import { places } from './places';
import { unitName } from './quantities';
import { french, mark } from './terms';
import { speaker } from './words';

const isRating = ({ code: one }: Coefficient) => /^dpe_(ep|ges)_/.test(one);
const isBenchmark = ({ code: one }: Coefficient) => one.startsWith('bm_');

/** The coefficients of the formulas, the benchmarks, the limits of the energy rating, and what they all cite. */
export const coefficientChapter: Chapter = (writing) => [
  coefficientPage(writing),
  benchmarkPage(writing),
  ratingPage(writing),
  sourcePage(writing),
];

function byCode(values: readonly Coefficient[]): readonly (readonly Coefficient[])[] {
  const groups = new Map<string, Coefficient[]>();
  for (const one of values) groups.set(one.code, [...(groups.get(one.code) ?? []), one]);
  return [...groups.values()];
}

/** A section a code: what it is, its values, the indicators that use it. */
function entries(values: readonly Coefficient[], place: string, writing: Writing): Content {
  const { locale, catalogue, uses, linkFrom } = writing;
  const t = speaker(locale);
  const link = linkFrom(place);
  return byCode(values).map((group) => {
    const [first] = group;
    if (!first) return undefined;
    const compared = [...catalogue.indicators.values()].filter((one) => one.benchmark === first.code);
    const serving = [...(uses.get(first.code) ?? []), ...compared];
    const links = serving.map(
      (one) => markup`<a href="${link(places.indicator(one.code))}">${one.label[locale]} (${one.code})</a>`,
    );
    return section(
      [first.label[locale], ' ', code(first.code)],
      [
        coefficientTable(group, locale),
        serving.length === 0
          ? undefined
          : markup`<p>${t('serves')}${locale === 'fr' ? '\u00a0: ' : ': '}${joined(links, ', ')}</p>`,
      ],
      first.code,
    );
  });
}

function coefficientPage(writing: Writing): Draft {
  const { locale, catalogue, linkFrom } = writing;
  const place = places.coefficients;
  const link = linkFrom(place);
  const t = speaker(locale);
  const lead = {
    fr: 'Un coefficient est daté, sourcé et souvent discuté : la fourchette des valeurs publiées est donnée quand elles divergent. Un seul jeu par étude ; deux jeux ne s’additionnent jamais. Dans une cellule : ',
    en: 'A coefficient is dated, sourced and often disputed: the range of the published values is given where they disagree. One set per study; two sets are never added up. In a cell: ',
  }[locale];
  return {
    place,
    title: t('coefficients'),
    translated: true,
    body: [
      markup`<p class="lead">${lead}<a href="${link(places.function('COEFFICIENT'))}">IMPACT.COEFFICIENT</a>.</p>
<p><a href="${link(places.benchmarks)}">${t('benchmarks')}</a> · <a href="${link(places.ratings)}">${rating[locale]}</a> · <a href="${link(places.sources)}">${t('sources')}</a></p>`,
      entries(
        catalogue.coefficients.filter((one) => !isRating(one) && !isBenchmark(one)),
        place,
        writing,
      ),
    ],
  };
}

function benchmarkPage(writing: Writing): Draft {
  const { locale, catalogue } = writing;
  const t = speaker(locale);
  const lead = {
    fr: 'Des valeurs publiées pour situer un indicateur. Elles n’entrent dans aucune formule ; chacune dit son champ, son année et son territoire.',
    en: 'Published values to place an indicator. They enter no formula; each says its scope, its year and its territory.',
  }[locale];
  return {
    place: places.benchmarks,
    title: t('benchmarks'),
    above: [{ place: places.coefficients, title: t('coefficients') }],
    translated: true,
    body: [
      markup`<p class="lead">${lead}</p>`,
      entries(catalogue.coefficients.filter(isBenchmark), places.benchmarks, writing),
    ],
  };
}

const rating = { fr: 'Limites des classes du DPE', en: 'Limits of the energy classes (DPE)' } as const;

/** The limits of the energy rating: a table a set, classes in columns. */
function ratingPage({ locale, catalogue, linkFrom }: Writing): Draft {
  const t = speaker(locale);
  const limits = catalogue.coefficients.filter(isRating);
  const sets = [...new Set(limits.map((one) => one.set))];
  const rows = sets.flatMap((set) =>
    (['ep', 'ges'] as const).flatMap((axis) => {
      const own = limits.filter((one) => one.set === set && one.code.startsWith(`dpe_${axis}_`));
      const [first] = own;
      if (!first) return [];
      const limit = (letter: string): Content => {
        const found = own.find((one) => one.code === `dpe_${axis}_${letter}_max`);
        return (
          found && [
            found.value,
            found.confidence === 'to_confirm' ? markup` ${mark('to_confirm', locale)}` : '',
          ]
        );
      };
      return [
        [
          first.scope[locale],
          unitName(first.unit, locale),
          ...['a', 'b', 'c', 'd', 'e', 'f'].map(limit),
          first.year,
          code(set),
          french(first.source, locale),
        ],
      ];
    }),
  );
  const lead = {
    fr: 'Chaque limite est exclue : une consommation égale à la limite de A est en B. La classe est la plus mauvaise des deux échelles ; au-delà de F, c’est G. Une case vide reprend la limite du cas général. Une cellule les applique : ',
    en: 'Each limit is excluded: a consumption equal to the limit of A is in B. The class is the worse of the two scales; beyond F it is G. A blank keeps the limit of the general case. A cell applies them with ',
  }[locale];
  const link = linkFrom(places.ratings);
  return {
    place: places.ratings,
    title: rating[locale],
    above: [{ place: places.coefficients, title: t('coefficients') }],
    translated: true,
    body: [
      markup`<p class="lead">${lead}<a href="${link(places.function('ETIQUETTE_DPE'))}">IMPACT.ETIQUETTE_DPE</a>.</p>`,
      table(
        [t('scope'), t('unit'), 'A', 'B', 'C', 'D', 'E', 'F', t('year'), t('set'), t('source')],
        rows,
        'scrolls',
      ),
    ],
  };
}

function sourcePage({ locale, catalogue }: Writing): Draft {
  const t = speaker(locale);
  const all = [...catalogue.references.values()];
  const lead = {
    fr: 'Ce que citent les indicateurs, les coefficients et les repères. Un document lu seulement en partie le dit.',
    en: 'What indicators, coefficients and benchmarks cite. A document read only in part says so.',
  }[locale];
  return {
    place: places.sources,
    title: t('sources'),
    translated: true,
    body: [
      markup`<p class="lead">${lead}</p>`,
      markup`<ul class="sources">${all.map(
        ({ key, title, url }) =>
          markup`<li id="${key}">${french(title, locale)}${url === undefined ? undefined : markup` ${code(url)}`}</li>
`,
      )}</ul>`,
    ],
  };
}
