import type { ReviewPart } from '../data';

/** A column of the form. */
export interface FormColumn {
  readonly heading: string;
  readonly width: number;
  /** Proposed in a list; another word is accepted. */
  readonly choices?: readonly string[];
  /** The codes of the catalogue are proposed. */
  readonly indicators?: true;
}

/** A table that people fill in for a study. */
export interface FormTable {
  readonly table: string;
  readonly sheet: string;
  readonly explanation: string;
  readonly columns: readonly FormColumn[];
}

/** The parts of the yearly review, as the form names them; the order is the review's. */
export const reviewPartNames: Readonly<Record<ReviewPart, string>> = {
  aids: 'Aides et services',
  households: 'Ménages logés',
  approvals: 'Agréments',
  starts: 'Mises en chantier',
  deliveries: 'Livraisons',
  acquisitions: 'Acquisitions',
};

const proposalStatuses = ['proposée', 'retenue', 'en cours', 'réalisée', 'écartée'] as const;

/** The tables of a study’s form: what each asks, column by column; a study reads them by these names. */
export const formTables = {
  quotes: {
    table: 'ETUDE_CITATIONS',
    sheet: 'Citations',
    explanation: 'Une parole par ligne : elle paraît entre guillemets, avec son auteur et sa fonction.',
    columns: [
      { heading: 'Citation', width: 80 },
      { heading: 'Auteur', width: 26 },
      { heading: 'Fonction', width: 34 },
    ],
  },
  examples: {
    table: 'ETUDE_EXEMPLES',
    sheet: 'Exemples',
    explanation: 'Une opération ou une action par ligne : elle paraît avec le bailleur et le lieu.',
    columns: [
      { heading: 'Titre', width: 34 },
      { heading: 'Bailleur', width: 26 },
      { heading: 'Lieu', width: 24 },
      { heading: 'Texte', width: 80 },
    ],
  },
  targets: {
    table: 'ETUDE_OBJECTIFS',
    sheet: 'Objectifs',
    explanation:
      'Une cible par ligne : un indicateur et une année. Un taux s’écrit 45 % ou 0,45. Sans territoire, la cible est celle de toute l’étude. Objectif, responsable et actions peuvent n’être écrits qu’une fois par indicateur.',
    columns: [
      { heading: 'Objectif', width: 40 },
      { heading: 'Code indicateur', width: 16, indicators: true },
      { heading: 'Code territoire', width: 16 },
      { heading: 'Année', width: 9 },
      { heading: 'Cible', width: 14 },
      { heading: 'Responsable', width: 28 },
      { heading: 'Actions', width: 60 },
    ],
  },
  proposals: {
    table: 'ETUDE_ATELIERS',
    sheet: 'Ateliers',
    explanation:
      'Une proposition par ligne, telle que l’atelier l’a formulée, avec qui la porte et où elle en est.',
    columns: [
      { heading: 'Atelier', width: 28 },
      {
        heading: 'Thème',
        width: 34,
        choices: [
          'Rénovation du bâti ancien',
          'Vieillissement',
          'Services',
          'Sobriété foncière',
          'Attributions',
          'Décarbonation',
        ],
      },
      { heading: 'Proposition', width: 70 },
      { heading: 'Acteurs', width: 34 },
      { heading: 'Statut', width: 14, choices: proposalStatuses },
    ],
  },
  review: {
    table: 'ETUDE_BILAN',
    sheet: 'Bilan annuel',
    explanation:
      'Une ligne par aide, service ou programme. « Recoupe » : l’indicateur des bailleurs qui compte les mêmes choses ; vide, celui d’usage pour la rubrique ; un tiret, aucun.',
    columns: [
      { heading: 'Rubrique', width: 20, choices: Object.values(reviewPartNames) },
      { heading: 'Intitulé', width: 44 },
      { heading: 'Code territoire', width: 16 },
      { heading: 'Unité', width: 12, choices: ['€', 'logement', 'ménage', 'aide', 'personne'] },
      { heading: 'Année', width: 9 },
      { heading: 'Réalisé', width: 14 },
      { heading: 'Année précédente', width: 14 },
      { heading: 'Objectif', width: 14 },
      { heading: 'Source', width: 34 },
      { heading: 'Recoupe', width: 12, indicators: true },
    ],
  },
} as const satisfies Record<string, FormTable>;

export type FormName = keyof typeof formTables;

/** The look of the study: one line for each setting. */
export const themeTable: FormTable = {
  table: 'ETUDE_THEME',
  sheet: 'Apparence',
  explanation:
    'La police, les couleurs (six caractères, comme 1F4E79) et le logo de toutes les études. Une ligne vide garde la valeur habituelle.',
  columns: [
    { heading: 'Réglage', width: 28 },
    { heading: 'Valeur', width: 30 },
    { heading: 'Explication', width: 70 },
  ],
};

/** A template as a table: each line a block, in the order of the study. */
export const templateTable: FormTable = {
  table: 'ETUDE_MODELE',
  sheet: 'Modèle',
  explanation:
    'Le modèle de l’étude, ligne par ligne : ajoutez, ôtez, déplacez des lignes, changez les phrases. Donné avec -i, ce classeur remplace le modèle du même nom ; changez le nom pour en faire le vôtre.',
  columns: [
    { heading: 'Chapitre', width: 28 },
    { heading: 'Répété', width: 15, choices: ['par territoire', 'par zone'] },
    { heading: 'Bloc', width: 18 },
    { heading: 'Titre', width: 34 },
    { heading: 'Indicateurs', width: 30 },
    { heading: 'Réglage', width: 17 },
    { heading: 'Texte', width: 70 },
    { heading: 'Chapitre (anglais)', width: 24 },
    { heading: 'Titre (anglais)', width: 30 },
    { heading: 'Texte (anglais)', width: 60 },
  ],
};

/** The sheets of studies written in this workbook: what tells them from those of other people. */
export const writtenTable: FormTable = {
  table: 'IMPACT_ETUDES_ECRITES',
  sheet: 'Études écrites',
  explanation:
    'Les feuilles d’études écrites dans ce classeur : une étude écrite de nouveau remplace les siennes, et elles seules. Ôtez une ligne pour que sa feuille ne soit plus jamais remplacée.',
  columns: [
    { heading: 'etude', width: 44 },
    { heading: 'feuille', width: 34 },
    { heading: 'empreinte', width: 18 },
  ],
};

/** What people rewrote in studies, kept beside what was computed then. */
export const editsTable: FormTable = {
  table: 'IMPACT_ETUDE_MODIFICATIONS',
  sheet: 'Textes de l’étude',
  explanation:
    'Une ligne par texte réécrit. Quand le texte calculé change, l’étude le montre et demande lequel garder. Videz « texte_modifie » pour revenir au texte calculé ; un tiret retire la phrase.',
  columns: [
    { heading: 'modele', width: 20 },
    { heading: 'repere', width: 44 },
    { heading: 'texte_calcule', width: 60 },
    { heading: 'texte_modifie', width: 60 },
    { heading: 'par', width: 20 },
    { heading: 'le', width: 12 },
  ],
};
