import { defineMessages } from '../../i18n';

export const messages = defineMessages({
  title: { fr: 'Résultats', en: 'Results' },
  lead: {
    fr: 'Les indicateurs de la campagne, ajustements compris. Cliquez un chiffre pour voir d’où il vient.',
    en: 'The indicators of the campaign, adjustments included. Click a figure to see where it comes from.',
  },
  internal: {
    fr: 'Usage interne : rien n’est masqué ici. Pour diffuser, passez par Publier.',
    en: 'Internal use: nothing is masked here. To release figures, use Publish.',
  },
  cutBy: { fr: 'Découper par', en: 'Cut by' },
  whole: { fr: 'Rien : le territoire entier', en: 'Nothing: the whole territory' },
  DEP: { fr: 'Départements', en: 'Departments' },
  EPCI: { fr: 'Intercommunalités', en: 'EPCI' },
  zoning: { fr: 'Zonage {name}', en: 'Zoning {name}' },
  territory: { fr: 'Territoire', en: 'Territory' },
  theme: { fr: 'Thème', en: 'Theme' },
  allThemes: { fr: 'Tous les thèmes', en: 'All themes' },
  compare: { fr: 'Comparer', en: 'Compare' },
  nothing: { fr: 'Ne pas comparer', en: 'Do not compare' },
  withTerritory: { fr: 'avec {name}', en: 'with {name}' },
  families: { fr: 'les familles entre elles', en: 'families with one another' },
  distribution: { fr: 'les bailleurs entre eux', en: 'landlords with one another' },
  year: { fr: 'avec une autre année', en: 'with another year' },
  wholeOnly: {
    fr: 'Cette comparaison se fait au territoire entier : {name}.',
    en: 'This comparison is made for the whole territory: {name}.',
  },
  yearFile: {
    fr: 'Choisir le classeur de cette année',
    en: 'Choose the workbook of that year',
  },
  yearHint: {
    fr: 'Son classeur de campagne, ou le classeur interne que « Publier » ou la consolidation a écrit. Ses chiffres sont recalculés avec les formules d’aujourd’hui.',
    en: 'Its campaign workbook, or the internal workbook that Publish or the consolidation wrote. Its figures are computed again with today’s formulas.',
  },
  yearChosen: { fr: '{file} : exercice {year}', en: '{file}: year {year}' },
  indicators: { fr: '{count|indicateur|indicateurs}', en: '{count|indicator|indicators}' },
  list: { fr: 'Indicateurs', en: 'Indicators' },
  noValue: { fr: 'Pas de valeur', en: 'No value' },
  answered: {
    fr: '{respondents} sur {expected} bailleurs, {coverage} des logements',
    en: '{respondents} of {expected} landlords, {coverage} of dwellings',
  },
  answeredOnly: { fr: '{respondents} sur {expected} bailleurs', en: '{respondents} of {expected} landlords' },
  versus: { fr: '{name} : {value} ({gap})', en: '{name}: {value} ({gap})' },
  versusOnly: { fr: '{name} : {value}', en: '{name}: {value}' },
  benchmark: { fr: 'Repère', en: 'Benchmark' },
  points: { fr: '{gap} points', en: '{gap} percentage points' },
  family: { fr: '{name} ({count|bailleur|bailleurs})', en: '{name} ({count|landlord|landlords})' },
  noFamily: { fr: 'Sans famille', en: 'Without a family' },
  spread: {
    fr: 'La moitié des {answers} bailleurs entre {q1} et {q3}, médiane {median}',
    en: 'Half of the {answers} landlords between {q1} and {q3}, median {median}',
  },
  tooFew: { fr: 'Moins de 10 réponses', en: 'Fewer than 10 answers' },
  named: { fr: 'D’accord pour être nommés : {names}', en: 'Agreed to be named: {names}' },
  constant: {
    fr: 'Mêmes {count} bailleurs : {value} ({gap})',
    en: 'Same {count} landlords: {value} ({gap})',
  },
  write: { fr: 'Écrire le tableau dans le classeur', en: 'Write the table in the workbook' },
  writeNote: {
    fr: 'Une feuille de formules IMPACT.CONSOLIDER et IMPACT.COUVERTURE sur les faits reçus et le journal : elle suit chaque version et chaque ajustement.',
    en: 'A sheet of formulas IMPACT.CONSOLIDER and IMPACT.COUVERTURE on the facts received and the journal: it follows each version and each adjustment.',
  },
});
