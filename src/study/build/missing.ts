import type { StudyData } from '../data';
import { mainSource } from '../data';
import type { StudyTemplate } from '../template/load';
import { levelOf } from '../../territory';

/** What a template shows and the data may not hold. */
export type Lack = 'targets' | 'proposals' | 'review' | 'zones' | 'territories';

/** What a template shows and the files given do not hold: a sentence each, saying what to do. */
export function missingFor(template: StudyTemplate, data: StudyData): string[] {
  const { year } = mainSource(data);
  const form = `study ${template.name} --prepare -o formulaire.xlsx, rempli, se donne avec -i`;
  const said: Readonly<Record<Lack, string>> = {
    targets: `Aucune cible : l’étude montre l’évolution sans objectif. ${form}.`,
    proposals: `Aucune proposition d’atelier : ces chapitres sont laissés de côté. ${form}.`,
    review: `Aucune ligne du bilan annuel pour ${year} : l’étude ne montre que l’activité des bailleurs. ${form}.`,
    zones:
      'La consolidation n’a pas de zones : les tableaux sont par territoire. Refaites-la avec --zonings zonage.csv --by abc.',
    territories: 'La consolidation n’a qu’un territoire : pas de carte. Refaites-la avec --by DEP.',
  };
  return lacksOf(template, data).map((one) => said[one]);
}

/** What the chapters of a template show and the workbooks given do not hold. */
export function lacksOf(template: StudyTemplate, data: StudyData): Lack[] {
  const blocks = template.chapters.flatMap((one) => one.blocks);
  const uses = (key: string): boolean => blocks.some((one) => key in one);
  const { contents } = data;
  const { cells, year } = mainSource(data);
  const lacks: Lack[] = [];
  if (uses('targets') && contents.targets.length === 0) lacks.push('targets');
  if (uses('proposals') && contents.proposals.length === 0) lacks.push('proposals');
  if (uses('review') && !contents.review.some((one) => one.year === year)) lacks.push('review');
  const zoned = blocks.some(
    (one) => ('columns' in one && one.columns === 'zones') || ('across' in one && one.across === 'zones'),
  );
  if (zoned && !cells.some(({ territory }) => levelOf(territory) === 'ZONE')) lacks.push('zones');
  if (uses('map') && new Set(cells.map(({ territory }) => territory)).size < 3) lacks.push('territories');
  return lacks;
}
