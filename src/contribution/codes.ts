import type { Catalogue, DataPoint } from '../catalogue';
import { rowTables, tableNames } from './format';
import { compact, nearest, quoted } from './words';

/** What a code written in `IMPACT_DONNEES` stands for. */
export type CodeMeaning =
  | { readonly kind: 'figure'; readonly point: DataPoint }
  /** A whole table or list, which a row may declare empty, `ND` or `SO`. */
  | { readonly kind: 'whole'; readonly code: string; readonly label: string }
  | {
      readonly kind: 'unknown';
      readonly reason: 'unknown_code' | 'reference_code' | 'indicator_code' | 'misplaced_code';
      readonly message: string;
    };

const tables: ReadonlyMap<string, string> = new Map([
  [tableNames.rents.toLowerCase(), tableNames.rents],
  [tableNames.works.toLowerCase(), tableNames.works],
]);

/** The data point of a code, whatever its case and spaces. */
export function dataPointOf(written: string, catalogue: Catalogue): DataPoint | undefined {
  return catalogue.dataPoints.get(written) ?? catalogue.dataPoints.get(compact(written).toLowerCase());
}

/** What a code of `IMPACT_DONNEES` stands for; one that no landlord can answer is unknown, with what to do. */
export function meaningOf(written: string, catalogue: Catalogue): CodeMeaning {
  const key = compact(written).toLowerCase();
  const table = tables.get(key);
  if (table !== undefined) return { kind: 'whole', code: table, label: `la table ${table}` };
  const point = dataPointOf(written, catalogue);
  if (point?.kind === 'sum') return { kind: 'figure', point };
  if (point?.kind === 'set') return { kind: 'whole', code: point.code, label: `la liste ${point.code}` };
  if (point?.kind === 'reference' || key.startsWith('ref.')) {
    return unknown(
      'reference_code',
      `${quoted(written)} est une donnée de référence, fournie par la campagne : supprimez cette ligne.`,
    );
  }
  if (point) {
    const place = point.kind === 'rent_cells' ? rowTables.loyers.table : rowTables.travaux.table;
    return unknown(
      'misplaced_code',
      `${quoted(written)} se saisit dans la table ${place}, pas ici : déplacez ce chiffre.`,
    );
  }
  if (catalogue.indicators.has(key.toUpperCase())) {
    return unknown(
      'indicator_code',
      `${quoted(written)} est un indicateur : il est recalculé, saisissez les données dont il dépend.`,
    );
  }
  return unknown('unknown_code', `Code inconnu, ${quoted(written)} : ${remedy(key, catalogue)}`);
}

/** What a code of `IMPACT_LISTES` stands for: a set-valued data point, or a message. */
export function listOf(written: string, catalogue: Catalogue): DataPoint | string {
  const point = dataPointOf(written, catalogue);
  if (point?.kind === 'set') return point;
  if (point)
    return `${quoted(written)} n’est pas une liste : saisissez ce chiffre dans la table ${tableNames.facts}.`;
  const sets = [...catalogue.dataPoints.values()].filter((one) => one.kind === 'set').map((one) => one.code);
  return `Liste inconnue, ${quoted(written)} : les listes sont ${sets.join(', ')}.`;
}

function unknown(reason: Extract<CodeMeaning, { kind: 'unknown' }>['reason'], message: string): CodeMeaning {
  return { kind: 'unknown', reason, message: `${message} La ligne est laissée de côté.` };
}

function remedy(key: string, catalogue: Catalogue): string {
  const similar = nearest(key, catalogue.dataPoints.keys());
  return similar === undefined
    ? 'vérifiez-le dans le catalogue ; une donnée propre à l’organisme se garde hors de cette table.'
    : `vouliez-vous écrire ${similar} ?`;
}
