import type { Catalogue } from '../../catalogue';
import { area, cell, Grid, headings, numberFormat, palette, styles, type SheetModel } from '../../xlsx';
import type { RplsMerged } from './merge';
import type { RplsCounts, RplsImport } from './model';
import { yearSentence } from './remarks';

/** The account of the lines of a file, as labels and counts that add up to all its lines. */
export function accountLines(counts: RplsCounts): readonly (readonly [label: string, count: number])[] {
  const account: (readonly [string, number])[] = [
    ['de titres ou d’en-tête', counts.headings],
    ['vides', counts.blank],
    ['de logements du parc', counts.present],
    ['de logements sortis dans l’année', counts.exits],
    ...counts.outOfScope.map(({ label, count }) => [`hors du champ : ${label}`, count] as const),
    ...counts.rejected.map(({ label, count }) => [`rejetées : ${label}`, count] as const),
  ];
  return account.filter(([, count]) => count > 0);
}

/** What was read, what became of every line, the totals and what to look at. */
export function summarySheet(merged: RplsMerged, catalogue: Catalogue): SheetModel {
  const grid = new Grid();
  grid.add([cell('Données tirées du RPLS', styles.title)], 28);
  grid.skip();
  for (const one of merged.files) addFile(grid, one);
  addTotals(grid, merged, catalogue);
  const merges = addRemarks(grid, merged);
  return {
    name: 'Synthèse',
    columns: [{ width: 58 }, { width: 18 }, { width: 14 }, { width: 60 }],
    rows: grid.rows(),
    merges,
    print: { landscape: true, fitToWidth: true, footer: '&RPage &P / &N' },
    gridLines: false,
    tabColor: palette.accent,
  };
}

const count = { ...styles.number, format: '#,##0' };

function addFile(grid: Grid, one: RplsImport): void {
  grid.add([cell(one.file === '' ? 'Fichier' : one.file, styles.section), ...filler(3)], 22);
  grid.add([cell(`${one.layout.label} ; ${yearSentence(one)}`, styles.subtitle)]);
  grid.add([cell('Lignes du fichier, de toutes sortes', styles.strong), cell(one.counts.lines, count)]);
  for (const [label, lines] of accountLines(one.counts)) {
    grid.add([cell(`Lignes ${label}`, { ...styles.textLined, indent: 1 }), cell(lines, count)]);
  }
  if (one.financing.length > 0) {
    grid.add([cell('Logements du parc par financement initial', styles.strong)]);
    for (const { label, dwellings } of one.financing) {
      grid.add([cell(label, { ...styles.textLined, indent: 1 }), cell(dwellings, count)]);
    }
  }
  grid.skip();
}

function addTotals(grid: Grid, merged: RplsMerged, catalogue: Catalogue): void {
  grid.add(
    [cell('Totaux (les données sont par commune, feuille « Données »)', styles.section), ...filler(3)],
    22,
  );
  grid.add(headings(['Donnée', 'Total', 'Unité', 'Code et exercice'], styles.heading));
  for (const { code, year, value } of merged.totals) {
    const point = catalogue.dataPoints.get(code);
    grid.add([
      cell(point?.label.fr ?? code, styles.textLined),
      cell(value, { ...styles.number, format: numberFormat(point?.unit ?? '', 0) }),
      cell(point?.unit ?? '', styles.unit),
      cell(`${code} — ${year}`, styles.muted),
    ]);
  }
  grid.skip();
}

/** Characters that three merged columns hold on a line. */
const LINE = 100;

/** Adds the remarks, each across three columns; gives the cells to merge. */
function addRemarks(grid: Grid, merged: RplsMerged): string[] {
  if (merged.remarks.length === 0) return [];
  grid.add([cell('À regarder', styles.section), ...filler(3)], 22);
  return merged.remarks.map(({ level, message, source }) => {
    const text = merged.files.length > 1 ? `${source.file} : ${message}` : message;
    const cells = [
      cell(text, styles.textLined),
      cell(null, styles.textLined),
      cell(null, styles.textLined),
      cell(
        level === 'blocking' ? 'Bloquant' : 'À vérifier',
        level === 'blocking' ? styles.strong : styles.muted,
      ),
    ];
    const row = grid.add(cells, 15 * Math.ceil(text.length / LINE));
    return area(row, 0, row, 2);
  });
}

function filler(columns: number) {
  return Array.from({ length: columns }, () => cell(null, styles.section));
}
