import { showAnswer } from '../contribution';
import { cell, dateFormat, palette, styles, type SheetModel, type WorkbookModel } from '../xlsx';
import type { Adjusted } from './adjustments';
import { campaignTableSheet } from './workbook/table-sheet';

/** The sheet « Ajustements » of a consolidation: every figure that is not the landlord's own, and why. */
export function adjustmentsSheet({ applied }: Adjusted): SheetModel {
  const value = { ...styles.textLined, align: 'right' } as const;
  return campaignTableSheet({
    name: 'Ajustements',
    explanation:
      'Les chiffres que l’union a changés : l’ancien reste visible, avec sa cellule, le motif et l’auteur.',
    table: 'CONSO_AJUSTEMENTS',
    headings: [
      'SIREN',
      'Bailleur',
      'Donnée',
      'Code',
      'Année',
      'Territoire',
      'Ancien',
      'Nouveau',
      'Unité',
      'Motif',
      'Qui',
      'Quand',
      'Fichier',
      'Feuille',
      'Cellule',
    ],
    widths: [12, 32, 34, 20, 8, 14, 14, 14, 12, 48, 22, 12, 34, 18, 9],
    rows: applied.map((one) => [
      cell(one.siren, { ...styles.textLined, format: '@' }),
      cell(one.landlord, styles.strong),
      cell(one.label, styles.textLined),
      cell(one.code, styles.muted),
      cell(one.year, { ...styles.center, format: '0' }),
      cell(one.territory || null, styles.textLined),
      cell(one.before.kind === 'number' ? one.before.value : showAnswer(one.before), value),
      cell(one.after.kind === 'number' ? one.after.value : showAnswer(one.after), value),
      cell(one.unit || null, styles.unit),
      cell(one.reason, styles.textLined),
      cell(one.by, styles.textLined),
      cell(one.when ?? null, { ...styles.textLined, align: 'left', format: dateFormat }),
      cell((one.of ?? one.source).file, styles.muted),
      cell((one.of ?? one.source).sheet, styles.muted),
      cell((one.of ?? one.source).cell, styles.muted),
    ]),
    frozenColumns: 2,
    tabColor: palette.accent,
    footer: '&RPage &P / &N',
  });
}

/** The consolidation workbook with the sheet of adjustments, behind that of remarks; as it is without adjustments. */
export function withAdjustments(workbook: WorkbookModel, adjusted: Adjusted): WorkbookModel {
  if (adjusted.applied.length === 0) return workbook;
  const at = workbook.sheets.findIndex(({ name }) => name === 'Remarques') + 1;
  const { sheets } = workbook;
  return { ...workbook, sheets: [...sheets.slice(0, at), adjustmentsSheet(adjusted), ...sheets.slice(at)] };
}
