import type { Bilingual } from './model';

export type ProblemCode =
  | 'cell_edit'
  | 'protected'
  | 'throttled'
  | 'too_large'
  | 'missing'
  | 'exists'
  | 'invalid'
  | 'selection'
  | 'hidden'
  | 'conflict'
  | 'changed'
  | 'unsupported'
  | 'connection'
  | 'not_text'
  | 'text_too_long'
  | 'not_a_number'
  | 'sheet_name'
  | 'read_only'
  | 'half_done'
  | 'cancelled'
  | 'unknown';

/** What a message may name. */
export interface ProblemFacts {
  /** What was being done: « Lecture du tableau IMPACT_DONNEES ». */
  readonly during?: Bilingual;
  readonly names?: readonly string[];
  readonly address?: string;
  /** Of a work in several parts: how many rows were written before it stopped. */
  readonly done?: number;
  readonly total?: number;
  readonly detail?: string;
}

interface Wording {
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** The names, or what stands for them when they are not known. */
const list = (names: readonly string[] | undefined, otherwise = ''): string =>
  names?.length ? names.map((name) => `« ${name} »`).join(', ') : otherwise;
const listEn = (names: readonly string[] | undefined, otherwise = ''): string =>
  names?.length ? names.map((name) => `“${name}”`).join(', ') : otherwise;
const plural = (names: readonly string[] | undefined): boolean => (names?.length ?? 0) > 1;

/** « Lecture… : phrase » when what was being done is known, and what is already done, if anything. */
const say =
  (
    fr: (facts: ProblemFacts) => string,
    en: (facts: ProblemFacts) => string,
    remedyFr: string,
    remedyEn: string,
  ) =>
  (facts: ProblemFacts): Wording => ({
    message: {
      fr: [facts.during ? `${facts.during.fr} : ${lower(fr(facts))}` : fr(facts), partFr(facts)].join(''),
      en: [facts.during ? `${facts.during.en}: ${lower(en(facts))}` : en(facts), partEn(facts)].join(''),
    },
    remedy: { fr: remedyFr, en: remedyEn },
  });

/** A sentence after a colon; Excel keeps its capital. */
const lower = (sentence: string): string =>
  sentence.startsWith('Excel') ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);

const partFr = ({ done, total }: ProblemFacts): string =>
  done === undefined || total === undefined
    ? ''
    : ` ${done.toLocaleString('fr-FR')} lignes sur ${total.toLocaleString('fr-FR')} étaient déjà écrites, et le restent.`;
const partEn = ({ done, total }: ProblemFacts): string =>
  done === undefined || total === undefined
    ? ''
    : ` ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows were already written, and stay so.`;

