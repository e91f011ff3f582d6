import { defineMessages } from '../../i18n';

export const messages = defineMessages({
  title: { fr: 'Réunir', en: 'Gather' },
  lead: {
    fr: 'Les classeurs que les bailleurs vous ont envoyés. Rien n’est écrit avant que vous ne l’ayez vu.',
    en: 'The workbooks that landlords sent you. Nothing is written before you have seen it.',
  },
  files: { fr: 'Les fichiers', en: 'The files' },
  filesLead: {
    fr: 'De 1 à 600 classeurs, ou une archive .zip. Déposer deux fois le même ne change rien.',
    en: 'From 1 to 600 workbooks, or a .zip archive. Dropping the same one twice changes nothing.',
  },
  by: { fr: 'Votre nom', en: 'Your name' },
  byHint: {
    fr: 'Gardé dans le suivi avec ce que vous prenez.',
    en: 'Kept in the follow-up with what you take.',
  },
  read: { fr: '{count|fichier lu|fichiers lus}', en: '{count|file read|files read}' },
  show: { fr: 'Montrer', en: 'Show' },
  all: { fr: 'Tout ({count})', en: 'All ({count})' },
  takeAll: {
    fr: 'Prendre {count|contribution|contributions}',
    en: 'Take {count|contribution|contributions}',
  },
  forget: { fr: 'Tout laisser', en: 'Leave all' },
  more: {
    fr: 'Montrer la suite ({count|ligne|lignes})',
    en: 'Show more ({count|line|lines})',
  },
  refused: { fr: 'Refusé', en: 'Refused' },
  waiting: { fr: 'Nouvelle version', en: 'New version' },
  older: { fr: 'Plus ancien', en: 'Older' },
  superseded: { fr: 'Remplacé', en: 'Superseded' },
  warned: { fr: 'À corriger', en: 'To correct' },
  accepted: { fr: 'Bon à prendre', en: 'Ready to take' },
  unchanged: { fr: 'Déjà pris', en: 'Already taken' },
  figures: { fr: '{count|chiffre|chiffres}', en: '{count|figure|figures}' },
  remarks: { fr: '{count|remarque|remarques}', en: '{count|remark|remarks}' },
  changes: { fr: '{count|changement|changements}', en: '{count|change|changes}' },
  effects: {
    fr: 'Effet sur {count|indicateur régional|indicateurs régionaux}',
    en: 'Effect on {count|regional indicator|regional indicators}',
  },
  absent: { fr: 'absent', en: 'not there' },
  noValue: { fr: 'sans valeur', en: 'no value' },
  take: { fr: 'Prendre cette version', en: 'Take this version' },
  done: { fr: 'Les imports', en: 'The imports' },
  filesTaken: {
    fr: '{count|contribution compte|contributions comptent}',
    en: '{count|contribution counts|contributions count}',
  },
  undo: { fr: 'Annuler', en: 'Undo' },
  undoSure: { fr: 'Confirmer', en: 'Confirm' },
  leftovers: {
    fr: 'Un import s’est arrêté avant la fin, ou quelqu’un importe en ce moment : {count|version ne compte pas|versions ne comptent pas} encore. Si personne n’importe, retirez-les.',
    en: 'An import stopped before its end, or someone is importing now: {count|version does|versions do} not count yet. If nobody is importing, remove them.',
  },
  cleanUp: { fr: 'Nettoyer', en: 'Clean up' },
});
