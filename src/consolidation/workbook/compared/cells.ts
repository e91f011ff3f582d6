import type { Indicator } from '../../../catalogue';
import { absolute, cell, cellAddress, inside, numberFormat, styles, type CellModel } from '../../../xlsx';
import type { IndicatorCell } from '../../model';
import { linked, type Plan } from '../plan';
import { resultColumn, resultsSheetName } from '../results';

/** The code of an indicator, leading to its row among the results. */
export function codeCell(code: string, row: number | undefined): CellModel {
  const link = row === undefined ? {} : { link: { to: inside(resultsSheetName, row, 0) } };
  return { ...cell(code, { ...styles.link, bold: true }), ...link };
}

/** A figure as its indicator is written. */
export function figure(value: number | null | undefined, { unit, decimals }: Indicator): CellModel {
  return cell(value ?? null, { ...styles.number, format: numberFormat(unit, decimals) });
}

/** The value of a result: a formula on it where the workbook is live. */
export function resultCell(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
  one: IndicatorCell | undefined,
  indicator: Indicator,
): CellModel {
  const row = one && rows.get(one);
  if (!one || row === undefined) return figure(null, indicator);
  const at = absolute(row, resultColumn('Valeur'), resultsSheetName);
  const { style } = figure(null, indicator);
  return { ...linked(plan, at, one.value), ...(style ? { style } : {}) };
}

/** How a figure differs from another, by a formula on both: in points for a share, else relative. */
export function changeCell(
  { live }: Plan,
  change: number | null,
  unit: string,
  row: number,
  columns: { readonly value: number; readonly other: number },
): CellModel {
  const [value, other] = [cellAddress(row, columns.value), cellAddress(row, columns.other)];
  const both = `AND(ISNUMBER(${value}),ISNUMBER(${other}))`;
  const formula =
    unit === '%'
      ? `IF(${both},(${value}-${other})*100,"")`
      : `IF(${both},IF(${other}=0,"",(${value}-${other})/ABS(${other})),"")`;
  const shown = change === null ? '' : unit === '%' ? change * 100 : change;
  // « +1,2 pt » and « +3,4 % » are told apart where they stand.
  const format = unit === '%' ? '+0.0" pt";-0.0" pt";0.0" pt"' : '+0.0%;-0.0%;0.0%';
  return { value: shown, ...(live ? { formula } : {}), style: { ...styles.number, format } };
}
