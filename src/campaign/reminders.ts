import { territoryName } from '../territory';
import type { CampaignSettings, FollowUp } from './model';
import { showDate } from './words';

/** A message ready to be pasted. */
export interface Reminder {
  readonly subject: string;
  readonly text: string;
}

/** The reminder a landlord is due; undefined for one who answered. */
export function reminderOf(one: FollowUp, settings: CampaignSettings): Reminder | undefined {
  const what = wordsOf[one.state];
  if (!what) return undefined;
  const { year, territory, union } = settings;
  const place = territoryName(territory);
  return {
    subject: `Mesure d’impact territorial ${year} — ${what.subject}`,
    text: [
      'Bonjour,',
      what.body(one, `${place}, exercice ${year}`),
      settings.deadline
        ? `La date limite est le ${showDate(settings.deadline)}.`
        : 'Pouvez-vous nous dire quand nous le recevrons ?',
      'Une information qui manque s’écrit ND, une question qui ne vous concerne pas SO : un classeur incomplet vaut mieux qu’un silence.',
      `Bien cordialement,\n${union || 'L’union régionale'}`,
    ].join('\n\n'),
  };
}

interface Words {
  readonly subject: string;
  readonly body: (one: FollowUp, campaign: string) => string;
}

const wordsOf: Partial<Record<FollowUp['state'], Words>> = {
  attendu: {
    subject: 'votre contribution',
    body: ({ name, siren }, campaign) =>
      `Nous n’avons pas encore reçu le classeur de contribution de ${name} (SIREN ${siren}) pour la campagne ${campaign}. Merci de le remplir, de passer son statut à « transmis » et de nous l’envoyer.`,
  },
  renvoyé: {
    subject: 'votre classeur à compléter',
    body: ({ name, siren, date, blocking }, campaign) =>
      `Nous vous avons renvoyé${date ? ` le ${showDate(date)}` : ''} le classeur de ${name} (SIREN ${siren}) pour la campagne ${campaign}${blocking ? `, avec ${blocking} remarque${blocking > 1 ? 's' : ''} bloquante${blocking > 1 ? 's' : ''}` : ''}. La feuille « Remarques » mène à chaque cellule. Merci de le corriger et de nous l’envoyer à nouveau.`,
  },
};
