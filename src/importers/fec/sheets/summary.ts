import { territoryName } from '../../../territory';
import { cell, Grid, palette, styles, type CellModel, type SheetModel } from '../../../xlsx';
import { showDate } from '../dates';
import type { FecImport, FecLedger } from '../model';
import { euroStyle } from './table-sheet';

const count = { ...styles.number, format: '#,##0' };
const filler = (): CellModel[] => [cell(null, styles.section), cell(null, styles.section)];

/** What was read, whether it balances, what the purchases are made of, and what to look at. */
export function summarySheet(imports: readonly FecImport[], local: readonly string[]): SheetModel {
  const grid = new Grid();
  grid.add([cell('Données tirées de la comptabilité (FEC)', styles.title)], 28);
  grid.skip();
  for (const one of imports) {
    addLedger(grid, one);
    addPurchases(grid, one, local);
    addRemarks(grid, one);
  }
  return {
    name: 'Synthèse',
    columns: [{ width: 92 }, { width: 22 }, { width: 16 }],
    rows: grid.rows(),
    print: { landscape: true, fitToWidth: true, footer: '&RPage &P / &N' },
    gridLines: false,
    tabColor: palette.accent,
  };
}

function addLedger(grid: Grid, { ledger, year }: FecImport): void {
  grid.add([cell(`Exercice ${year} : ${ledger.files.join(', ')}`, styles.section), ...filler()], 22);
  grid.add([
    cell(
      `Clos le ${showDate(ledger.closing)} ; écritures du ${showDate(ledger.firstDate)} au ${showDate(ledger.lastDate)}`,
      styles.subtitle,
    ),
  ]);
  for (const [label, value] of lineAccount(ledger))
    grid.add([cell(label, styles.textLined), cell(value, count)]);
  grid.add([cell('Total des débits', styles.strong), cell(ledger.debit / 100, euroStyle)]);
  grid.add([cell('Total des crédits', styles.strong), cell(ledger.credit / 100, euroStyle)]);
  grid.add([
    cell(ledger.debit === ledger.credit ? 'Débit = crédit' : 'Écart entre débit et crédit', styles.strong),
    cell((ledger.debit - ledger.credit) / 100, euroStyle),
  ]);
  grid.skip();
}

/** Every line, accounted for: the counts after the first add up to it. */
export function lineAccount({
  counts,
  entries,
  unbalanced,
}: FecLedger): readonly (readonly [string, number])[] {
  return [
    ['Lignes des fichiers', counts.lines],
    ['dont titres', counts.headings],
    ['dont écritures lues', counts.read],
    ['dont vides', counts.blank],
    ['dont rejetées', counts.rejected],
    ['Écritures (pièces)', entries],
    ['dont non équilibrées', unbalanced.count],
  ];
}

function addPurchases(grid: Grid, { ledger, shares }: FecImport, local: readonly string[]): void {
  grid.add([cell('Des crédits des comptes 401 et 404 aux achats', styles.section), ...filler()], 22);
  for (const [label, cents] of purchaseAccount(ledger)) {
    grid.add([cell(label, styles.textLined), cell(cents / 100, euroStyle)]);
  }
  grid.skip();
  shares.forEach((share, at) => {
    const place = territoryName(local[at] ?? share.territory);
    grid.add([cell(`Où vont les achats : ${place}`, styles.section), ...filler()], 22);
    const parts: readonly (readonly [string, number])[] = [
      [`Fournisseurs situés dans le territoire`, share.local],
      ['Fournisseurs situés ailleurs', share.elsewhere],
      ['Code postal à cheval sur le territoire, à préciser', share.uncertain],
      ['Fournisseurs sans adresse dans la liste', share.unlocated],
      ['Fournisseurs absents de la liste', share.unmatched],
      ['Achats', share.total],
    ];
    for (const [label, value] of parts) grid.add([cell(label, styles.textLined), cell(value, euroStyle)]);
    grid.skip();
  });
}

/** From the credits of suppliers' accounts to the purchases, line by line; cents. */
export function purchaseAccount({ reconciliation: one }: FecLedger): readonly (readonly [string, number])[] {
  return [
    ['Crédits des comptes 401 et 404', one.credits],
    ['moins à-nouveaux et clôture', 0 - one.openingCredits],
    ['moins virements entre comptes de tiers (409, 403, 4047, compensations)', 0 - one.transferCredits],
    ['moins règlements revenus de la banque', 0 - one.returnedPayments],
    ['moins impôts, personnel et intérêts passés par un compte fournisseur', 0 - one.levyCredits],
    ['Factures', one.invoices],
    ['moins avoirs', 0 - one.creditNotes],
    ['Achats de l’exercice', one.invoices - one.creditNotes],
  ];
}

function addRemarks(grid: Grid, { remarks }: FecImport): void {
  if (remarks.length === 0) return;
  grid.add([cell('À regarder', styles.section), ...filler()], 22);
  for (const { level, message } of remarks) {
    grid.add([
      cell(message, styles.textLined),
      cell(level === 'blocking' ? 'Bloquant' : 'À vérifier', styles.muted),
    ]);
  }
  grid.skip();
}