/** Every problem in words: one sentence for what happened, one for what to do. */
export const wordings: Readonly<Record<ProblemCode, (facts: ProblemFacts) => Wording>> = {
  cell_edit: say(
    () => 'Une cellule est en cours de saisie : Excel n’accepte rien d’autre en attendant.',
    () => 'A cell is being edited: Excel accepts nothing else meanwhile.',
    'Terminez la saisie dans la cellule (Entrée ou Échap).',
    'Finish editing the cell (Enter or Esc).',
  ),
  protected: say(
    ({ names }) =>
      names?.length
        ? `${plural(names) ? 'Les feuilles' : 'La feuille'} ${list(names)} ${plural(names) ? 'sont protégées' : 'est protégée'} contre les modifications.`
        : 'La feuille ou le classeur est protégé contre les modifications.',
    ({ names }) =>
      names?.length
        ? `${plural(names) ? 'Sheets' : 'Sheet'} ${listEn(names)} ${plural(names) ? 'are' : 'is'} protected against changes.`
        : 'The sheet or the workbook is protected against changes.',
    'Ôtez la protection (onglet Révision, « Ôter la protection de la feuille »), puis recommencez.',
    'Remove the protection (Review tab, “Unprotect Sheet”), then try again.',
  ),
  throttled: say(
    () => 'Excel reçoit trop de demandes à la fois.',
    () => 'Excel is receiving too many requests at once.',
    'Attendez une minute, puis recommencez.',
    'Wait a minute, then try again.',
  ),
  too_large: say(
    () => 'Les données dépassent ce qu’Excel accepte en une fois.',
    () => 'The data exceed what Excel accepts at once.',
    'Choisissez une plage plus petite, ou répartissez les données sur plusieurs feuilles.',
    'Choose a smaller range, or spread the data over several sheets.',
  ),
  missing: say(
    ({ names }) =>
      names?.length
        ? `${list(names)} n’existe plus dans ce classeur.`
        : 'L’élément demandé n’existe plus dans ce classeur.',
    ({ names }) =>
      names?.length
        ? `${listEn(names)} no longer exists in this workbook.`
        : 'The item no longer exists in this workbook.',
    'Vérifiez qu’il n’a pas été supprimé ou renommé, puis actualisez le volet.',
    'Check that it was not deleted or renamed, then refresh the pane.',
  ),
  exists: say(
    ({ names }) =>
      names?.length
        ? `${list(names)} ${plural(names) ? 'existent' : 'existe'} déjà dans ce classeur, et n’${plural(names) ? 'ont' : 'a'} pas été ${plural(names) ? 'remplacés' : 'remplacé'}.`
        : 'Un élément de ce nom existe déjà dans ce classeur ; il n’a pas été remplacé.',
    ({ names }) =>
      names?.length
        ? `${listEn(names)} already ${plural(names) ? 'exist' : 'exists'} in this workbook and ${plural(names) ? 'were' : 'was'} not replaced.`
        : 'An item of that name already exists in this workbook; it was not replaced.',
    'Servez-vous de ce qui existe, ou renommez-le avant de recommencer.',
    'Use what exists, or rename it before trying again.',
  ),
  invalid: say(
    ({ address }) =>
      address
        ? `Excel a refusé ce qui devait être écrit en ${address}.`
        : 'Excel a refusé la valeur, la formule ou l’adresse donnée.',
    ({ address }) =>
      address
        ? `Excel refused what was to be written in ${address}.`
        : 'Excel refused the value, formula or address given.',
    'Vérifiez la formule ou l’adresse de la cellule.',
    'Check the formula or the address of the cell.',
  ),
  selection: say(
    () => 'La sélection ne peut pas servir ici.',
    () => 'The selection cannot be used here.',
    'Sélectionnez une seule plage de cellules, puis recommencez.',
    'Select a single range of cells, then try again.',
  ),
  hidden: say(
    ({ names }) => `La feuille ${list(names, 'demandée')} est masquée.`,
    ({ names }) => `The sheet ${listEn(names, 'you want')} is hidden.`,
    'Affichez-la (clic droit sur un onglet, « Afficher »), puis recommencez.',
    'Show it (right-click a tab, “Unhide”), then try again.',
  ),
  conflict: say(
    () =>
      'Excel ne peut pas faire cette modification ici : un tableau, un filtre, une fusion ou une matrice s’y oppose.',
    () => 'Excel cannot make this change here: a table, filter, merge or array is in the way.',
    'Libérez les cellules concernées (filtre, fusion, tableau voisin), puis recommencez.',
    'Free the cells concerned (filter, merge, neighbouring table), then try again.',
  ),
  changed: say(
    ({ names }) =>
      `${list(names, 'Le contenu')} ${plural(names) ? 'ont changé' : 'a changé'} entre-temps ; rien n’a été écrit par-dessus.`,
    ({ names }) => `${listEn(names, 'The content')} changed meanwhile; nothing was written over.`,
    'Actualisez le volet pour voir la valeur actuelle, puis recommencez si besoin.',
    'Refresh the pane to see the current value, then try again if needed.',
  ),
  unsupported: say(
    () => 'Cette version d’Excel ne permet pas cette opération.',
    () => 'This version of Excel does not allow this operation.',
    'Mettez Excel à jour, ou utilisez Excel sur le web.',
    'Update Excel, or use Excel on the web.',
  ),
  connection: say(
    () => 'La liaison avec Excel a été interrompue.',
    () => 'The connection with Excel was interrupted.',
    'Vérifiez ce qui a été écrit, puis recommencez ; si cela se répète, rouvrez le classeur.',
    'Check what was written, then try again; if it happens again, reopen the workbook.',
  ),
  not_text: say(
    ({ address }) =>
      `Excel a transformé le texte écrit en ${address ?? 'une cellule'} au lieu de le garder tel quel.`,
    ({ address }) => `Excel changed the text written in ${address ?? 'a cell'} instead of keeping it.`,
    'Mettez la cellule au format Texte, puis recommencez.',
    'Give the cell the Text format, then try again.',
  ),
  text_too_long: say(
    ({ address }) =>
      `Le texte destiné à ${address ?? 'une cellule'} dépasse 32 767 caractères, le maximum d’une cellule.`,
    ({ address }) =>
      `The text for ${address ?? 'a cell'} exceeds 32,767 characters, the most a cell can hold.`,
    'Raccourcissez le texte ou répartissez-le sur plusieurs cellules.',
    'Shorten the text or spread it over several cells.',
  ),
  not_a_number: say(
    ({ address }) => `La valeur destinée à ${address ?? 'une cellule'} n’est pas un nombre fini.`,
    ({ address }) => `The value for ${address ?? 'a cell'} is not a finite number.`,
    'Corrigez les données d’origine (division par zéro, date impossible), puis recommencez.',
    'Correct the source data (division by zero, impossible date), then try again.',
  ),
  sheet_name: say(
    ({ names }) => `Excel n’accepte pas ${list(names, 'ce texte')} comme nom de feuille.`,
    ({ names }) => `Excel does not accept ${listEn(names, 'this text')} as a sheet name.`,
    'Choisissez un nom de 31 caractères au plus, sans : \\ / ? * [ ].',
    'Choose a name of at most 31 characters, without : \\ / ? * [ ].',
  ),
  read_only: say(
    () => 'Ce classeur est ouvert en lecture seule.',
    () => 'This workbook is open read-only.',
    'Ouvrez-le en modification, ou enregistrez-en une copie.',
    'Open it for editing, or save a copy of it.',
  ),
  half_done: say(
    ({ names }) => `Des feuilles inachevées n’ont pas pu être retirées${names ? ` : ${list(names)}` : ''}.`,
    ({ names }) => `Unfinished sheets could not be removed${names ? `: ${listEn(names)}` : ''}.`,
    'Supprimez-les (clic droit sur l’onglet, « Supprimer »), puis recommencez.',
    'Delete them (right-click the tab, “Delete”), then try again.',
  ),
  cancelled: say(
    () => 'Opération annulée.',
    () => 'Operation cancelled.',
    'Recommencez quand vous le souhaitez.',
    'Start again whenever you wish.',
  ),
  unknown: say(
    ({ detail }) => `Excel a signalé un problème inattendu${detail ? ` (${detail.split('\n')[0]})` : ''}.`,
    ({ detail }) => `Excel reported an unexpected problem${detail ? ` (${detail.split('\n')[0]})` : ''}.`,
    'Recommencez ; si cela se répète, enregistrez et rouvrez le classeur.',
    'Try again; if it happens again, save and reopen the workbook.',
  ),
};
