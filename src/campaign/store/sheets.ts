import { cell, palette, styles, type SheetModel } from '../../xlsx';
import { campaignTableSheet } from '../workbook/table-sheet';
import { receivedHeadings, receivedSheets, type ReceivedTable, receivedTables } from './format';

const explanations: Readonly<Record<ReceivedTable, string>> = {
  versions:
    'Chaque version de classeur prise : celle qui compte est nommée dans la colonne « version » du suivi ; « remplace » dit celle d’avant.',
  facts:
    'Chaque chiffre reçu, et la cellule du bailleur où il a été lu. Un chiffre ne se corrige pas ici, mais dans le journal, avec son motif.',
  rents: 'Les lignes de loyers reçues, et où elles ont été lues.',
  works: 'Les travaux d’énergie reçus, et où ils ont été lus.',
  lists: 'Les membres de listes reçus (fournisseurs, communes…), et où ils ont été lus.',
  locals: 'Les indicateurs que des bailleurs ont définis eux-mêmes.',
  remarks: 'Ce que la lecture des classeurs a fait remarquer, avec la cellule concernée.',
};

const widths: Readonly<Record<string, number>> = {
  raison_sociale: 36,
  version: 15,
  remplace: 15,
  pris_le: 17,
  pris_par: 20,
  fichier: 40,
  code: 26,
  territoire: 16,
  cellule: 26,
  source: 26,
  commentaire: 34,
  remarque: 90,
  formule: 50,
  libelle: 34,
};

/** Number formats of the columns that need one, where they need it. */
export const receivedFormats: Readonly<Record<string, string>> = {
  pris_le: 'dd/mm/yyyy hh:mm',
  modifie_le: 'dd/mm/yyyy hh:mm',
  transmis_le: 'dd/mm/yyyy',
  date_avant: 'dd/mm/yyyy',
  part_remplie: '0%',
};

/** The sheets of what was received, each an empty table to be filled by the import. */
export function receivedSheetModels(footer: string, wanted: readonly ReceivedTable[]): SheetModel[] {
  return wanted.map((key) => {
    const headings = receivedHeadings[key];
    return campaignTableSheet({
      name: receivedSheets[key],
      explanation: explanations[key],
      table: receivedTables[key],
      headings,
      widths: headings.map((one) => widths[one] ?? 12),
      rows: [],
      blank: { count: 1, cells: headings.map(() => cell(null, styles.textLined)) },
      frozenColumns: 1,
      tabColor: palette.muted,
      footer,
    });
  });
}
