import type { Catalogue, Indicator } from '../../catalogue';
import type { OneLandlord } from '../../consolidation';
import {
  explain,
  formulaInWords,
  leafKey,
  leavesOf,
  type Explanation,
  type Leaf,
  type Locale,
} from '../../formula';
import type { Call } from '../arguments/call';
import type { FunctionContext, FunctionSpec, ResultCell } from '../model';
import { indicatorNamed, leafLabel, ofConsolidation, sourcesInWords } from './answer';
import { datasetOf, dataParameter, otherDataParameters } from './dataset';
import { stockExample } from './examples';
import { languageParameter, namedPlace, territoryIn, yearParameter } from './place';

const words = {
  fr: { row: 'ligne', rows: 'lignes', range: 'de', to: 'à', colon: '\u00a0: ' },
  en: { row: 'row', rows: 'rows', range: 'from', to: 'to', colon: ': ' },
} as const;

export const EXPLIQUER: FunctionSpec = {
  id: 'EXPLIQUER',
  family: 'catalogue',
  description: {
    fr: 'Explique un indicateur : la formule avec les chiffres, les coefficients et leurs sources.',
    en: 'Explains an indicator: the formula with the figures put in, coefficients and their sources.',
  },
  parameters: [
    {
      name: 'code',
      description: { fr: 'Code de l’indicateur, par exemple PAC-01', en: 'Code, for example PAC-01' },
      kind: 'cell',
    },
    { ...dataParameter, optional: true },
    yearParameter,
    {
      name: 'territoire',
      description: {
        fr: 'Code du territoire, par exemple DEP:14 ; sinon celui qui contient tous les autres',
        en: 'Code of the territory, for example DEP:14; else the one that contains all others',
      },
      kind: 'cell',
      optional: true,
    },
    ...otherDataParameters,
    languageParameter,
  ],
  result: 'range',
  help: {
    fr: 'Trois colonnes : ce qui est calculé, le calcul, son origine (lignes de la table, source du coefficient). Les lignes en retrait détaillent celle du dessus. Sans « donnees », seulement la définition et la formule.',
    en: 'Three columns: what is computed, the calculation, its origin (rows of the table, source of the coefficient). Indented rows detail the one above. Without "donnees", the definition and the formula only.',
  },
  references: [],
  examples: [
    {
      given: ['OFF-08', stockExample, 2024, 'DEP:14', null, null, null, null, 'fr'],
      expected: [
        [
          'Taux de vacance total (OFF-08)',
          '2024, DEP:14 (Calvados)',
          'sourcé ; SDES, Le parc locatif social au 1er janvier 2019',
        ],
        [
          'Logements vacants\u00a0÷\u00a0Logements proposés à la location',
          '5,0\u00a0%\u00a0=\u00a05\u00a0logements\u00a0÷\u00a0100\u00a0logements',
          '',
        ],
        ['\u2003Logements vacants', '5\u00a0logements', 'ligne 4'],
        ['\u2003Logements proposés à la location', '100\u00a0logements', 'ligne 5'],
      ],
      reason: '5 vacants / 100 proposés, lignes 4 et 5 de la table (les titres sont la ligne 1)',
    },
  ],
  run(call: Call, context: FunctionContext) {
    const { catalogue } = context;
    const locale = call.chosen('langue', ['fr', 'en']) ?? context.locale;
    const indicator = indicatorNamed(call.required('code', 'PAC-01'), catalogue);
    const given = call.range('donnees');
    if (!given || given.usedRows === 0) return definitionRows(indicator, catalogue, locale);
    const dataset = datasetOf(call, context);
    const year = call.year('annee') ?? dataset.usualYear;
    const territory = territoryIn(call.text('territoire'));
    const landlord = dataset.landlord(year, territory);
    if (indicator.consolidation === 'quality') throw ofConsolidation(indicator);
    return explained(indicator, landlord, territory ?? landlord.campaign, catalogue, locale);
  },
};

