import type { Indicator } from '../../catalogue';
import type { OneLandlord } from '../../consolidation';
import { formatQuantity, type Locale } from '../../formula';
import type { Call } from '../arguments/call';
import { isBlank, textIn } from '../arguments/cell';
import type { Grid } from '../arguments/grid';
import { wrong } from '../failure';
import type { FunctionContext, FunctionSpec, ResultCell } from '../model';
import { statusWords } from './answer';
import { dataParameter, type Dataset, datasetOf, otherDataParameters } from './dataset';
import { stockExample } from './examples';
import { languageParameter, territoryIn, yearParameter } from './place';

const titles: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['code', 'libelle', 'valeur', 'unite', 'statut', 'territoire', 'lecture'],
  en: ['code', 'label', 'value', 'unit', 'status', 'territory', 'reading'],
};

const elsewhere = { fr: 'à la consolidation', en: 'in the consolidation' } as const;

export const INDICATEURS: FunctionSpec = {
  id: 'INDICATEURS',
  family: 'catalogue',
  description: {
    fr: 'Tableau de bord : tous les indicateurs, ou ceux d’une dimension, par territoire.',
    en: 'Dashboard: all indicators, or those of a dimension, by territory.',
  },
  parameters: [
    dataParameter,
    yearParameter,
    {
      name: 'territoires',
      description: {
        fr: 'Un ou plusieurs codes de territoire ; sinon celui qui contient tous les autres',
        en: 'One or several territory codes; else the one that contains all others',
      },
      kind: 'range',
      optional: true,
    },
    {
      name: 'choix',
      description: {
        fr: 'Dimensions (PAC, ECO) ou indicateurs (PAC-01) voulus ; sinon tous',
        en: 'Dimensions (PAC, ECO) or indicators (PAC-01) wanted; else all',
      },
      kind: 'range',
      optional: true,
    },
    ...otherDataParameters,
    languageParameter,
  ],
  result: 'range',
  help: {
    fr: 'Une ligne de titres, puis une ligne par indicateur et territoire : code, libellé, valeur, unité, statut, territoire, lecture (la valeur telle qu’on la lit). Sans valeur, la cellule est vide et le statut dit pourquoi. Les indicateurs sur la consolidation elle-même (QUA) ne viennent que si on les demande.',
    en: 'A row of headings, then a row for each indicator and territory: code, label, value, unit, status, territory, reading (the value as people read it). Without a value the cell is blank and the status says why. Indicators about the consolidation itself (QUA) come only if asked for.',
  },
  references: [],
  examples: [
    {
      given: [stockExample, 2024, 'DEP:14', 'OFF-08', null, null, null, null, 'fr'],
      expected: [
        ['code', 'libelle', 'valeur', 'unite', 'statut', 'territoire', 'lecture'],
        ['OFF-08', 'Taux de vacance total', 0.05, '%', 'calculé', 'DEP:14', '5,0\u00a0%'],
      ],
      reason: '5 / 100 = 5 %',
    },
  ],
  run(call: Call, context: FunctionContext) {
    const { catalogue } = context;
    const locale = call.chosen('langue', ['fr', 'en']) ?? context.locale;
    const wanted = chosen(call.range('choix'), context);
    const dataset = datasetOf(call, context);
    const year = call.year('annee') ?? dataset.usualYear;
    const places = placesOf(call.range('territoires'));
    const indicators = [...catalogue.indicators.values()].filter(wanted);
    const rows = places.flatMap((territory) => rowsAt(dataset, year, territory, indicators, locale));
    return [titles[locale], ...rows];
  },
};

const rowsKnown = new WeakMap<OneLandlord, Map<string, readonly ResultCell[]>>();

/** A row an indicator. Kept with the landlord: writing numbers for people is what costs, not computing them. */
function rowsAt(
  dataset: Dataset,
  year: number,
  territory: string | undefined,
  indicators: readonly Indicator[],
  locale: Locale,
): (readonly ResultCell[])[] {
  const landlord = dataset.landlord(year, territory);
  const place = territory ?? landlord.campaign;
  const known = rowsKnown.get(landlord) ?? new Map<string, readonly ResultCell[]>();
  rowsKnown.set(landlord, known);
  return indicators.map((indicator) => {
    const key = `${indicator.code} ${place} ${locale}`;
    const row = known.get(key) ?? rowOf(indicator, landlord, place, locale);
    known.set(key, row);
    return row;
  });
}

function rowOf(
  { code, label, unit, decimals }: Indicator,
  landlord: OneLandlord,
  place: string,
  locale: Locale,
): readonly ResultCell[] {
  const cell = landlord.cell(code, place);
  const value = cell?.value ?? null;
  const status = cell ? statusWords(cell) : elsewhere;
  const reading = value === null ? '' : formatQuantity(value, unit, { locale, decimals });
  return [code, label[locale], value ?? '', unit, status[locale], place, reading];
}

/** The territories asked, each once; the whole when none is. */
function placesOf(grid: Grid | undefined): (string | undefined)[] {
  const places = new Set<string>();
  grid?.values.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const error = grid.errorAt(row, column);
      if (error) throw error;
      const code = territoryIn(cell);
      if (code !== undefined) places.add(code);
    }),
  );
  return places.size > 0 ? [...places] : [undefined];
}

/** Which indicators are wanted: those named, those of a dimension named; by default all but QUA. */
function chosen(grid: Grid | undefined, { catalogue }: FunctionContext): (one: Indicator) => boolean {
  const words = new Set<string>();
  grid?.values.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const error = grid.errorAt(row, column);
      if (error) throw error;
      if (!isBlank(cell) && cell !== 0) words.add(textIn(cell).toUpperCase());
    }),
  );
  if (words.size === 0) return (one) => one.consolidation !== 'quality';
  const dimensions = catalogue.dimensions.map((one) => one.code);
  for (const word of words) {
    if (catalogue.indicators.has(word) || dimensions.includes(word)) continue;
    throw wrong(
      `« choix » : « ${word} » n’est ni une dimension (${dimensions.join(', ')}) ni un indicateur.`,
      `"choix": "${word}" is neither a dimension (${dimensions.join(', ')}) nor an indicator.`,
    );
  }
  return (one) => words.has(one.code) || words.has(one.dimension);
}
