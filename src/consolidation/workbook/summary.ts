import {
  cell,
  Grid,
  inside,
  numberFormat,
  palette,
  styles,
  absolute,
  type CellModel,
  type SheetModel,
} from '../../xlsx';
import { referenceFigureOf } from '../benchmark';
import type { IndicatorCell } from '../model';
import type { Charts } from './charts';
import { contributionsSheetName } from './contributions';
import type { Drill } from './drill';
import { linked, nameOf, type Plan } from './plan';
import { remarksSheetName } from './remarks';
import { resultColumn, resultsSheetName } from './results';
import { pageFooter, summarySheet as sheetName } from './sheet-frame';

/** Columns of figures; the charts stand right of them. */
const width = 7;

/** The first sheet: what was collected, the key figures theme by theme, the charts, and links to the rest. */
export function summarySheet(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
  { charts }: Charts,
  drill: Drill,
): SheetModel {
  const { consolidation } = plan;
  const grid = new Grid();
  grid.add([cell(plan.title, { ...styles.title, size: 20 })], 32);
  grid.add([
    cell(
      `${nameOf(consolidation.territory)} — exercice ${consolidation.year} — catalogue ${consolidation.catalogue.version}`,
      { ...styles.subtitle, size: 12 },
    ),
  ]);
  grid.add([
    cell(
      plan.live
        ? 'Tout est formule : un clic sur un indicateur mène à son calcul, puis à la matrice des réponses, puis à la cellule source.'
        : `Ce classeur contient des valeurs, sans formules : au-delà de 150 bailleurs (ici ${consolidation.landlords.length}), les formules ne se relisent plus.`,
      { color: palette.muted, italic: true },
    ),
  ]);
  grid.skip();
  collected(plan, grid);
  keyFigures(plan, grid, rows, drill);
  return {
    name: sheetName,
    columns: [
      ...[50, 17, 20, 11, 10, 10, 10, 3].map((width) => ({ width })),
      ...Array.from({ length: 8 }, () => ({ width: 10 })),
    ],
    rows: grid.rows(),
    freeze: { rows: 3, columns: 0 },
    charts,
    print: { landscape: true, fitToWidth: true, footer: pageFooter(plan.title) },
    gridLines: false,
    tabColor: palette.primary,
  };
}

function section(grid: Grid, texts: readonly string[]): void {
  const cells = Array.from({ length: width }, (_, index): CellModel => {
    const align =
      index === 0
        ? {}
        : index === 2
          ? ({ size: 9, indent: 1 } as const)
          : ({ align: 'right', size: 9 } as const);
    return cell(texts[index] ?? null, { ...styles.section, ...align });
  });
  grid.add(cells, 21);
}

function collected({ consolidation }: Plan, grid: Grid): void {
  const { contributions, landlords, cells, territory, remarks } = consolidation;
  const expected = consolidation.expectedAt(territory);
  const heard = landlords.filter((one) => expected.includes(one.siren) && one.files.length > 0);
  const dwellings = (sirens: readonly string[]): number =>
    sirens.reduce((sum, siren) => sum + (consolidation.dwellingsOf(siren, territory) || 0), 0);
  const here = cells.filter((one) => one.territory === territory);
  const computed = here.filter((one) => one.value !== null).length;
  // Those on a workbook that another replaced are settled.
  const counted = contributions.filter(({ status }) => status !== 'superseded');
  const open = counted.reduce((sum, one) => sum + one.remarks.length, remarks.length);
  const line = (label: string, value: number, unit: string, format: string, link?: string): void => {
    grid.add([
      { ...cell(label, styles.link), ...(link ? { link: { to: inside(link, 0, 0) } } : {}) },
      cell(value, { ...styles.key, format }),
      cell(unit, styles.unit),
      ...Array.from({ length: width - 3 }, () => cell(null, styles.muted)),
    ]);
  };
  section(grid, ['La collecte']);
  const alone = landlords.length < 2;
  if (!alone) {
    const among = `sur ${expected.length} ${expected.length > 1 ? 'attendus' : 'attendu'}`;
    line('Bailleurs ayant répondu', heard.length, among, '0', contributionsSheetName);
  }
  const all = dwellings(expected);
  if (!alone && all > 0) {
    const share = dwellings(heard.map((one) => one.siren)) / all;
    line('Logements de ces bailleurs', share, 'du parc attendu', '0%', contributionsSheetName);
  }
  line('Indicateurs calculés', computed, `sur ${here.length}`, '0', resultsSheetName);
  line('Remarques à examiner', open, open > 1 ? 'remarques' : 'remarque', '0', remarksSheetName);
  grid.skip();
}

/** The indicators of a first review, or all of them where the catalogue marks none. */
function keyFigures(plan: Plan, grid: Grid, rows: ReadonlyMap<IndicatorCell, number>, drill: Drill): void {
  const { consolidation } = plan;
  const { catalogue, territory } = consolidation;
  const here = consolidation.cells.filter((one) => one.territory === territory);
  const marked = here.filter((one) => catalogue.indicators.get(one.code)?.firstReview);
  const shown = marked.length > 0 ? marked : here;
  for (const dimension of catalogue.dimensions) {
    const cells = shown.filter((one) => catalogue.indicators.get(one.code)?.dimension === dimension.code);
    if (cells.length === 0) continue;
    const ranged = cells.some(({ low, high }) => low !== null && high !== null);
    const range = ranged ? ['Bas', 'Haut'] : ['', ''];
    section(grid, [dimension.label.fr, 'Valeur', 'Unité', 'Couverture', ...range, 'Repère']);
    for (const one of cells) grid.add(figureRow(plan, one, rows.get(one) ?? 0, drill));
    grid.skip();
  }
}

function figureRow(plan: Plan, one: IndicatorCell, row: number, drill: Drill): readonly CellModel[] {
  const indicator = plan.consolidation.catalogue.indicators.get(one.code);
  const at = (heading: Parameters<typeof resultColumn>[0]): string =>
    absolute(row, resultColumn(heading), resultsSheetName);
  const format = numberFormat(one.unit, indicator?.decimals ?? 0);
  const quiet = { ...styles.number, color: palette.muted } as const;
  const benchmark = indicator ? referenceFigureOf(plan.consolidation, indicator, one.territory) : undefined;
  return [
    {
      ...cell(indicator?.label.fr ?? one.code, styles.link),
      link: { to: inside(resultsSheetName, row, 0), tip: indicator?.definition.fr.slice(0, 250) ?? one.code },
    },
    {
      ...linked(plan, at('Valeur'), one.value, 'n. d.'),
      ...drill(one),
      style: { ...styles.key, format, underline: false },
    },
    cell(one.unit === '%' ? null : one.unit, styles.unit),
    { ...linked(plan, at('Couverture'), one.coverage), style: { ...quiet, format: '0%' } },
    { ...linked(plan, at('Bas'), one.low), style: { ...quiet, format } },
    { ...linked(plan, at('Haut'), one.high), style: { ...quiet, format } },
    { ...linked(plan, at('Repère'), benchmark ?? null), style: { ...quiet, format } },
  ];
}
