import { defineMessages } from '../../i18n';

export const messages = defineMessages({
  title: { fr: 'Contrôler', en: 'Check' },
  lead: {
    fr: 'Cliquez une remarque pour aller à la cellule ; la liste se met à jour quand vous corrigez.',
    en: 'Click a remark to go to the cell; the list follows your corrections.',
  },
  frenchOnly: {
    fr: 'Les remarques sont en français.',
    en: 'Each remark is titled in English; its details are in French, as the union reads them.',
  },
  blocking: { fr: 'Bloquantes', en: 'Blocking' },
  blockingNote: {
    fr: 'Le chiffre est laissé de côté tant qu’il n’est pas corrigé.',
    en: 'The figure is left out until it is corrected.',
  },
  warnings: { fr: 'Avertissements', en: 'Warnings' },
  warningsNote: {
    fr: 'Le chiffre est gardé ; vérifiez qu’il est juste.',
    en: 'The figure is kept; check that it is right.',
  },
  clean: {
    fr: 'Aucune remarque : tout ce qui est rempli se lit et se recoupe.',
    en: 'No remark: all that is filled can be read and agrees.',
  },
  more: {
    fr: 'Montrer {count|autre remarque|autres remarques}',
    en: 'Show {count|more remark|more remarks}',
  },
  nothingYet: {
    fr: 'Rien à contrôler : ce classeur n’a pas encore de questionnaire.',
    en: 'Nothing to check: this workbook has no questionnaire yet.',
  },
  toStart: { fr: 'Aller à Démarrer', en: 'Go to Start' },
});
