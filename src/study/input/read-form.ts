import type { Catalogue } from '../../catalogue';
import { type Contents, reviewParts, type ReviewLine, type Target } from '../data';
import { filledRows, type FormRow, hasTable, refuse, type StudyWorkbook } from './table-rows';
import { editsTable, formTables, reviewPartNames, templateTable, themeTable } from './tables';

/** Whether a workbook is a filled form, possibly in a workbook of other sheets. */
export function isForm(workbook: StudyWorkbook): boolean {
  return [...Object.values(formTables), templateTable, themeTable, editsTable].some(({ table }) =>
    hasTable(workbook, table),
  );
}

/**
 * Reads the form; lines left blank are passed over.
 * @throws {StudyError} with every cell that cannot be understood
 */
export async function readForm(
  workbook: StudyWorkbook,
  file: string,
  catalogue: Catalogue,
): Promise<Contents> {
  const problems: string[] = [];
  const rows = (which: keyof typeof formTables): Promise<FormRow[]> =>
    filledRows(workbook, formTables[which].table, file, problems);
  const contents = {
    quotes: (await rows('quotes')).map((row) => ({
      text: row.text('Citation').replace(/^«\s*|\s*»$/g, ''),
      author: row.text('Auteur'),
      role: row.text('Fonction'),
    })),
    examples: (await rows('examples')).map((row) => ({
      title: row.text('Titre'),
      landlord: row.text('Bailleur'),
      place: row.text('Lieu'),
      text: row.text('Texte'),
    })),
    targets: carried((await rows('targets')).map((row) => target(row, catalogue))),
    proposals: (await rows('proposals')).map((row) => ({
      workshop: row.text('Atelier'),
      theme: row.text('Thème'),
      text: row.text('Proposition'),
      actors: row.text('Acteurs'),
      status: row.text('Statut'),
    })),
    review: (await rows('review')).map((row) => reviewLine(row, catalogue)),
  };
  refuse(problems);
  return contents;
}

function target(row: FormRow, catalogue: Catalogue): Target {
  const code = row.indicator('Code indicateur', catalogue);
  if (code === '')
    row.report(
      'Code indicateur',
      'une cible porte sur un indicateur',
      'écrivez son code, par exemple OFF-01',
    );
  const value = row.amount('Cible');
  if (value === null) row.report('Cible', 'la cible manque', 'écrivez un nombre, ou videz la ligne');
  // A share above 150% is a percentage typed without its sign.
  if (value !== null && Math.abs(value) > 1.5 && catalogue.indicators.get(code)?.unit === '%')
    row.report('Cible', `${code} est un taux, et ${value} vaut ${value * 100} %`, `écrivez ${value} %`);
  return {
    objective: row.text('Objectif'),
    code,
    territory: row.territory('Code territoire'),
    year: row.year('Année'),
    value: value ?? 0,
    owner: row.text('Responsable'),
    actions: row.text('Actions'),
  };
}

/** What is written once for an indicator holds for its other years. */
function carried(targets: readonly Target[]): Target[] {
  return targets.map((one) => {
    const same = targets.filter(({ code, territory }) => code === one.code && territory === one.territory);
    const first = (field: 'objective' | 'owner' | 'actions'): string =>
      one[field] === '' ? (same.find((other) => other[field] !== '')?.[field] ?? '') : one[field];
    return { ...one, objective: first('objective'), owner: first('owner'), actions: first('actions') };
  });
}

function reviewLine(row: FormRow, catalogue: Catalogue): ReviewLine {
  const written = row.text('Rubrique');
  const part = reviewParts.find(
    (one) =>
      reviewPartNames[one].toLocaleLowerCase('fr') === written.normalize('NFC').toLocaleLowerCase('fr'),
  );
  if (part === undefined)
    row.report(
      'Rubrique',
      `« ${written} » n’est pas une rubrique`,
      `choisissez ${Object.values(reviewPartNames).join(', ')}`,
    );
  return {
    part: part ?? 'aids',
    label: row.text('Intitulé'),
    territory: row.territory('Code territoire'),
    unit: row.text('Unité'),
    year: row.year('Année'),
    value: row.amount('Réalisé'),
    previous: row.amount('Année précédente'),
    target: row.amount('Objectif'),
    source: row.text('Source'),
    overlaps: row.indicator('Recoupe', catalogue).replace('–', '-'),
  };
}
