import { formatQuantity } from '../../../formula';
import { cell, palette, styles, type CellModel, type SheetModel } from '../../../xlsx';
import { type Distribution, distributionOf } from '../../comparison';
import type { IndicatorCell } from '../../model';
import type { Plan } from '../plan';
import { pageFooter, tableSheet } from '../sheet-frame';
import { codeCell, figure, resultCell } from './cells';

/** More names than this are no longer read in a cell. */
const MOST_NAMES = 20;

/** Median and quartiles of the landlords' own values, from 10 answers up; names of those that agreed only. */
export function distributionSheet(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
): SheetModel | undefined {
  const { consolidation } = plan;
  const here = consolidation.cells.filter((one) => one.territory === consolidation.territory);
  const shown = here.flatMap((one) => {
    const distribution = distributionOf(consolidation, one.code, one.territory);
    return distribution ? [spreadRow(plan, rows, one, distribution)] : [];
  });
  if (shown.length === 0) return undefined;
  return tableSheet({
    name: 'Distribution',
    title: 'Distribution entre bailleurs',
    explanation:
      'Le même indicateur calculé chez chaque bailleur, à partir de 10 réponses : la moitié des bailleurs sont entre les deux quartiles (QUARTILE.INC). L’ensemble n’est pas leur moyenne. Seuls les bailleurs d’accord (accord_nominatif) sont nommés.',
    table: 'CONSO_DISTRIBUTION',
    columns: [
      { heading: 'Code', width: 10 },
      { heading: 'Indicateur', width: 42 },
      { heading: 'Unité', width: 15 },
      { heading: 'Réponses', width: 10, numeric: true },
      { heading: '1er quartile', width: 14, numeric: true },
      { heading: 'Médiane', width: 14, numeric: true },
      { heading: '3e quartile', width: 14, numeric: true },
      { heading: 'Ensemble', width: 14, numeric: true },
      { heading: 'Bailleurs d’accord pour être nommés', width: 90 },
    ],
    rows: shown,
    frozenColumns: 2,
    footer: pageFooter(plan.title),
    tabColor: palette.primary,
  });
}

function spreadRow(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
  one: IndicatorCell,
  { answers, q1, median, q3, named }: Distribution,
): readonly (CellModel | undefined)[] {
  const indicator = plan.consolidation.catalogue.indicators.get(one.code);
  if (!indicator) return [];
  const { unit, decimals } = indicator;
  const names = named
    .slice(0, MOST_NAMES)
    .map(({ name, value }) => `${name} ${formatQuantity(value, unit, { locale: 'fr', decimals })}`);
  if (named.length > MOST_NAMES) names.push(`et ${named.length - MOST_NAMES} autres`);
  return [
    codeCell(one.code, rows.get(one)),
    cell(indicator.label.fr, styles.textLined),
    cell(unit, styles.unit),
    cell(answers, { ...styles.number, format: '0' }),
    figure(q1, indicator),
    figure(median, indicator),
    figure(q3, indicator),
    resultCell(plan, rows, one, indicator),
    cell(names.join(' ; ') || null, { ...styles.muted, wrap: false }),
  ];
}
