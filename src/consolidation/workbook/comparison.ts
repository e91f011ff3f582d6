import { area, cell, Grid, palette, styles, type CellModel, type SheetModel } from '../../xlsx';
import { territoryName } from '../../territory';
import type { IndicatorCell } from '../model';
import type { Drill } from './drill';
import { codeCell, resultCell } from './compared/cells';
import type { Plan } from './plan';
import { resultsSheetName } from './results';
import { pageFooter, sheetHead, tableFirstRow, tableHeadingRow } from './sheet-frame';

const comparisonSheetName = 'Par territoire';

/** More columns than this are not read side by side. */
const MOST_TERRITORIES = 60;

/** All indicators, a territory a column; undefined where there is only one territory. */
export function comparisonSheet(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
  drill: Drill,
): SheetModel | undefined {
  const { consolidation } = plan;
  const territories = consolidation.territories.slice(0, MOST_TERRITORIES);
  if (territories.length < 2) return undefined;
  const left = consolidation.territories.length - territories.length;
  const byPlace = new Map(consolidation.cells.map((one) => [`${one.code} ${one.territory}`, one]));
  const grid = new Grid();
  sheetHead(
    grid,
    comparisonSheetName,
    `Chaque territoire est recalculé sur ses propres données.${left > 0 ? ` ${left} autres territoires sont dans la feuille « ${resultsSheetName} ».` : ''}`,
  );
  const names = ['Code', 'Indicateur', 'Unité', ...territories.map((code) => headingOf(code, territories))];
  const right = { ...styles.heading, align: 'right' } as const;
  grid.add(
    names.map((name, index) => cell(name, index < 3 ? styles.heading : right)),
    46,
  );
  for (const code of new Set(consolidation.cells.map((one) => one.code))) {
    const indicator = consolidation.catalogue.indicators.get(code);
    if (!indicator || indicator.consolidation === 'quality') continue;
    const main = byPlace.get(`${code} ${consolidation.territory}`);
    grid.add([
      codeCell(code, main && rows.get(main)),
      cell(indicator.label.fr, styles.textLined),
      cell(indicator.unit, styles.muted),
      ...territories.map((territory): CellModel => {
        const one = byPlace.get(`${code} ${territory}`);
        const value = resultCell(plan, rows, one, indicator);
        return { ...value, ...(one && drill(one)), style: { ...value.style, underline: false } };
      }),
    ]);
  }
  return {
    name: comparisonSheetName,
    columns: [{ width: 10 }, { width: 44 }, { width: 16 }, ...territories.map(() => ({ width: 16 }))],
    rows: grid.rows(),
    freeze: { rows: tableFirstRow, columns: 2 },
    tables: [
      {
        name: 'CONSO_TERRITOIRES',
        ref: area(tableHeadingRow, 0, grid.next - 1, names.length - 1),
        columns: names,
        style: 'TableStyleLight1',
      },
    ],
    print: {
      landscape: true,
      fitToWidth: true,
      repeatRows: `${tableHeadingRow + 1}:${tableHeadingRow + 1}`,
      footer: pageFooter(plan.title),
    },
    gridLines: false,
    tabColor: palette.primary,
  };
}

/** A name tells more than a code; the code tells apart territories of one name. */
function headingOf(code: string, all: readonly string[]): string {
  const name = territoryName(code);
  const alone = all.filter((other) => territoryName(other).toLowerCase() === name.toLowerCase()).length === 1;
  return alone && !['Code', 'Indicateur', 'Unité'].includes(name) ? name : `${name} (${code})`;
}
