import { cell, numberFormat, palette, styles, type CellModel, type SheetModel } from '../../../xlsx';
import { nameOf, type Plan } from '../../workbook/plan';
import { pageFooter, tableSheet } from '../../workbook/sheet-frame';
import { statusWords } from '../../workbook/words';
import type { ShownCell } from '../shown';

const columns = [
  { heading: 'Code', width: 10 },
  { heading: 'Indicateur', width: 46 },
  { heading: 'Code territoire', width: 14 },
  { heading: 'Territoire', width: 22 },
  { heading: 'Année', width: 8 },
  { heading: 'Valeur', width: 16, numeric: true },
  { heading: 'Unité', width: 17 },
  { heading: 'Bas', width: 12, numeric: true },
  { heading: 'Haut', width: 12, numeric: true },
  { heading: 'Répondants', width: 12, numeric: true },
  { heading: 'Attendus', width: 10, numeric: true },
  { heading: 'Couverture', width: 11, numeric: true },
  { heading: 'Part extrapolée', width: 12, numeric: true },
  { heading: 'État', width: 22 },
] as const;

/** Every cell of the publication, one a line, for readers who sort and filter and for other software. */
export function cellsSheet(shown: readonly ShownCell[], plan: Plan): SheetModel {
  const { indicators } = plan.consolidation.catalogue;
  const count = { ...styles.number, format: '0' } as const;
  const share = { ...styles.number, format: '0%' } as const;
  const rows = shown.map((one): readonly CellModel[] => {
    const indicator = indicators.get(one.code);
    const number = { ...styles.number, format: numberFormat(one.unit, indicator?.decimals ?? 0) } as const;
    return [
      cell(one.code, styles.muted),
      cell(indicator?.label.fr ?? one.code, styles.textLined),
      cell(one.territory, styles.muted),
      cell(nameOf(one.territory), styles.muted),
      cell(one.year, { ...styles.center, format: '0' }),
      cell(one.value, { ...number, bold: true }),
      cell(one.unit, styles.unit),
      cell(one.low, number),
      cell(one.high, number),
      cell(one.respondents, count),
      cell(one.expected, count),
      cell(one.coverage, share),
      cell(one.extrapolatedShare, share),
      cell(statusWords[one.status], styles.muted),
    ];
  });
  return tableSheet({
    name: 'Indicateurs',
    title: 'Indicateurs publiés',
    explanation: 'Des valeurs, sans formule : une ligne par indicateur et par territoire.',
    table: 'PUBLIE_INDICATEURS',
    columns,
    rows,
    frozenColumns: 2,
    footer: pageFooter(plan.title),
    tabColor: palette.primary,
  });
}
