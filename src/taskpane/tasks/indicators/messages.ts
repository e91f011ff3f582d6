import { defineMessages } from '../../i18n';

export const messages = defineMessages({
  title: { fr: 'Indicateurs', en: 'Indicators' },
  lead: {
    fr: 'Ce que disent vos réponses. Cliquez un indicateur pour voir d’où il vient.',
    en: 'What your answers say. Click an indicator to see where it comes from.',
  },
  search: { fr: 'Chercher un indicateur', en: 'Look for an indicator' },
  dimension: { fr: 'Thème', en: 'Theme' },
  all: { fr: 'Tous les thèmes', en: 'All themes' },
  essential: { fr: 'Premier bilan (l’essentiel)', en: 'First review (the essentials)' },
  computedOnly: { fr: 'Calculés seulement', en: 'Computed only' },
  benchmark: { fr: 'Repère {year} : {value} ({place})', en: 'Benchmark {year}: {value} ({place})' },
  range: {
    fr: 'De {low} à {high} selon le coefficient',
    en: 'From {low} to {high} depending on the coefficient',
  },
  chart: {
    fr: 'Votre valeur, {value}, et le repère, {benchmark}.',
    en: 'Your value, {value}, and the benchmark, {benchmark}.',
  },
  ownLead: {
    fr: 'Il vous en manque un ? Écrivez-le avec vos données : il est contrôlé, calculé et expliqué comme les autres.',
    en: 'Is one missing? Write it over your figures: it is checked, computed and explained as the others.',
  },
  addOwn: { fr: 'Ajouter mon indicateur', en: 'Add my own indicator' },
  nothing: { fr: 'Aucun indicateur ne correspond.', en: 'No indicator matches.' },
  count: { fr: '{done|calculé|calculés} sur {total}', en: '{done} computed out of {total}' },
  zero_denominator: { fr: 'Pas de valeur : le diviseur est nul', en: 'No value: the divisor is zero' },
  no_respondent: { fr: 'Il manque des réponses', en: 'Answers are missing' },
  missing_reference: { fr: 'Il manque un chiffre du territoire', en: 'A figure of the territory is missing' },
  publication_only: { fr: 'Connu à la publication', en: 'Known at publication' },
  campaign_only: { fr: 'Donné pour le territoire entier', en: 'Given for the whole territory' },
  not_applicable: { fr: 'Sans objet', en: 'Not applicable' },
});
