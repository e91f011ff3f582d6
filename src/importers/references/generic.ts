import { plainText, type SourceTable } from '../tables';
import type { Catalogue } from '../../catalogue';
import { figureIn } from './cells';
import type { Heading } from './headings';
import type { FoundColumn } from './gather';
import type { SeriesColumn, ZoningColumn } from './layouts';

/** Columns that name, place or number a commune: neither a zone nor a figure. */
const aside =
  /^(lib|nom|ncc|intitule|dep|reg|epci|canton|arr|bv|ze|uu|aav|codepostal|cp|postal|siren|siret|x|y|lat|lon|geo|wkt|id|objectid|rang|annee|code|typecom)/;

/** Fewer values than this, each on several lines, make a zoning; more make names. */
const MOST_ZONES = 40;

/**
 * Columns of a table « code commune + value » that no layout knows: figures where at least nine cells out of ten are
 * numbers, zones where few words come back. Figures are added over communes only if the catalogue knows them.
 */
export function genericColumns(
  table: SourceTable,
  heading: Heading,
  catalogue: Catalogue,
  name: string | undefined,
): readonly FoundColumn[] {
  const candidates = heading.columns.filter(
    ({ index, text, keys }) =>
      index !== heading.codeColumn && text !== '' && !aside.test(keys[0] ?? '') && (keys[0] ?? '') !== '',
  );
  const found = candidates.flatMap((column): FoundColumn[] => {
    const code = slug(candidates.length === 1 && name !== undefined ? name : column.text);
    if (code === '') return [];
    const kind = kindOf(table, heading, column.index);
    if (kind === 'figures') return [{ column, wanted: seriesColumn(code, column.text, catalogue) }];
    return kind === 'zones' ? [{ column, wanted: zoningColumn(code, column.text) }] : [];
  });
  return found;
}

function kindOf(table: SourceTable, heading: Heading, column: number): 'figures' | 'zones' | undefined {
  const values = new Map<string, number>();
  let filled = 0;
  let numbers = 0;
  for (let row = heading.firstRow; row < table.rows.length; row += 1) {
    const cell = table.rows[row]?.[column];
    const figure = figureIn(cell);
    if (figure.kind === 'blank') continue;
    filled += 1;
    if (figure.kind !== 'unreadable') numbers += 1;
    if (values.size <= MOST_ZONES) values.set(plainText(cell), (values.get(plainText(cell)) ?? 0) + 1);
  }
  if (filled === 0) return undefined;
  if (numbers >= 0.9 * filled) return 'figures';
  return values.size <= MOST_ZONES && values.size * 2 <= filled ? 'zones' : undefined;
}

function seriesColumn(code: string, label: string, catalogue: Catalogue): SeriesColumn {
  const known = catalogue.dataPoints.get(code);
  const reference = known?.kind === 'reference' ? known : undefined;
  const unit = reference?.unit ?? '';
  const isRate = unit === '%' || unit.includes('/');
  return {
    kind: 'series',
    code,
    label: reference?.label.fr ?? label,
    column: /^$/,
    unit,
    additive: reference !== undefined && !isRate,
    ...(unit === '%' ? { rate: true } : {}),
    ...(reference
      ? {}
      : { toConfirm: 'colonne que le produit ne connaît pas : ni additionnée, ni convertie' }),
  };
}

function zoningColumn(name: string, label: string): ZoningColumn {
  return {
    kind: 'zoning',
    name,
    label,
    column: /^$/,
    zoneOf: (text) => (text === '' ? undefined : text.replace(/\s+/gu, ' ').slice(0, 120)),
  };
}

/** A code from a heading: `Taux d’effort (%)` → `taux_d_effort`. */
export function slug(text: string): string {
  return text
    .replace(/^ref\./i, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 60);
}