function definitionRows(indicator: Indicator, catalogue: Catalogue, locale: Locale): ResultCell[][] {
  const { label, code, definition, expression, unit } = indicator;
  const labelOf = (leaf: Leaf) => leafLabel(leaf, catalogue, locale);
  const indicatorLabelOf = (other: string) => catalogue.indicators.get(other)?.label[locale] ?? other;
  return [
    [`${label[locale]} (${code})`, definition[locale], sourcesInWords(indicator, locale)],
    [formulaInWords(expression, { labelOf, indicatorLabelOf, locale }), unit, ''],
  ];
}

function explained(
  indicator: Indicator,
  landlord: OneLandlord,
  place: string,
  catalogue: Catalogue,
  locale: Locale,
): ResultCell[][] {
  const leaves = leavesOf(indicator.inlined);
  const valueOf = (leaf: Leaf): number | 'not_applicable' | undefined => {
    if (leaf.kind === 'coefficient') return catalogue.coefficient(leaf.code)?.value;
    if (leaf.kind === 'reference') return landlord.reference(leaf.code, place);
    const { state, value } = landlord.answerOf(place, leafKey(leaf));
    return state === 'number' ? value : state === 'missing' ? undefined : state;
  };
  const tree = explain(indicator.inlined, {
    labelOf: (leaf) => leafLabel(leaf, catalogue, locale),
    unitOf: (leaf) => unitOf(leaf, catalogue),
    valueOf,
    unit: indicator.unit,
    decimals: indicator.decimals,
    locale,
  });
  const origins = new Map<string, string>();
  for (const leaf of leaves) {
    const label = capital(leafLabel(leaf, catalogue, locale));
    origins.set(label, originOf(leaf, landlord, place, catalogue, locale));
  }
  const title = [
    `${indicator.label[locale]} (${indicator.code})`,
    `${landlord.year}, ${namedPlace(place)}`,
    sourcesInWords(indicator, locale),
  ];
  return [title, ...lines(tree, origins, locale, 0)];
}

/** A line a figure, those it is made of below it, set in by one space each. */
function lines(
  node: Explanation,
  origins: ReadonlyMap<string, string>,
  locale: Locale,
  depth: number,
): ResultCell[][] {
  const { colon } = words[locale];
  const start = `${node.label}${colon}`;
  const text = node.text.startsWith(start) ? node.text.slice(start.length) : node.text;
  const own = [`${'\u2003'.repeat(depth)}${node.label}`, text, origins.get(node.label) ?? ''];
  return [own, ...node.children.flatMap((child) => lines(child, origins, locale, depth + 1))];
}

function unitOf(leaf: Leaf, catalogue: Catalogue): string | undefined {
  if (leaf.kind === 'rows') return undefined;
  if (leaf.kind === 'coefficient') return catalogue.coefficient(leaf.code)?.unit;
  return catalogue.dataPoints.get(leaf.kind === 'distinct' ? leaf.list : leaf.code)?.unit;
}

/** Where a figure was read: rows of a range, or the source of a coefficient with its published range. */
function originOf(
  leaf: Leaf,
  landlord: OneLandlord,
  place: string,
  catalogue: Catalogue,
  locale: Locale,
): string {
  if (leaf.kind === 'coefficient') {
    const one = catalogue.coefficient(leaf.code);
    if (!one) return '';
    const { low, high, source, year } = one;
    const figure = (value: number) => value.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB');
    const { range, to } = words[locale];
    const spread =
      low !== undefined && high !== undefined ? ` ; ${range} ${figure(low)} ${to} ${figure(high)}` : '';
    return `${source} (${year}${spread})`;
  }
  if (leaf.kind === 'reference') return 'references';
  const rows = landlord.answerOf(place, leafKey(leaf)).sources.map((one) => one.cell.replace('ligne ', ''));
  const shown = rows.slice(0, 8).join(', ') + (rows.length > 8 ? ' …' : '');
  return rows.length === 0 ? '' : `${rows.length > 1 ? words[locale].rows : words[locale].row} ${shown}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
