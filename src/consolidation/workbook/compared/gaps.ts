import { territoryName } from '../../../territory';
import { cell, palette, sheetNameFrom, styles, type CellModel, type SheetModel } from '../../../xlsx';
import { gapsTo, type TerritoryGap } from '../../comparison';
import type { IndicatorCell } from '../../model';
import { nameOf, type Plan } from '../plan';
import { pageFooter, tableFirstRow, tableSheet } from '../sheet-frame';
import { changeCell, codeCell, figure, resultCell } from './cells';

const COLUMN = { value: 4, other: 5, reference: 7 } as const;

/** Every territory beside one of them, and beside the reference figures. */
export function gapsSheet(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
  territory: string,
): SheetModel | undefined {
  const { consolidation } = plan;
  const gaps = gapsTo(consolidation, territory).filter(
    (one) => one.territory !== territory || one.reference !== null,
  );
  if (gaps.length === 0) return undefined;
  const cells = new Map(consolidation.cells.map((one) => [`${one.code} ${one.territory}`, one]));
  const name = territoryName(territory);
  return tableSheet({
    name: sheetNameFrom(`Écarts à ${name}`, []),
    title: `Écarts à ${name}`,
    explanation:
      'Chaque territoire à côté de celui-ci et du chiffre de référence : en points pour une part, en pour-cent pour un autre rapport ; une somme n’a pas d’écart, elle suit la taille du territoire. Usage interne : aucun secret n’est appliqué ici.',
    table: `CONSO_ECARTS_${territory.replaceAll(/[^A-Za-z0-9]/g, '_')}`,
    columns: [
      { heading: 'Code', width: 10 },
      { heading: 'Indicateur', width: 42 },
      { heading: 'Territoire', width: 22 },
      { heading: 'Unité', width: 15 },
      { heading: 'Valeur', width: 15, numeric: true },
      { heading: nameOf(territory), width: 15, numeric: true },
      { heading: 'Écart', width: 12, numeric: true },
      { heading: 'Repère', width: 15, numeric: true },
      { heading: 'Écart au repère', width: 12, numeric: true },
    ],
    rows: gaps.map((one, at) => {
      const here = cells.get(`${one.code} ${one.territory}`);
      const there = one.territory === territory ? undefined : cells.get(`${one.code} ${territory}`);
      return gapRow(plan, rows, one, { here, there }, tableFirstRow + at);
    }),
    frozenColumns: 2,
    footer: pageFooter(plan.title),
    tabColor: palette.primary,
  });
}

function gapRow(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
  one: TerritoryGap,
  { here, there }: { readonly here?: IndicatorCell; readonly there?: IndicatorCell },
  row: number,
): readonly (CellModel | undefined)[] {
  const indicator = plan.consolidation.catalogue.indicators.get(one.code);
  if (!indicator) return [];
  return [
    codeCell(one.code, here && rows.get(here)),
    cell(indicator.label.fr, styles.textLined),
    cell(nameOf(one.territory), styles.muted),
    cell(one.unit, styles.unit),
    resultCell(plan, rows, here, indicator),
    resultCell(plan, rows, there, indicator),
    one.gap === null && one.other !== null
      ? figure(null, indicator)
      : changeCell(plan, one.gap, one.unit, row, { value: COLUMN.value, other: COLUMN.other }),
    figure(one.reference, indicator),
    changeCell(plan, one.gapToReference, one.unit, row, { value: COLUMN.value, other: COLUMN.reference }),
  ];
}
