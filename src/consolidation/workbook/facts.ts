import { cell, palette, styles, type CellModel, type SheetModel } from '../../xlsx';
import { answerText, type Source, type TableRow } from '../../contribution';
import type { Plan } from './plan';
import { pageFooter, tableFirstRow, tableSheet, type TableSheet } from './sheet-frame';
import { Places, type Given, type Givens } from './sources';

const factsSheetName = 'Faits';
const rentsSheetName = 'Loyers';
const worksSheetName = 'Travaux';

/** Excel ends at 1 048 576 rows; what is left out is said. */
const MOST_ROWS = 1_000_000;

/** Where every source cell is shown, so that the matrix can link to it. */
export function placesOf(givens: Givens): Places {
  const places = new Places();
  const add = (sheet: string, items: readonly Given<{ readonly source: Source }>[]): void =>
    items
      .slice(0, MOST_ROWS)
      .forEach(({ item }, index) => places.add(item.source, sheet, tableFirstRow + index));
  add(factsSheetName, givens.facts);
  add(rentsSheetName, givens.rents);
  add(worksSheetName, givens.works);
  return places;
}

/** Every figure used, with the file, sheet and cell it was read from. */
export function factsSheet(givens: Givens, { consolidation, title }: Plan): SheetModel {
  const { catalogue } = consolidation;
  const shown = givens.facts.slice(0, MOST_ROWS);
  const left = givens.facts.length - shown.length;
  return tableSheet({
    name: factsSheetName,
    title: 'Faits',
    explanation: `Chaque chiffre reçu pour ${consolidation.year}, et la cellule du classeur du bailleur où il a été lu.${left > 0 ? ` ${left} lignes au-delà de la limite d’Excel ne sont pas montrées.` : ''}`,
    table: 'CONSO_FAITS',
    columns: [
      { heading: 'Bailleur', width: 30 },
      { heading: 'SIREN', width: 11 },
      { heading: 'Code', width: 20 },
      { heading: 'Donnée', width: 34 },
      { heading: 'Territoire', width: 14 },
      { heading: 'Année', width: 7 },
      { heading: 'Valeur', width: 16, numeric: true },
      { heading: 'Unité', width: 12 },
      { heading: 'Fichier', width: 34 },
      { heading: 'Feuille', width: 18 },
      { heading: 'Cellule', width: 9 },
      { heading: 'Source du bailleur', width: 24 },
      { heading: 'Commentaire', width: 34 },
    ],
    rows: [],
    later: eachOf(shown, ({ landlord, item }) => {
      const point = catalogue.dataPoints.get(item.code);
      return [
        cell(landlord.name, plainText),
        cell(landlord.siren, plainText),
        cell(item.code, plainText),
        cell(point?.label.fr ?? item.code, plainText),
        cell(item.territory === '' ? consolidation.territory : item.territory, plainText),
        cell(item.year, plainText),
        cell(
          answerText(item.answer),
          point && !point.integer && !point.unit.startsWith('€') ? decimal : whole,
        ),
        cell(point?.unit, plainText),
        ...sourceCells(item.source),
        cell(item.origin, plainText),
        cell(item.comment, plainText),
      ];
    }),
    footer: pageFooter(title),
    tabColor: palette.muted,
  });
}

const plainText = { color: palette.ink } as const;
const whole = { color: palette.ink, align: 'right', format: '#,##0' } as const;
const decimal = { color: palette.ink, align: 'right', format: '#,##0.00' } as const;

const rowNumber = { ...styles.number, format: '#,##0.00', border: 'none' } as const;

/** A row an item, made when it is written. */
function eachOf<Item>(
  items: readonly Item[],
  row: (item: Item) => readonly CellModel[],
): TableSheet['later'] {
  return {
    count: items.length,
    row: (index) => {
      const item = items[index];
      return item === undefined ? [] : row(item);
    },
  };
}

function sourceCells(source: Source): readonly CellModel[] {
  return [cell(source.file, plainText), cell(source.sheet, plainText), cell(source.cell, plainText)];
}

/** The rows of the rent and works tables, where there are any. */
export function rowSheets(givens: Givens, plan: Plan): readonly SheetModel[] {
  const sheets: SheetModel[] = [];
  if (givens.rents.length > 0) {
    sheets.push(rowSheet(rentsSheetName, 'CONSO_LOYERS', 'Typologie', givens.rents, plan));
  }
  if (givens.works.length > 0) {
    sheets.push(rowSheet(worksSheetName, 'CONSO_TRAVAUX', 'Opération', givens.works, plan));
  }
  return sheets;
}

function rowSheet(
  name: string,
  table: string,
  label: string,
  givens: readonly Given<TableRow>[],
  { consolidation, title }: Plan,
): SheetModel {
  const keys = [...new Set(givens.flatMap(({ item }) => Object.keys(item.values)))];
  const heading = (key: string): string => {
    const point = consolidation.catalogue.dataPoints.get(key);
    return point ? `${point.label.fr} (${point.unit})` : key;
  };
  return tableSheet({
    name,
    title: name,
    explanation: `Les lignes reçues pour ${consolidation.year}, et où elles ont été lues. Les sommes par bailleur sont dans les matrices.`,
    table,
    columns: [
      { heading: 'Bailleur', width: 30 },
      { heading: 'SIREN', width: 11 },
      { heading: 'Territoire', width: 14 },
      { heading: label, width: 26 },
      ...keys.map((key) => ({ heading: heading(key), width: 18 })),
      { heading: 'Fichier', width: 34 },
      { heading: 'Feuille', width: 18 },
      { heading: 'Cellule', width: 9 },
    ],
    rows: [],
    later: eachOf(givens.slice(0, MOST_ROWS), ({ landlord, item }) => [
      cell(landlord.name, plainText),
      cell(landlord.siren, plainText),
      cell(item.territory === '' ? consolidation.territory : item.territory, plainText),
      cell(item.label, plainText),
      ...keys.map((key) => cell(item.values[key], rowNumber)),
      ...sourceCells(item.source),
    ]),
    footer: pageFooter(title),
    tabColor: palette.muted,
  });
}
