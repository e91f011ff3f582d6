import { levelOf } from '../../territory';
import type { ImportedReferences, ReferenceValue } from './model';
import { rentKindOf, rentsOf, type RentKind } from './rent-files';

/** Market rents by commune, of one type of dwelling: €/m²/month, charges included. */
export interface MarketRents {
  readonly kind: RentKind;
  readonly source: string;
  /** By `COM:14118`. */
  readonly rentOf: ReadonlyMap<string, number>;
}

/** What the join needs of a rent cell. */
export interface RentCell {
  /** `COM:14118`; a cell of a wider territory takes no rent: market rents are never averaged. */
  readonly territory: string;
  /** `T3`, `maison T4`, `individuel` …; may be empty. */
  readonly typology: string;
  /** €/m²/month; a rent that is there is kept. */
  readonly marketRent?: number | undefined;
}

export interface JoinedRents<Cell extends RentCell> {
  readonly cells: readonly Cell[];
  /** Cells that got a rent, that had one, and that stay without. */
  readonly filled: number;
  readonly kept: number;
  readonly missing: number;
  /** French sentences to show beside the figures. */
  readonly warnings: readonly string[];
}

/** The figures of a file of market rents; undefined when the file holds something else. */
export function marketRentsIn({ layout, file, source, values }: ImportedReferences): MarketRents | undefined {
  if (layout !== 'loyers-anil') return undefined;
  const communes = values.filter((one) => levelOf(one.territory) === 'COM');
  return {
    kind: rentsOf(file).kind,
    source,
    rentOf: new Map(communes.map((one) => [one.territory, one.value])),
  };
}

/** The market rents among figures imported before, of the latest year of each type of dwelling. */
export function marketRentsAmong(figures: readonly ReferenceValue[]): readonly MarketRents[] {
  const latest = new Map<RentKind, { year: number; source: string; rentOf: Map<string, number> }>();
  for (const { code, year, territory, value, source = '' } of figures) {
    const kind = rentKindOf(code);
    if (kind === undefined || levelOf(territory) !== 'COM') continue;
    let known = latest.get(kind);
    if (!known || known.year < year) latest.set(kind, (known = { year, source, rentOf: new Map() }));
    if (known.year === year) known.rentOf.set(territory, value);
  }
  return [...latest].map(([kind, { source, rentOf }]) => ({ kind, source, rentOf }));
}

/** Which files answer for a cell, best first. A table of flats never answers for a house, nor the reverse. */
function kindsFor(typology: string): readonly RentKind[] {
  const text = typology.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/maison|individuel|pavillon/.test(text)) return ['house', 'unknown'];
  const rooms = Number(/(?:^|[^a-z])(?:t|f|type\s*)\s*(\d)/.exec(text)?.[1] ?? NaN);
  if (rooms === 1 || rooms === 2) return ['small_flat', 'any_flat', 'unknown'];
  if (rooms >= 3) return ['large_flat', 'any_flat', 'unknown'];
  return ['any_flat', 'unknown'];
}

/**
 * Fills the market rent of the rent cells that have none, by commune and type of dwelling. The rents of adverts
 * include charges and social rents do not: no published conversion is known, so none is applied, and it is said.
 */
export function joinMarketRents<Cell extends RentCell>(
  cells: readonly Cell[],
  tables: readonly MarketRents[],
): JoinedRents<Cell> {
  let [filled, kept, missing, approximated] = [0, 0, 0, 0];
  const joined = cells.map((cell): Cell => {
    if (cell.marketRent !== undefined) {
      kept += 1;
      return cell;
    }
    const kinds = kindsFor(cell.typology);
    const found = kinds
      .map((kind) => ({ kind, rent: tables.find((one) => one.kind === kind)?.rentOf.get(cell.territory) }))
      .find((one) => one.rent !== undefined);
    if (!found) {
      missing += 1;
      return cell;
    }
    filled += 1;
    if (found.kind !== kinds[0]) approximated += 1;
    return { ...cell, marketRent: found.rent };
  });
  const warnings: string[] = [];
  if (filled > 0)
    warnings.push(
      `${filled} loyers de marché repris de loyers d’annonce charges comprises, alors que les loyers HLM sont hors charges : l’économie de loyer est surestimée. Aucune conversion publiée n’est appliquée (à confirmer).`,
    );
  if (approximated > 0)
    warnings.push(
      `${approximated} de ces loyers viennent d’une table qui ne distingue pas leur typologie : donnez aussi le fichier de ce type de logement s’il existe.`,
    );
  if (missing > 0)
    warnings.push(
      `${missing} cellules de loyers restent sans loyer de marché : leur commune n’est pas dans la table, ou elles ne sont pas à la commune.`,
    );
  return { cells: joined, filled, kept, missing, warnings };
}
