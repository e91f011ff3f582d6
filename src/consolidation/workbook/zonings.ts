import { cell, palette, styles, type SheetModel } from '../../xlsx';
import type { Plan } from './plan';
import { pageFooter, tableSheet } from './sheet-frame';

/** Where the zones of the campaign come from; undefined where no zoning table was given. */
export function zoningsSheet({ consolidation, title }: Plan): SheetModel | undefined {
  const { zonings = [] } = consolidation;
  if (zonings.length === 0) return undefined;
  return tableSheet({
    name: 'Zonages',
    title: 'Zonages',
    explanation:
      'Une zone additionne les chiffres des communes de la campagne que sa table y met ; ce qui n’est donné que pour un département n’entre dans aucune zone.',
    table: 'CONSO_ZONAGES',
    columns: [
      { heading: 'Table', width: 16 },
      { heading: 'Zonage', width: 44 },
      { heading: 'Zones', width: 60 },
      { heading: 'Communes', width: 12, numeric: true },
      { heading: 'Date', width: 12 },
      { heading: 'Source', width: 80 },
    ],
    rows: zonings.map(({ name, label, zoneOf, date, source }) => [
      cell(name, styles.strong),
      cell(label, styles.textLined),
      cell(zonesIn(zoneOf), styles.textLined),
      cell(zoneOf.size, { ...styles.number, format: '#,##0' }),
      cell(date, styles.muted),
      cell(source, styles.muted),
    ]),
    footer: pageFooter(title),
    tabColor: palette.muted,
  });
}

/** The zones of a table, the first of a long list. */
function zonesIn(zoneOf: ReadonlyMap<string, string>): string {
  const zones = [...new Set(zoneOf.values())].sort((one, other) => one.localeCompare(other, 'fr'));
  return `${zones.slice(0, 12).join(', ')}${zones.length > 12 ? ` … (${zones.length})` : ''}`;
}
