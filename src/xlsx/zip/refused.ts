/** Why a file is not read. Stable: other software relies on these words. */
export type RefusalCode =
  | 'empty'
  | 'lock_file'
  | 'not_zip'
  | 'truncated'
  | 'encrypted'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'not_workbook'
  | 'corrupt'
  | 'bomb'
  | 'entities'
  | 'too_large';

const REPAIR =
  'Ouvrez-le dans Excel, acceptez la réparation proposée, enregistrez-le sous un nouveau nom, ou demandez un nouvel envoi.';

const MESSAGES: Readonly<Record<RefusalCode, string>> = {
  empty: 'Le fichier est vide (0 octet). Demandez un nouvel envoi : la copie ou le téléchargement a échoué.',
  lock_file:
    'Ce n’est pas un classeur mais le témoin qu’Excel crée à côté d’un classeur ouvert (« ~$… »). Fermez le classeur, puis choisissez le fichier du même nom sans « ~$ ».',
  not_zip:
    'Ce fichier n’est pas un classeur Excel (.xlsx ou .xlsm), quel que soit son nom. Ouvrez-le dans Excel et enregistrez-le au format « Classeur Excel (.xlsx) ».',
  truncated:
    'Le fichier est incomplet : sa fin manque. Demandez un nouvel envoi, ou téléchargez-le à nouveau.',
  encrypted:
    'Le classeur est protégé par un mot de passe à l’ouverture et ne peut pas être lu. Ouvrez-le dans Excel, retirez le mot de passe (Fichier > Informations > Protéger le classeur), enregistrez-le.',
  xls: 'C’est un classeur d’avant 2007 (.xls). Ouvrez-le dans Excel et enregistrez-le au format « Classeur Excel (.xlsx) ».',
  xlsb: 'C’est un classeur binaire (.xlsb). Ouvrez-le dans Excel et enregistrez-le au format « Classeur Excel (.xlsx) ».',
  ods: 'C’est un classeur OpenDocument (.ods). Ouvrez-le dans Excel ou LibreOffice et enregistrez-le au format « Classeur Excel (.xlsx) ».',
  not_workbook:
    'Le fichier est une archive, mais pas un classeur Excel. Vérifiez que c’est le bon fichier, au format .xlsx ou .xlsm.',
  corrupt: `Le classeur est endommagé. ${REPAIR}`,
  bomb: 'Le fichier est refusé par sécurité : décompressé, il prendrait une place démesurée. Vérifiez sa provenance ; s’il est de confiance, ouvrez-le dans Excel et enregistrez-le sous un nouveau nom.',
  entities:
    'Le fichier est refusé par sécurité : il déclare des entités XML (DOCTYPE), ce qu’aucun tableur n’écrit. Vérifiez sa provenance ; s’il est de confiance, ouvrez-le dans Excel et enregistrez-le sous un nouveau nom.',
  too_large:
    'Le classeur est trop volumineux pour être lu ici. Retirez-en les feuilles ou les images inutiles, puis enregistrez-le.',
};

/** A file that is not read, with the reason and what to do, in French, for the person who sent it. */
export class WorkbookRefused extends Error {
  /**
   * @param code the reason, for software
   * @param detail what was found where, for the person who looks into it; added after the sentence
   */
  constructor(
    readonly code: RefusalCode,
    readonly detail?: string,
  ) {
    super(detail === undefined ? MESSAGES[code] : `${MESSAGES[code]} (${detail})`);
    this.name = 'WorkbookRefused';
  }
}

/** Refuses a damaged file, saying what is wrong. */
export function corrupt(detail: string): WorkbookRefused {
  return new WorkbookRefused('corrupt', detail);
}
