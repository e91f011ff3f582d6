import type { Catalogue } from '../../../catalogue';
import { cell, numberFormat, styles, type SheetModel } from '../../../xlsx';
import type { FecImport } from '../model';
import { tableSheet } from './table-sheet';

/** `IMPACT_IDENTITE`, with what the file's name says. */
export function identitySheet(
  { siren, name }: { readonly siren: string; readonly name?: string },
  year: number,
  catalogue: Catalogue,
): SheetModel {
  const fields: readonly (readonly [string, string | number])[] = [
    ['siren', siren],
    ['raison_sociale', name ?? ''],
    ['exercice', year],
    ['famille', ''],
    ['statut', 'brouillon'],
    ['version_catalogue', catalogue.version],
  ];
  return tableSheet({
    sheet: 'Identité',
    table: 'IMPACT_IDENTITE',
    title: 'Identité du bailleur',
    explanation:
      'Complétez ce qui manque (siren, raison_sociale et exercice sont obligatoires) : le FEC ne dit que le SIREN et la date de clôture, par son nom.',
    columns: [
      ['champ', 22],
      ['valeur', 40],
    ],
    rows: fields.map(([field, value]) => [
      cell(field, styles.strong),
      cell(value === '' ? null : value, {
        ...styles.input,
        wrap: false,
        format: typeof value === 'string' ? '@' : '0',
      }),
    ]),
  });
}

/** `IMPACT_DONNEES`. */
export function factsSheet(imports: readonly FecImport[], catalogue: Catalogue): SheetModel {
  return tableSheet({
    sheet: 'Données',
    table: 'IMPACT_DONNEES',
    title: 'Données tirées de la comptabilité',
    explanation:
      'Montants en euros. Un territoire vide est l’organisme entier. Les achats aux fournisseurs sont TVA comprise (ce qu’ils ont facturé) ; charges et investissements sont au montant comptabilisé, TVA non récupérable comprise.',
    columns: [
      ['code', 24],
      ['libelle', 36],
      ['annee', 9],
      ['territoire', 14],
      ['valeur', 18],
      ['unite', 10],
      ['source', 60],
      ['commentaire', 44],
    ],
    rows: imports.flatMap(({ facts }) =>
      facts.map((fact) => {
        const point = catalogue.dataPoints.get(fact.code);
        return [
          cell(fact.code, styles.muted),
          cell(point?.label.fr ?? '', styles.textLined),
          cell(fact.year, { ...styles.center, format: '0' }),
          cell(fact.territory === '' ? null : fact.territory, styles.center),
          cell(fact.value, { ...styles.number, format: numberFormat('€', 2) }),
          cell(point?.unit ?? '', styles.unit),
          cell(fact.origin, styles.textLined),
          cell(fact.toConfirm ? 'Comptes à confirmer : feuilles Balance et Comptes' : null, styles.muted),
        ];
      }),
    ),
  });
}

/** `IMPACT_LISTES`: the suppliers' SIREN. */
export function listsSheet(imports: readonly FecImport[]): SheetModel {
  return tableSheet({
    sheet: 'Listes',
    table: 'IMPACT_LISTES',
    title: 'Fournisseurs',
    explanation: 'Les SIREN des fournisseurs qui ont facturé dans l’exercice, rapprochés de votre liste.',
    columns: [
      ['code', 26],
      ['annee', 9],
      ['territoire', 14],
      ['identifiant', 16],
    ],
    rows: imports.flatMap(({ members }) =>
      members.map((one) => [
        cell(one.code),
        cell(one.year, { format: '0' }),
        cell(one.territory === '' ? null : one.territory),
        cell(one.identifier, { format: '@' }),
      ]),
    ),
  });
}
