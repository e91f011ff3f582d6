import { printFormula } from '../../../formula';
import {
  cell,
  inside,
  numberFormat,
  palette,
  styles,
  type CellModel,
  type SheetModel,
  type WorkbookModel,
} from '../../../xlsx';
import { nameOf, type Plan } from '../../workbook/plan';
import { resultRows, resultsSheetName } from '../../workbook/results';
import { pageFooter, tableSheet } from '../../workbook/sheet-frame';
import { buildConsolidationWorkbook } from '../../workbook/workbook';
import { statusWords } from '../../workbook/words';
import type { Publication, PublishedCell } from '../model';
import { reasonWords } from '../words';

/** The tables that a later edition reads back. */
export const internalTables = { cells: 'CONSO_PUBLICATION', perimeter: 'CONSO_PERIMETRE' } as const;

const cellColumns = [
  { heading: 'Code', width: 10 },
  { heading: 'Indicateur', width: 42 },
  { heading: 'Code territoire', width: 14 },
  { heading: 'Territoire', width: 22 },
  { heading: 'Année', width: 8 },
  { heading: 'Valeur', width: 16, numeric: true },
  { heading: 'Unité', width: 15 },
  { heading: 'Collecté', width: 16, numeric: true },
  { heading: 'Part extrapolée', width: 11, numeric: true },
  { heading: 'Couverture', width: 11, numeric: true },
  { heading: 'État', width: 20 },
  { heading: 'Motif', width: 44 },
  { heading: 'Formule', width: 50 },
  { heading: 'Répondants (SIREN)', width: 60 },
] as const;

/**
 * The workbook that stays with the union: the whole consolidation, with what the publication made of each cell and
 * why, and what a later edition must know of this one. It holds the landlords' figures: never to be handed out.
 */
export function buildInternalWorkbook(publication: Publication, modified?: Date): WorkbookModel {
  return buildConsolidationWorkbook(publication.consolidation, {
    ...(modified ? { modified } : {}),
    added: (plan) => [publicationSheet(publication, plan), ...perimeterSheet(plan)],
  });
}

function publicationSheet({ cells, consolidation }: Publication, plan: Plan): SheetModel {
  const rowOf = resultRows(plan);
  return tableSheet({
    name: 'Publication',
    title: 'Publication',
    explanation:
      'Ce que la publication fait de chaque cellule, et pourquoi. INTERNE : ce classeur contient les chiffres des bailleurs ; gardez-le pour l’édition suivante (--previous).',
    table: internalTables.cells,
    columns: cellColumns,
    rows: cells.map((one, at) => {
      const source = consolidation.cells[at];
      return cellRow(one, plan, source && rowOf.get(source));
    }),
    frozenColumns: 2,
    printedColumns: cellColumns.findIndex(({ heading }) => heading === 'Formule'),
    footer: pageFooter(plan.title),
    tabColor: palette.warn,
  });
}

function cellRow(one: PublishedCell, plan: Plan, row: number | undefined): readonly CellModel[] {
  const indicator = plan.consolidation.catalogue.indicators.get(one.code);
  const number = { ...styles.number, format: numberFormat(one.unit, indicator?.decimals ?? 0) } as const;
  const share = { ...styles.number, format: '0.0%' } as const;
  const oneLine = { ...styles.muted, wrap: false } as const;
  const to =
    row === undefined ? {} : { link: { to: inside(resultsSheetName, row, 0), tip: 'Voir le calcul' } };
  return [
    { ...cell(one.code, { ...styles.link, bold: true }), ...to },
    cell(indicator?.label.fr ?? one.code, styles.textLined),
    cell(one.territory, styles.muted),
    cell(nameOf(one.territory), styles.muted),
    cell(one.year, { ...styles.center, format: '0' }),
    cell(one.value, { ...number, bold: true }),
    cell(one.unit, styles.unit),
    cell(one.collected ?? one.value, number),
    cell(one.extrapolatedShare, share),
    cell(one.coverage, share),
    cell(statusWords[one.status], styles.muted),
    cell(one.reason === null ? null : reasonWords[one.reason], oneLine),
    cell(indicator && printFormula(indicator.inlined), oneLine),
    cell(one.respondentSirens.join(' '), oneLine),
  ];
}

/** The landlords expected and their dwellings: what coverage and extrapolation rest on. */
function perimeterSheet({ consolidation, title }: Plan): SheetModel[] {
  const { perimeter } = consolidation;
  if (!perimeter) return [];
  return [
    tableSheet({
      name: 'Périmètre',
      title: 'Périmètre',
      explanation: 'Les bailleurs attendus à chaque territoire, et leurs logements.',
      table: internalTables.perimeter,
      columns: [
        { heading: 'SIREN', width: 11 },
        { heading: 'Bailleur', width: 34 },
        { heading: 'Famille', width: 10 },
        { heading: 'Groupe', width: 11 },
        { heading: 'Territoire', width: 16 },
        { heading: 'Logements', width: 12, numeric: true },
      ],
      rows: perimeter.map((one) => [
        cell(one.siren, styles.muted),
        cell(one.name, styles.textLined),
        cell(one.family, styles.muted),
        cell(one.group, styles.muted),
        cell(one.territory, styles.muted),
        cell(one.dwellings, { ...styles.number, format: '#,##0' }),
      ]),
      footer: pageFooter(title),
      tabColor: palette.muted,
    }),
  ];
}
