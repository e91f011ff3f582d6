import type { DataPoint, Dimension } from '../catalogue';
import type { Locale } from '../formula';
import { filteredList, type Chapter, type Writing } from './chapter';
import { code, facts, joined, markup, type Content } from './markup';
import type { Draft, Link } from './page';
import { places } from './places';
import { unitName } from './quantities';
import { french, kind, mark, period } from './terms';
import { speaker } from './words';

/** Where a landlord finds a figure: fields of the RPLS, accounts, other tools. French names of French things. */
export function whereToFind({ find }: DataPoint, locale: Locale): Content {
  const ways = [
    ['RPLS', find.rpls],
    ['FEC', find.fec],
    ['', find.other],
  ] as const;
  const known = ways.flatMap(([tool, text]) =>
    text === undefined ? [] : [tool ? `${tool}\u00a0: ${text}` : text],
  );
  return known.length === 0 ? '' : french(known.join(' ; '), locale);
}

/** The data asked for: a list to filter, and a page a theme with everything about each. */
export const dataPointChapter: Chapter = (writing) => {
  const themes = writing.catalogue.dimensions.filter((one) => pointsOf(one, writing).length > 0);
  return [pointList(themes, writing), ...themes.map((one) => themePage(one, writing))];
};

const pointsOf = ({ code: theme }: Dimension, { catalogue }: Writing): readonly DataPoint[] =>
  [...catalogue.dataPoints.values()].filter((one) => one.theme === theme);

function pointList(themes: readonly Dimension[], writing: Writing): Draft {
  const { locale, catalogue, linkFrom } = writing;
  const place = places.dataPoints;
  const link = linkFrom(place);
  const t = speaker(locale);
  const groups = themes.map((theme) => ({
    title: theme.label[locale],
    id: theme.code,
    entries: pointsOf(theme, writing).map((one) => ({
      href: link(places.dataPoint(theme.code, one.code)),
      title: one.label[locale],
      code: one.code,
      note: [
        unitName(one.unit, locale),
        ' · ',
        one.kind === 'reference' ? kind.reference[locale] : period[one.period][locale],
      ],
    })),
  }));
  const lead = {
    fr: `${catalogue.dataPoints.size} données, demandées dans le questionnaire ou données avec la campagne. ND veut dire non disponible, SO sans objet ; une cellule vide n’est jamais un zéro.`,
    en: `${catalogue.dataPoints.size} figures, asked for in the questionnaire or given with the campaign. ND means not available, SO not applicable; a blank cell is never a zero.`,
  }[locale];
  return {
    place,
    title: t('dataPoints'),
    body: [markup`<p class="lead">${lead}</p>`, filteredList(groups, writing)],
    translated: true,
    filtered: true,
  };
}

function themePage(theme: Dimension, writing: Writing): Draft {
  const { locale, linkFrom } = writing;
  const place = places.theme(theme.code);
  const link = linkFrom(place);
  const t = speaker(locale);
  return {
    place,
    title: `${t('dataPoints')}${locale === 'fr' ? '\u00a0: ' : ': '}${theme.label[locale]}`,
    above: [{ place: places.dataPoints, title: t('dataPoints') }],
    translated: true,
    body: pointsOf(theme, writing).map((one) => pointEntry(one, writing, link)),
  };
}

function pointEntry(point: DataPoint, { locale, uses }: Writing, link: Link): Content {
  const t = speaker(locale);
  const serving = uses.get(point.code) ?? [];
  return markup`<section id="${point.code}">
<h2>${point.label[locale]} ${code(point.code)}</h2>
<p class="lead">${point.question[locale]}</p>
${facts([
  [t('unit'), unitName(point.unit, locale)],
  [t('period'), point.kind === 'reference' ? undefined : period[point.period][locale]],
  [t('read'), kind[point.kind][locale]],
  [t('where'), whereToFind(point, locale)],
  [
    t('checks'),
    point.checks.length === 0
      ? undefined
      : joined(
          point.checks.map((one) => code(one)),
          ' ; ',
        ),
  ],
  [t('confidence'), mark(point.confidence, locale)],
  [
    t('serves'),
    serving.length === 0
      ? undefined
      : joined(
          serving.map(
            (one) =>
              markup`<a href="${link(places.indicator(one.code))}" title="${one.label[locale]}">${one.code}</a>`,
          ),
          ', ',
        ),
  ],
])}
</section>
`;
}
