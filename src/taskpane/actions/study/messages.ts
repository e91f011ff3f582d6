import { defineMessages } from '../../i18n';

export const messages = defineMessages({
  written: {
    fr: 'Votre texte est dans la table IMPACT_ETUDE_MODIFICATIONS : l’étude le porte.',
    en: 'Your text is in table IMPACT_ETUDE_MODIFICATIONS: the study bears it.',
  },
  restored: {
    fr: 'L’étude porte de nouveau le texte calculé.',
    en: 'The study bears the computed text again.',
  },
  kept: {
    fr: 'Votre texte est gardé : relisez ses chiffres.',
    en: 'Your text is kept: read its figures again.',
  },
  changedMeanwhile: {
    fr: 'Quelqu’un a réécrit ce texte entre-temps.',
    en: 'Someone else has rewritten this text meanwhile.',
  },
  changedRemedy: {
    fr: 'Lisez son texte, puis recommencez si le vôtre reste à écrire.',
    en: 'Read that text, then try again if yours is still to be written.',
  },
  tablesInserted: {
    fr: 'Tables de l’étude : {count|feuille ajoutée|feuilles ajoutées}.',
    en: 'Tables of the study: {count|sheet added|sheets added}.',
  },
  nothingMissing: {
    fr: 'Ce classeur a déjà toutes les tables de cette étude.',
    en: 'This workbook already has every table of this study.',
  },
  inWorkbook: {
    fr: 'L’étude est dans le classeur : {sheets|feuille|feuilles}. Pour l’en ôter : « Retirer du classeur », dans Étude.',
    en: 'The study is in the workbook: {sheets|sheet|sheets}. To take it out: “Remove from the workbook”, in Study.',
  },
  inWorkbookDrawn: {
    fr: 'L’étude est dans le classeur : {sheets|feuille|feuilles}, {charts|graphique|graphiques}. Pour l’en ôter : « Retirer du classeur », dans Étude.',
    en: 'The study is in the workbook: {sheets|sheet|sheets}, {charts|chart|charts}. To take it out: “Remove from the workbook”, in Study.',
  },
  outOfWorkbook: {
    fr: 'L’étude n’est plus dans le classeur : {sheets|feuille supprimée|feuilles supprimées}.',
    en: 'The study is no longer in the workbook: {sheets|sheet deleted|sheets deleted}.',
  },
  figuresKept: {
    fr: '{missing} : plus sous ce nom. Si la feuille a été renommée, ses chiffres restent dans « {kept} » ; sinon, supprimez « {kept} ».',
    en: '{missing}: no longer under this name. If the sheet was renamed, its figures stay in “{kept}”; otherwise, delete “{kept}”.',
  },
  writtenMeanwhile: {
    fr: 'Des feuilles de cette étude ont été écrites entre-temps : {sheets}.',
    en: 'Sheets of this study have been written meanwhile: {sheets}.',
  },
  writtenRemedy: {
    fr: 'Rien n’a été remplacé : recommencez si elles doivent l’être.',
    en: 'Nothing was replaced: try again if they must be.',
  },
  exported: { fr: 'L’étude est écrite : {name}', en: 'The study is written: {name}' },
  notWrittenRemedy: {
    fr: 'Corrigez ce qui est dit, puis recommencez.',
    en: 'Correct what is said, then try again.',
  },
});
