import { territoryName } from '../../territory';
import type { Remark } from '../../contribution';
import { joinMarketRents, type MarketRents } from '../references';
import type { RplsMerged } from './merge';

/** What became of the rent cells when market rents were joined to them. */
export interface RentsJoined {
  readonly merged: RplsMerged;
  readonly filled: number;
  /** Cells that no table answers for, and their communes. */
  readonly missing: number;
  readonly missingCommunes: readonly string[];
}

/**
 * Fills the market rents of the rent cells from tables of rents by commune, and says in remarks what they are worth:
 * charges included, flats for every dwelling (a rent cell does not tell houses), and which communes stay without.
 */
export function withMarketRents(merged: RplsMerged, tables: readonly MarketRents[]): RentsJoined {
  const { cells, filled, missing, warnings } = joinMarketRents(merged.cells, tables);
  const without = cells.filter(({ marketRent }) => marketRent === undefined);
  const missingCommunes = [...new Set(without.map(({ territory }) => territory))];
  const file = tables.map(({ source }) => source).join(' ; ');
  const say = (code: string, message: string): Remark => ({
    level: 'warning',
    code,
    message,
    source: { file, sheet: '', cell: '' },
  });
  const remarks = warnings.map((message) => say('market_rents', message));
  if (filled > 0) {
    remarks.push(
      say(
        'market_rents_of_flats',
        'Les cellules de loyers du RPLS ne séparent pas les maisons : le loyer de marché joint est celui d’un appartement de même taille.',
      ),
    );
  }
  if (missing > 0)
    remarks.push(say('market_rents_missing', `Sans loyer de marché : ${listed(missingCommunes)}.`));
  return {
    merged: { ...merged, cells, remarks: [...merged.remarks, ...remarks] },
    filled,
    missing,
    missingCommunes,
  };
}

function listed(communes: readonly string[]): string {
  const names = communes.slice(0, 8).map((one) => `${territoryName(one)} (${one.slice('COM:'.length)})`);
  return communes.length > 8
    ? `${names.join(', ')} et ${communes.length - 8} autres communes`
    : names.join(', ');
}
