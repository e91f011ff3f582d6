import type { Catalogue } from '../../catalogue';
import { StudyError } from '../data';
import { loadTemplate, type StudyTemplate } from './load';
import regional from './templates/etude-regionale.yaml';
import first from './templates/premier-bilan.yaml';

const shipped: readonly unknown[] = [first, regional];

/** The templates of this version, ready for use. */
export function studyTemplates(catalogue: Catalogue): StudyTemplate[] {
  return shipped.map((raw) => loadTemplate(raw, catalogue));
}

/** @throws {StudyError} with the names there are, for a name that is none of them */
export function studyTemplate(name: string, catalogue: Catalogue): StudyTemplate {
  const all = studyTemplates(catalogue);
  const found = all.find((one) => one.name === name);
  if (found) return found;
  throw new StudyError(
    `« ${name} » n’est pas un modèle d’étude. Modèles : ${all.map((one) => one.name).join(', ')}.`,
  );
}
