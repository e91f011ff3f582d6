import { cell, palette, styles, type SheetModel } from '../../../xlsx';
import type { FecImport, SupplierPlace } from '../model';
import { euroStyle, tableSheet } from './table-sheet';

const placeWords: Readonly<Record<SupplierPlace, string>> = {
  local: 'local',
  elsewhere: 'hors du territoire',
  uncertain: 'à cheval, à préciser',
  unlocated: 'sans adresse',
  unmatched: 'absent de la liste',
};

/** Each supplier, what it invoiced and where it is, largest first; the amounts add up to the purchases. */
export function suppliersSheet(imports: readonly FecImport[], local: readonly string[]): SheetModel {
  return tableSheet({
    sheet: 'Fournisseurs',
    table: 'IMPACT_FOURNISSEURS',
    title: 'Fournisseurs, du plus gros au plus petit',
    explanation:
      'Factures moins avoirs de l’exercice, TVA comprise, par compte auxiliaire (401 et 404). Ce qui n’est pas rapproché de votre liste des fournisseurs, ou pas situé, est dit : complétez la liste et relancez l’import avec --suppliers.',
    tabColor: palette.accent,
    columns: [
      ['annee', 9],
      ['code', 18],
      ['nom', 40],
      ['achats', 18],
      ['siren', 14],
      ['lieu', 40],
      ['rapproche_par', 16],
      ...local.map((territory): readonly [string, number] => [`local ${territory}`, 24]),
    ],
    rows: imports.flatMap(({ year, suppliers }) =>
      suppliers.map((one) => [
        cell(year, { ...styles.center, format: '0' }),
        cell(one.code, { ...styles.textLined, format: '@' }),
        cell(one.name, styles.textLined),
        cell(one.amount, euroStyle),
        cell(one.siren === '' ? null : one.siren, { ...styles.textLined, format: '@' }),
        cell(one.place === '' ? null : one.place, styles.textLined),
        cell({ code: 'code', name: 'nom', none: 'non rapproché' }[one.matchedBy], styles.center),
        ...one.status.map((place) => cell(placeWords[place], styles.center)),
      ]),
    ),
  });
}
