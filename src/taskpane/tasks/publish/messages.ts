import { defineMessages } from '../../i18n';

export const messages = defineMessages({
  title: { fr: 'Publier', en: 'Publish' },
  lead: {
    fr: 'Redresse la non-réponse, masque ce qui trahirait un bailleur, puis écrit les fichiers à diffuser.',
    en: 'Corrects for non-response, masks what would give a landlord away, then writes the files to release.',
  },
  earlier: { fr: 'Éditions déjà diffusées', en: 'Editions already released' },
  earlierNote: {
    fr: 'De cette année : donnez leurs classeurs internes, pour que leur différence avec celle-ci ne trahisse personne.',
    en: 'Of this year: give their internal workbooks, so that their difference with this one gives nobody away.',
  },
  addEdition: { fr: 'Ajouter un classeur interne', en: 'Add an internal workbook' },
  remove: { fr: 'Retirer', en: 'Remove' },
  removeNamed: { fr: 'Retirer {name}', en: 'Remove {name}' },
  territories: {
    fr: '{count|territoire|territoires} : {names}. Le découpage se choisit dans Résultats.',
    en: '{count|territory|territories}: {names}. Choose how to cut in Results.',
  },
  prepare: { fr: 'Préparer la publication', en: 'Prepare the publication' },
  prepareAgain: { fr: 'Préparer à nouveau', en: 'Prepare again' },
  auditing: { fr: 'Contrôle du secret et écriture des fichiers…', en: 'Confidentiality audit and writing…' },
  stop: { fr: 'Arrêter', en: 'Stop' },
  result: { fr: 'Ce qui est publié', en: 'What is published' },
  published: { fr: 'Cellules publiées', en: 'Cells published' },
  extrapolated: { fr: 'dont redressées', en: 'of which extrapolated' },
  insufficient: { fr: 'Trop peu de réponses', en: 'Too few answers' },
  masked: { fr: 'Masquées par elles-mêmes', en: 'Masked by themselves' },
  secondary: { fr: 'Masquées pour protéger celles-là', en: 'Masked to protect those' },
  adjusted: { fr: 'Chiffres ajustés qui y entrent', en: 'Adjusted figures in it' },
  lost: { fr: 'Part des cellules masquées', en: 'Share of cells masked' },
  exposed: {
    fr: 'Ce qui a déjà été publié donne à lui seul le chiffre d’un bailleur : cette édition ne peut plus le protéger.',
    en: 'What was published already gives a landlord’s figure by itself: this edition can no longer protect it.',
  },
  otherYear: {
    fr: '« {file} » porte sur {year} : une autre année n’apprend rien sur celle-ci.',
    en: '“{file}” is about {year}: another year tells nothing of this one.',
  },
  maskedList: { fr: 'Cellules masquées ({count})', en: 'Cells masked ({count})' },
  insufficientList: { fr: 'Couverture insuffisante ({count})', en: 'Too few answers ({count})' },
  extrapolatedList: { fr: 'Redressées ({count})', en: 'Extrapolated ({count})' },
  reasonNote: {
    fr: 'Ces raisons restent chez vous : la copie publiée dit seulement « secret » ou « couverture ».',
    en: 'These reasons stay with you: the published copy only says “secret” or “couverture”.',
  },
  lowCoverage: { fr: 'couverture trop faible', en: 'coverage too low' },
  notProportional: {
    fr: 'non-réponse, et une donnée qui ne s’extrapole pas',
    en: 'non-response, and a figure that is not extrapolated',
  },
  fewerThanThree: { fr: 'moins de 3 bailleurs indépendants', en: 'fewer than 3 independent landlords' },
  dominance: { fr: 'un bailleur en fait plus de 85 %', en: 'one landlord makes more than 85% of it' },
  wouldFollow: {
    fr: 'se déduirait d’autres cellules, ou les trahirait',
    en: 'would follow from other cells, or give them away',
  },
  covered: { fr: '{coverage} des logements', en: '{coverage} of dwellings' },
  share: { fr: '{share} extrapolés', en: '{share} extrapolated' },
  files: { fr: 'Les fichiers', en: 'The files' },
  toRelease: {
    fr: 'À diffuser : des valeurs, rien d’un bailleur.',
    en: 'To release: values, nothing of a landlord.',
  },
  toKeep: {
    fr: 'À garder chez vous : le classeur interne contient les chiffres des bailleurs, dit pourquoi chaque cellule est masquée, et sert à l’édition suivante.',
    en: 'To keep: the internal workbook holds the landlords’ figures, says why each cell is masked, and serves the next edition.',
  },
  problem: {
    fr: 'La publication n’a pas pu être préparée. Recommencez ; si cela se répète, fermez le volet et rouvrez-le.',
    en: 'The publication could not be prepared. Try again; if it happens again, close the pane and open it.',
  },
});
