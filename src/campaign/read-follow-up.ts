import type { PerimeterLine } from '../consolidation';
import { isValidSiren, looseKey, tidySiren } from '../contribution';
import { type CampaignTable, shortened } from './campaign-table';
import { campaignHeadings } from './format';
import { type FollowUp, type FollowUpState, states } from './model';

/** A landlord of whom nothing came yet. */
export function awaited(siren: string, name: string): FollowUp {
  return { siren, name, state: 'attendu', by: '', sentBy: '', version: '', file: '', comment: '' };
}

/** One row for each landlord of the perimeter, in its order, as written or awaited; then the others written. */
export function followUpOf(
  perimeter: readonly PerimeterLine[],
  written: readonly FollowUp[],
): readonly FollowUp[] {
  const known = new Map(written.map((one) => [one.siren, one]));
  const names = new Map<string, string>();
  for (const { siren, name } of perimeter) if (!names.get(siren)) names.set(siren, name);
  const listed = [...names].map(([siren, name]): FollowUp => {
    const row = known.get(siren);
    return row ? { ...row, name: name || row.name } : awaited(siren, name);
  });
  return [...listed, ...written.filter(({ siren }) => !names.has(siren))];
}

/** Reads `IMPACT_SUIVI`. What cannot be understood is said, and taken as not written. */
export function readFollowUp(table: CampaignTable): FollowUp[] {
  if (!table.requires(['siren', 'etat'])) return [];
  const rows = new Map<string, FollowUp>();
  for (const row of table.rows(campaignHeadings.followUp)) {
    const siren = sirenAt(table, row);
    if (siren === undefined) continue;
    if (rows.has(siren)) {
      const message = `${siren} figure deux fois dans le suivi : la première ligne est retenue, supprimez l’autre.`;
      table.say('warning', 'duplicate_line', row, 'siren', message);
      continue;
    }
    const read = followUpAt(table, row, siren);
    rows.set(siren, read);
    remarkDoubts(table, row, read);
  }
  return [...rows.values()];
}

function followUpAt(table: CampaignTable, row: number, siren: string): FollowUp {
  const date = table.date(row, 'date');
  const sentAt = table.date(row, 'transmis_le');
  const filled = table.number(row, 'part_remplie');
  const blocking = table.number(row, 'remarques_bloquantes');
  const version = table.text(row, 'version');
  return {
    siren,
    name: table.text(row, 'raison_sociale'),
    state: stateAt(table, row, version),
    ...(date ? { date } : {}),
    by: table.text(row, 'qui'),
    sentBy: table.text(row, 'transmis_par'),
    ...(sentAt ? { sentAt } : {}),
    version,
    file: table.text(row, 'fichier'),
    ...(filled === undefined ? {} : { filled }),
    ...(blocking === undefined ? {} : { blocking }),
    comment: table.text(row, 'commentaire'),
  };
}

function sirenAt(table: CampaignTable, row: number): string | undefined {
  const value = table.value(row, 'siren');
  const siren = tidySiren(typeof value === 'number' ? value : table.text(row, 'siren'));
  if (/^\d{9}$/.test(siren)) {
    if (!isValidSiren(siren)) {
      table.say(
        'warning',
        'doubtful_siren',
        row,
        'siren',
        `La clé du SIREN ${siren} est fausse : vérifiez-le.`,
      );
    }
    return siren;
  }
  const message = `« ${shortened(table.text(row, 'siren'))} » n’est pas un SIREN (9 chiffres), la ligne est ignorée : corrigez-le.`;
  table.say('blocking', 'invalid_siren', row, 'siren', message);
  return undefined;
}

function stateAt(table: CampaignTable, row: number, version: string): FollowUpState {
  const text = table.text(row, 'etat');
  const state = states.find((one) => looseKey(one) === looseKey(text));
  if (state) return state;
  const fallback = version === '' ? 'attendu' : 'reçu';
  if (text !== '') {
    const message = `État « ${shortened(text)} » inconnu, pris comme « ${fallback} » : choisissez ${states.join(', ')}.`;
    table.say('warning', 'unknown_state', row, 'etat', message);
  }
  return fallback;
}

/** Whoever accepts figures should not be who sent them, and should be known. */
function remarkDoubts(table: CampaignTable, row: number, { state, name, by, sentBy }: FollowUp): void {
  if (state !== 'accepté') return;
  const title = name || table.text(row, 'siren');
  if (by === '') {
    const message = `${title} : accepté sans que l’on sache par qui. Écrivez le nom dans la colonne « qui ».`;
    table.say('warning', 'accepted_by_nobody', row, 'qui', message);
  } else if (isSamePerson(by, sentBy)) {
    const message = `${title} : « ${shortened(by)} » a transmis et accepté. Faites accepter par une autre personne.`;
    table.say('warning', 'own_validation', row, 'qui', message);
  }
}

/** Whether a contact (`Jeanne Martin, 02 31 …`) names the person, or the person is written as the contact is. */
function isSamePerson(by: string, sentBy: string): boolean {
  const [person, contact] = [looseKey(by), looseKey(sentBy)];
  if (person.length < 3 || contact.length < 3) return person !== '' && person === contact;
  return contact.includes(person) || person.includes(contact);
}
