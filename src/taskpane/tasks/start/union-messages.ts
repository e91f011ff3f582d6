import { defineMessages } from '../../i18n';

export const unionMessages = defineMessages({
  title: { fr: 'Démarrer', en: 'Start' },
  leadCampaign: {
    fr: 'Ce classeur est celui d’une campagne. Tout ce qu’elle sait est dans ses feuilles.',
    en: 'This workbook is that of a campaign. All it knows is in its sheets.',
  },
  leadRegion: {
    fr: 'Ce classeur est le résultat d’une consolidation : les indicateurs d’une région, bailleur par bailleur.',
    en: 'This workbook is the result of a consolidation: the indicators of a region, landlord by landlord.',
  },
  campaign: { fr: 'La campagne', en: 'The campaign' },
  unionName: { fr: 'Nom de l’union', en: 'Name of the union' },
  unionNameHint: { fr: 'Il signe les relances.', en: 'It signs the reminders.' },
  unionShort: { fr: 'Union', en: 'Regional union' },
  notSaid: { fr: 'Non précisé', en: 'Not given' },
  campaignYear: { fr: 'Exercice demandé', en: 'Year asked' },
  campaignYearWrong: {
    fr: 'Écrivez une année sur quatre chiffres.',
    en: 'Write a year in four digits.',
  },
  deadline: { fr: 'Date limite', en: 'Deadline' },
  campaignDeadlineWrong: {
    fr: 'Écrivez une date, par exemple 15/05/2026.',
    en: 'Write a date, for example 15/05/2026.',
  },
  campaignTerritory: { fr: 'Territoire', en: 'Territory' },
  territoryLead: {
    fr: 'Celui de la campagne : un nom ou un code.',
    en: 'That of the campaign: a name or a code.',
  },
  territoryFound: {
    fr: 'D’après le périmètre : {name}.',
    en: 'From the perimeter: {name}.',
  },
  campaignTerritoryMissing: {
    fr: 'Choisissez le territoire de la campagne dans la liste.',
    en: 'Choose the territory of the campaign in the list.',
  },
  themes: { fr: 'Thèmes demandés', en: 'Themes asked' },
  themesHint: {
    fr: 'Sans rien cocher, tous les thèmes sont demandés.',
    en: 'With nothing ticked, all themes are asked.',
  },
  allThemes: { fr: 'Tous', en: 'All' },
  perimeter: { fr: 'Le périmètre', en: 'The perimeter' },
  perimeterLead: {
    fr: 'Les bailleurs attendus, une ligne par bailleur et par territoire, avec leurs logements. La première ligne porte les titres.',
    en: 'The landlords expected, a line a landlord and territory, with their dwellings. The first line holds the headings.',
  },
  perimeterPaste: { fr: 'Collez la liste', en: 'Paste the list' },
  perimeterSelection: { fr: 'Prendre la sélection', en: 'Take the selection' },
  perimeterFile: { fr: 'Choisir un CSV', en: 'Choose a CSV file' },
  perimeterRead: {
    fr: '{count|bailleur lu|bailleurs lus}, lignes lues : {lines}.',
    en: '{count|landlord read|landlords read}, lines read: {lines}.',
  },
  perimeterLater: {
    fr: 'Sans liste ici, vous la collerez dans la feuille « Périmètre ».',
    en: 'Without a list here, paste it later in table IMPACT_PERIMETRE.',
  },
  moreRemarks: {
    fr: 'et {count|autre remarque|autres remarques}.',
    en: 'and {count|more remark|more remarks}.',
  },
  createCampaign: { fr: 'Créer la campagne', en: 'Create the campaign' },
  editInSheet: { fr: 'Modifier dans la feuille', en: 'Edit in the sheet' },
  whereItStands: { fr: 'Où elle en est', en: 'Where it stands' },
  answered: { fr: 'Bailleurs qui ont répondu', en: 'Landlords that answered' },
  answeredOf: {
    fr: '{done|réponse|réponses} sur {total}',
    en: '{done} answers out of {total}',
  },
  noLandlord: {
    fr: 'Aucun bailleur attendu : collez votre liste dans la feuille « Périmètre ».',
    en: 'No landlord expected: paste your list in table IMPACT_PERIMETRE.',
  },
  campaignRemarks: {
    fr: '{count|remarque|remarques} sur les feuilles de la campagne : voir Suivre.',
    en: '{count|remark|remarks} on the sheets of the campaign: see Follow up.',
  },
  prefill: { fr: 'Les classeurs à remplir', en: 'The workbooks to fill' },
  prefillLead: {
    fr: 'Un par bailleur, avec son SIREN, son nom et les seuls thèmes demandés.',
    en: 'One a landlord, with its SIREN, its name and the themes asked only.',
  },
  previousLead: {
    fr: 'Pour rappeler à chacun ses derniers chiffres à côté des questions : donnez le classeur de campagne ou de consolidation d’une année précédente.',
    en: 'To recall to each its last figures beside the questions: give the campaign or consolidation workbook of an earlier year.',
  },
  previousButton: { fr: 'Donner une année précédente…', en: 'Give an earlier year…' },
  previousGiven: { fr: 'Rappel de : {names}.', en: 'Recalling: {names}.' },
  previousNone: { fr: 'Sans rappel', en: 'Without it' },
  prefillButton: { fr: 'Préparer l’archive', en: 'Prepare the archive' },
  steps: { fr: 'Les étapes', en: 'The steps' },
  awaited: { fr: 'Attendus', en: 'Awaited' },
  received: { fr: 'Reçus', en: 'Received' },
  reviewed: { fr: 'En revue', en: 'Under review' },
  returned: { fr: 'Renvoyés', en: 'Sent back' },
  accepted: { fr: 'Acceptés', en: 'Accepted' },
  regionTools: { fr: 'Lire et défendre', en: 'Read and defend' },
  regionExplain: { fr: 'Expliquer la cellule choisie', en: 'Explain the selected cell' },
  regionExplainNote: {
    fr: 'D’un indicateur à ses bailleurs et à leurs cellules',
    en: 'From an indicator to its landlords and their cells',
  },
  regionFunctions: { fr: 'Recalculer ailleurs', en: 'Compute elsewhere' },
  regionFunctionsNote: {
    fr: 'Une cellule de votre choix recalcule la région',
    en: 'A cell of your choice computes the region again',
  },
  regionNext: { fr: 'Pour réunir d’autres réponses', en: 'To gather more answers' },
  regionCampaign: {
    fr: 'Ce classeur ne se complète pas : ouvrez celui de la campagne, ou un classeur vide, et choisissez « Une union régionale » pour en créer une.',
    en: 'This workbook is not added to: open that of the campaign, or a blank one, and choose “A regional union” to create one.',
  },
});
