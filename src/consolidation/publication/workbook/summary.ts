import { cell, Grid, numberFormat, palette, styles, type CellModel, type SheetModel } from '../../../xlsx';
import type { Indicator } from '../../../catalogue';
import { nameOf, type Plan } from '../../workbook/plan';
import { pageFooter, summarySheet as sheetName } from '../../workbook/sheet-frame';
import type { ShownCell } from '../shown';

/** More territories than that no longer fit side by side: they are on the sheet of all cells. */
const MOST_TERRITORIES = 14;

/** Indicators by theme, territories side by side: what elected officials and partners read. */
export function publicSummary(shown: readonly ShownCell[], plan: Plan): SheetModel {
  const { consolidation } = plan;
  const { catalogue } = consolidation;
  const territories = consolidation.territories.slice(0, MOST_TERRITORIES);
  const at = new Map(shown.map((one) => [`${one.code} ${one.territory}`, one]));
  const grid = new Grid();
  grid.add([cell(plan.title, { ...styles.title, size: 20 })], 32);
  grid.add([
    cell(
      `${nameOf(consolidation.territory)} — exercice ${consolidation.year} — catalogue ${catalogue.version}`,
      { ...styles.subtitle, size: 12 },
    ),
  ]);
  grid.add([
    cell(
      'En italique sur fond orangé : redressé de la non-réponse. « secret » : masqué pour protéger les chiffres d’un bailleur. « couverture » : trop peu de réponses. Feuille « Méthode ».',
      { color: palette.muted, italic: true },
    ),
  ]);
  grid.skip();
  const right = { ...styles.heading, align: 'right' } as const;
  grid.add(
    [
      cell('Indicateur', styles.heading),
      cell('Unité', styles.heading),
      ...territories.map((one) => cell(nameOf(one), right)),
    ],
    32,
  );
  for (const dimension of catalogue.dimensions) {
    const indicators = [...catalogue.indicators.values()].filter(
      (one) =>
        one.dimension === dimension.code &&
        territories.some((code) => at.get(`${one.code} ${code}`)?.value !== null),
    );
    if (indicators.length === 0) continue;
    grid.add(
      [dimension.label.fr, '', ...territories.map(() => '')].map((text) => cell(text, styles.section)),
      20,
    );
    for (const indicator of indicators) {
      grid.add([
        cell(indicator.label.fr, styles.textLined),
        cell(indicator.unit === '%' ? '' : indicator.unit, styles.unit),
        ...territories.map((code) => figure(at.get(`${indicator.code} ${code}`), indicator)),
      ]);
    }
  }
  return {
    name: sheetName,
    columns: [50, 17, ...territories.map(() => 15)].map((width) => ({ width })),
    rows: grid.rows(),
    freeze: { rows: 5, columns: 2 },
    print: { landscape: true, fitToWidth: true, repeatRows: '5:5', footer: pageFooter(plan.title) },
    gridLines: false,
    tabColor: palette.primary,
  };
}

const withoutValue = { ...styles.number, color: palette.muted, italic: true } as const;

function figure(one: ShownCell | undefined, { decimals }: Indicator): CellModel {
  if (!one || one.value === null) {
    const why = one?.status === 'masked' ? 'secret' : one?.status === 'insufficient' ? 'couverture' : '–';
    return cell(why, withoutValue);
  }
  const number = { ...styles.number, format: numberFormat(one.unit, decimals) } as const;
  const extrapolated = one.extrapolatedShare !== null && one.extrapolatedShare !== 0;
  return cell(one.value, extrapolated ? { ...number, italic: true, fill: palette.warnFill } : number);
}
