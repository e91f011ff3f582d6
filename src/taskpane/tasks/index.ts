import type { ComponentType } from 'react';
import { defineMessages, type Bilingual } from '../i18n';
import type { TaskId, WorkbookKind } from '../session';
import type { IconName } from '../ui/icons';

/** A task of the pane: a folder beside this file. */
export interface Task {
  readonly id: TaskId;
  readonly icon: IconName;
  readonly title: Bilingual;
  /** The kinds of workbooks it is for. */
  readonly for: readonly WorkbookKind[];
  /** Fetches its view, a part of the program of its own. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

const titles = defineMessages({
  start: { fr: 'Démarrer', en: 'Start' },
  import: { fr: 'Réunir', en: 'Gather' },
  followUp: { fr: 'Suivre', en: 'Follow up' },
  review: { fr: 'Revue', en: 'Review' },
  results: { fr: 'Résultats', en: 'Results' },
  publish: { fr: 'Publier', en: 'Publish' },
  connect: { fr: 'Raccorder', en: 'Connect' },
  questionnaire: { fr: 'Questionnaire', en: 'Questionnaire' },
  check: { fr: 'Contrôler', en: 'Check' },
  indicators: { fr: 'Indicateurs', en: 'Indicators' },
  explain: { fr: 'Expliquer', en: 'Explain' },
  functions: { fr: 'Fonctions', en: 'Functions' },
  study: { fr: 'Étude', en: 'Study' },
  send: { fr: 'Transmettre', en: 'Send' },
});

/** A workbook that is nobody's yet may become a landlord's. */
const landlord = ['landlord', 'empty'] as const;
const union = ['union'] as const;
const everyone = ['landlord', 'empty', 'union', 'consolidation'] as const;

function task(id: TaskId, kinds: Task['for'], load: Task['load']): Task {
  return { id, icon: id, title: titles[id], for: kinds, load };
}

/** The tasks, in the order they are done. */
export const tasks: readonly Task[] = [
  task('start', everyone, () => import(/* webpackChunkName: "start" */ './start')),
  task('import', union, () => import(/* webpackChunkName: "gather" */ './gather')),
  task('followUp', union, () => import(/* webpackChunkName: "follow-up" */ './follow-up')),
  task('review', union, () => import(/* webpackChunkName: "review" */ './review')),
  task('results', union, () => import(/* webpackChunkName: "results" */ './results')),
  task('publish', union, () => import(/* webpackChunkName: "publish" */ './publish')),
  task('connect', landlord, () => import(/* webpackChunkName: "connect" */ './connect')),
  task('questionnaire', landlord, () => import(/* webpackChunkName: "questionnaire" */ './questionnaire')),
  task('check', landlord, () => import(/* webpackChunkName: "check" */ './check')),
  task('indicators', landlord, () => import(/* webpackChunkName: "indicators" */ './indicators')),
  task('explain', everyone, () => import(/* webpackChunkName: "explain" */ './explain')),
  task('functions', everyone, () => import(/* webpackChunkName: "functions-task" */ './functions')),
  task('study', ['landlord', 'union'], () => import(/* webpackChunkName: "study" */ './study')),
  task('send', landlord, () => import(/* webpackChunkName: "send" */ './send')),
];

/** The tasks of a workbook; a landlord's as long as it is not read. */
export function tasksFor(kind: WorkbookKind = 'empty'): readonly Task[] {
  return tasks.filter((one) => one.for.includes(kind));
}

/** A task asked for from the ribbon, whose buttons are a landlord's, in a workbook that it is of no use to. */
export function outOfPlace(asked: TaskId, kind: WorkbookKind | undefined): Task | undefined {
  if (kind !== 'union' && kind !== 'consolidation') return undefined;
  return tasks.find((one) => one.id === asked && !one.for.includes(kind));
}

export { titles };
