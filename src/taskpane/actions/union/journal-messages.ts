import { defineMessages } from '../../i18n';

/** What is told of adjustments. */
export const messages = defineMessages({
  adjusted: {
    fr: '{name}, {code} : le nouveau chiffre est dans le journal, la consolidation le prend.',
    en: '{name}, {code}: the new figure is in the journal, the consolidation takes it.',
  },
  cancelled: {
    fr: '{siren}, {code} : l’ajustement est annulé, le chiffre du bailleur revient.',
    en: '{siren}, {code}: the adjustment is cancelled, the landlord’s figure is back.',
  },
  resultsWritten: {
    fr: 'Le tableau est dans la feuille « {sheet} » : des formules, qui suivent les faits reçus et le journal.',
    en: 'The table is in the sheet “{sheet}”: formulas, which follow the facts received and the journal.',
  },
  whoMissing: { fr: 'On ne sait pas qui ajuste.', en: 'Who adjusts is not known.' },
  whoMissingRemedy: {
    fr: 'Écrivez votre nom : il est gardé dans le journal.',
    en: 'Write your name: it is kept in the journal.',
  },
  reasonMissing: { fr: 'Le motif manque.', en: 'The reason is missing.' },
  reasonMissingRemedy: {
    fr: 'Dites pourquoi le chiffre change : c’est ce qui permettra de le défendre.',
    en: 'Say why the figure changes: that is what will defend it.',
  },
  notAFigure: {
    fr: 'Ce n’est pas un chiffre du questionnaire : le journal ne peut pas le changer.',
    en: 'This is no figure of the questionnaire: the journal cannot change it.',
  },
  notAFigureRemedy: {
    fr: 'Renvoyez le classeur au bailleur, qui corrigera sa ligne.',
    en: 'Send the workbook back to the landlord, who will correct its row.',
  },
  negative: { fr: '« {label} » ne peut pas être négatif.', en: '“{label}” cannot be negative.' },
  negativeRemedy: { fr: 'Corrigez le nouveau chiffre.', en: 'Correct the new figure.' },
  goneMeanwhile: {
    fr: 'Cet ajustement a été changé ou annulé entre-temps dans le classeur.',
    en: 'This adjustment was changed or cancelled in the workbook meanwhile.',
  },
  goneRemedy: {
    fr: 'Rien n’a été écrit. Vérifiez la feuille « Journal ».',
    en: 'Nothing was written. Check table IMPACT_JOURNAL.',
  },
});
