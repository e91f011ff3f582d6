import { tableSheet, workbookFile } from './support';

/** A contribution with one figure and a list, sent in May or later. */
export async function sent(siren: string, dwellings: number | string, month = 5, year = 2024): Promise<File> {
  const bytes = await workbookFile([
    tableSheet('Identité', 'IMPACT_IDENTITE', [
      ['champ', 'valeur'],
      ['siren', siren],
      ['raison_sociale', `Bailleur ${siren}`],
      ['exercice', year],
      ['statut', 'transmis'],
      ['transmis_le', new Date(Date.UTC(year + 1, month - 1, 1))],
    ]),
    tableSheet('Données', 'IMPACT_DONNEES', [
      ['code', 'annee', 'territoire', 'valeur'],
      ['nb_lls', year, 'REG:28', dwellings],
      ['nb_individuel', year, 'REG:28', 'ND'],
    ]),
    tableSheet('Listes', 'IMPACT_LISTES', [
      ['code', 'annee', 'territoire', 'identifiant'],
      ['communes_implantation', year, 'REG:28', '76540'],
    ]),
  ]);
  return new File([bytes as BlobPart], `${siren}-${dwellings}.xlsx`);
}
