import type { Catalogue } from '../../catalogue';
import { StudyError } from '../data';
import { loadTemplate, type StudyTemplate } from './load';
import { type RawTemplate, templateSchema } from './schema';
import review from './templates/bilan-annuel.yaml';
import regional from './templates/etude-regionale.yaml';
import first from './templates/premier-bilan.yaml';
import project from './templates/projet-regional.yaml';
import slack from './templates/territoires-detendus.yaml';

const shipped: readonly unknown[] = [first, regional, project, slack, review];

/** The templates of this version, ready for use. */
export function studyTemplates(catalogue: Catalogue): StudyTemplate[] {
  return shipped.map((raw) => loadTemplate(raw, catalogue));
}

/** A template as it is written, for a person to copy and change. */
export function rawTemplate(name: string): RawTemplate | undefined {
  return shipped.map((raw) => templateSchema.parse(raw)).find((one) => one.name === name);
}

/**
 * A template that ships, verified against the catalogue.
 * @throws {StudyError} with the names there are, for a name that is none of them
 */
export function studyTemplate(name: string, catalogue: Catalogue): StudyTemplate {
  const all = studyTemplates(catalogue);
  const found = all.find((one) => one.name === name);
  if (found) return found;
  throw new StudyError(
    `« ${name} » n’est pas un modèle d’étude. Modèles : ${all.map((one) => one.name).join(', ')}.`,
  );
}
