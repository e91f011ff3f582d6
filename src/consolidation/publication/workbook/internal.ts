import { printFormula } from '../../../formula';
import {
  cell,
  numberFormat,
  palette,
  styles,
  type CellModel,
  type SheetModel,
  type WorkbookModel,
} from '../../../xlsx';
import { nameOf, type Plan } from '../../workbook/plan';
import type { Drill } from '../../workbook/drill';
import { pageFooter, tableFirstRow, tableSheet } from '../../workbook/sheet-frame';
import { buildConsolidationWorkbook, type ConsolidationWorkbookOptions } from '../../workbook/workbook';
import { statusWords } from '../../workbook/words';
import type { CellStatus } from '../../model';
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
  { heading: 'État', width: 25 },
  { heading: 'Motif', width: 44 },
  { heading: 'Ajustés', width: 10, numeric: true },
  { heading: 'À savoir', width: 46 },
  { heading: 'Formule', width: 50 },
  { heading: 'Répondants (SIREN)', width: 60 },
] as const;

/**
 * The workbook that stays with the union: the whole consolidation, with what the publication made of each cell and
 * why, and what a later edition must know of this one. It holds the landlords' figures: never to be handed out.
 */
export function buildInternalWorkbook(
  publication: Publication,
  options: Pick<ConsolidationWorkbookOptions, 'modified' | 'compared'> = {},
): WorkbookModel {
  return buildConsolidationWorkbook(publication.consolidation, {
    ...options,
    added: (plan, drill) => [publicationSheet(publication, plan, drill), ...perimeterSheet(plan)],
  });
}

function publicationSheet(publication: Publication, plan: Plan, drill: Drill): SheetModel {
  const { cells, consolidation, adjusted } = publication;
  const count = (test: (one: PublishedCell) => boolean) =>
    cells.filter((one) => one.value !== null && test(one)).length;
  const first = tableFirstRow + 1;
  const ref = `K${first}:L${first + Math.max(cells.length, 1) - 1}`;
  const state = (status: CellStatus) => `$K${first}="${statusWords[status]}"`;
  return tableSheet({
    name: 'Publication',
    title: 'Publication',
    explanation: [
      'Ce que la publication fait de chaque cellule, et pourquoi. INTERNE : ce classeur contient les chiffres des bailleurs ; gardez-le pour l’édition suivante.',
      `Cellules publiées : ${count(({ status }) => status === 'published')}, dont redressées : ${count(({ status, extrapolatedShare }) => status === 'published' && extrapolatedShare !== 0)} ;`,
      `masquées : ${count(({ status }) => status === 'masked')} ; sans assez de réponses : ${count(({ status }) => status === 'insufficient')}.`,
      `Chiffres ajustés par l’union dans ce qui est publié : ${adjusted}. Une valeur mène à son calcul, puis aux réponses, puis à la cellule du bailleur.`,
    ].join(' '),
    table: internalTables.cells,
    columns: cellColumns,
    rows: cells.map((one, at) => {
      const source = consolidation.cells[at];
      return cellRow(one, plan, source ? drill(source) : {});
    }),
    frozenColumns: 2,
    printedColumns: cellColumns.findIndex(({ heading }) => heading === 'Formule'),
    highlights: [
      { ref, formula: state('masked'), color: palette.warn, fill: palette.warnFill },
      { ref, formula: state('insufficient'), color: palette.bad, fill: palette.badFill },
    ],
    footer: pageFooter(plan.title),
    tabColor: palette.warn,
  });
}

function cellRow(one: PublishedCell, plan: Plan, link: Pick<CellModel, 'link'>): readonly CellModel[] {
  const indicator = plan.consolidation.catalogue.indicators.get(one.code);
  const number = { ...styles.number, format: numberFormat(one.unit, indicator?.decimals ?? 0) } as const;
  // Nothing extrapolated: nothing to read.
  const extrapolated = { ...styles.number, format: '0.0%;-0.0%;""' } as const;
  const oneLine = { ...styles.muted, wrap: false } as const;
  return [
    { ...cell(one.code, { ...styles.link, bold: true }), ...link },
    cell(indicator?.label.fr ?? one.code, styles.textLined),
    cell(one.territory, styles.muted),
    cell(nameOf(one.territory), styles.muted),
    cell(one.year, { ...styles.center, format: '0' }),
    { ...cell(one.value, { ...number, bold: true, underline: false }), ...(one.value === null ? {} : link) },
    cell(one.unit, styles.unit),
    cell(one.collected ?? one.value, number),
    cell(one.extrapolatedShare, extrapolated),
    cell(one.coverage, { ...styles.number, format: '0.0%' }),
    cell(statusWords[one.status], styles.unit),
    cell(one.reason === null ? null : reasonWords[one.reason], oneLine),
    cell(one.adjusted, { ...styles.number, format: '0;-0;""' }),
    cell(sharedZero(one, plan), oneLine),
    cell(indicator && printFormula(indicator.inlined), oneLine),
    cell(one.respondentSirens.join(' '), oneLine),
  ];
}

/** What cannot be negative and adds up to zero is zero for each: said to the union, which may leave the cell out. */
function sharedZero(one: PublishedCell, { consolidation: { catalogue } }: Plan): string | null {
  if (one.status !== 'published' || one.value !== 0) return null;
  const zero = one.inputs.find(({ key, value }) => value === 0 && catalogue.dataPoints.get(key)?.nonnegative);
  const label = zero && catalogue.dataPoints.get(zero.key)?.label.fr;
  return label === undefined
    ? null
    : `Zéro partagé : chacun des ${one.respondents} répondants est à zéro pour « ${label} ».`;
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
