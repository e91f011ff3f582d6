import type { Contribution, Remark } from '../contribution';
import type { Campaign } from './model';
import { fileName } from './words';

/**
 * Why a file is not this campaign's, each with what to do: another year, a landlord that nobody awaits, the file of
 * another landlord. Nothing for a file that may be taken.
 */
export function refusalsOf({ identity, file, facts }: Contribution, campaign: Campaign): Remark[] {
  if (!identity) return [];
  const { settings, perimeter } = campaign;
  const listed = new Map(perimeter.map((one) => [one.siren, one.name]));
  const remarks: Remark[] = [];
  const refuse = (code: string, message: string): void =>
    void remarks.push({ level: 'blocking', code, message, source: { file, sheet: '', cell: '' } });
  if (identity.year !== settings.year) {
    const also = facts.some((one) => one.year === settings.year)
      ? `, bien qu’il contienne des chiffres de ${settings.year}`
      : '';
    refuse(
      'wrong_year',
      `L’exercice du classeur est ${identity.year}, la campagne demande ${settings.year}${also} : le classeur n’est pas pris. Demandez celui de ${settings.year}, ou corrigez le champ « exercice ».`,
    );
  }
  if (listed.size > 0 && !listed.has(identity.siren)) {
    refuse(
      'outside_perimeter',
      `Le SIREN ${identity.siren} (${identity.name}) ne figure pas au périmètre de la campagne : le classeur n’est pas pris. Ajoutez le bailleur à la feuille « Périmètre » s’il est attendu, ou vérifiez son SIREN.`,
    );
  }
  const named = [...fileName(file).matchAll(/(?<!\d)\d{9}(?!\d)/g)].map(([siren]) => siren);
  const other = named.find((siren) => siren !== identity.siren && listed.has(siren));
  if (other !== undefined && !named.includes(identity.siren)) {
    refuse(
      'file_of_another',
      `Le nom du fichier porte le SIREN ${other} (${listed.get(other) ?? ''}), son identité le ${identity.siren} (${identity.name}) : le classeur n’est pas pris. Vérifiez qui répond, puis renommez le fichier ou corrigez le champ « siren ».`,
    );
  }
  return remarks;
}

/** What should be looked at in a file that is taken nevertheless. */
export function doubtsOf({ identity, file }: Contribution): Remark[] {
  if (identity?.status !== 'brouillon' && identity?.status !== undefined) return [];
  const found =
    identity?.status === undefined ? 'Le classeur ne dit pas son statut' : 'Le classeur est un brouillon';
  const message = `${found} : demandez au bailleur de passer le champ « statut » à « transmis » quand ses chiffres sont définitifs.`;
  return [{ level: 'warning', code: 'draft', message, source: { file, sheet: '', cell: '' } }];
}
