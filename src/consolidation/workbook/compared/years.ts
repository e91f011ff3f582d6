import { cell, palette, styles, type CellModel, type SheetModel } from '../../../xlsx';
import { type YearChange, yearChanges } from '../../comparison';
import type { Consolidation, IndicatorCell } from '../../model';
import { nameOf, type Plan } from '../plan';
import { pageFooter, tableFirstRow, tableSheet } from '../sheet-frame';
import { changeCell, codeCell, figure, resultCell } from './cells';

const COLUMN = { after: 4, before: 5, constantAfter: 10, constantBefore: 11 } as const;

/** Each indicator beside that of another year, as collected and over the landlords that answered both times. */
export function yearSheet(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
  then: Consolidation,
): SheetModel | undefined {
  const { consolidation } = plan;
  const changes = yearChanges(consolidation, then);
  if (changes.length === 0) return undefined;
  const cells = new Map(consolidation.cells.map((one) => [`${one.code} ${one.territory}`, one]));
  const [now, before] = [String(consolidation.year), String(then.year)];
  // Two editions of one year, when that is what was asked, are told apart.
  const was = now === before ? `${before} (édition précédente)` : before;
  return tableSheet({
    name: `Évolution ${before}`,
    title: `Évolution depuis ${was}`,
    explanation: `Les mêmes formules et les mêmes coefficients pour les deux années. « Constant » : sur les seuls bailleurs qui ont répondu les deux fois ; l’écart entre les deux évolutions vient de qui a répondu. Usage interne : aucun secret n’est appliqué ici.`,
    table: `CONSO_EVOLUTION_${before}`,
    columns: [
      { heading: 'Code', width: 10 },
      { heading: 'Indicateur', width: 42 },
      { heading: 'Territoire', width: 22 },
      { heading: 'Unité', width: 15 },
      { heading: now, width: 15, numeric: true },
      { heading: was, width: 15, numeric: true },
      { heading: 'Évolution', width: 12, numeric: true },
      { heading: `Répondants ${now}`, width: 12, numeric: true },
      { heading: now === before ? 'Répondants avant' : `Répondants ${before}`, width: 12, numeric: true },
      { heading: 'Bailleurs constants', width: 12, numeric: true },
      { heading: `Constant ${now}`, width: 15, numeric: true },
      { heading: now === before ? 'Constant avant' : `Constant ${before}`, width: 15, numeric: true },
      { heading: 'Évolution constante', width: 12, numeric: true },
    ],
    rows: changes.map((one, at) =>
      changeRow(plan, rows, one, cells.get(`${one.code} ${one.territory}`), tableFirstRow + at),
    ),
    frozenColumns: 2,
    footer: pageFooter(plan.title),
    tabColor: palette.primary,
  });
}

function changeRow(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
  one: YearChange,
  now: IndicatorCell | undefined,
  row: number,
): readonly (CellModel | undefined)[] {
  const indicator = plan.consolidation.catalogue.indicators.get(one.code);
  if (!indicator) return [];
  const count = { ...styles.number, format: '0' } as const;
  const { constant, unit } = one;
  return [
    codeCell(one.code, now && rows.get(now)),
    cell(indicator.label.fr, styles.textLined),
    cell(nameOf(one.territory), styles.muted),
    cell(unit, styles.unit),
    resultCell(plan, rows, now, indicator),
    figure(one.before, indicator),
    changeCell(plan, one.change, unit, row, { value: COLUMN.after, other: COLUMN.before }),
    cell(one.respondentsAfter, count),
    cell(one.respondentsBefore, count),
    cell(constant.landlords, count),
    figure(constant.after, indicator),
    figure(constant.before, indicator),
    changeCell(plan, constant.change, unit, row, {
      value: COLUMN.constantAfter,
      other: COLUMN.constantBefore,
    }),
  ];
}
