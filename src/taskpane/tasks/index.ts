import type { ComponentType } from 'react';
import { defineMessages, type Bilingual } from '../i18n';
import type { TaskId } from '../session';
import type { IconName } from '../ui/icons';

/** A task of the pane: a folder beside this file. */
export interface Task {
  readonly id: TaskId;
  readonly icon: IconName;
  readonly title: Bilingual;
  /** Fetches its view, a part of the program of its own. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

const titles = defineMessages({
  start: { fr: 'Démarrer', en: 'Start' },
  connect: { fr: 'Raccorder', en: 'Connect' },
  questionnaire: { fr: 'Questionnaire', en: 'Questionnaire' },
  check: { fr: 'Contrôler', en: 'Check' },
  indicators: { fr: 'Indicateurs', en: 'Indicators' },
  explain: { fr: 'Expliquer', en: 'Explain' },
  functions: { fr: 'Fonctions', en: 'Functions' },
  send: { fr: 'Transmettre', en: 'Send' },
});

function task(id: TaskId, load: Task['load']): Task {
  return { id, icon: id, title: titles[id], load };
}

/** The tasks, in the order they are done. */
export const tasks: readonly Task[] = [
  task('start', () => import(/* webpackChunkName: "start" */ './start')),
  task('connect', () => import(/* webpackChunkName: "connect" */ './connect')),
  task('questionnaire', () => import(/* webpackChunkName: "questionnaire" */ './questionnaire')),
  task('check', () => import(/* webpackChunkName: "check" */ './check')),
  task('indicators', () => import(/* webpackChunkName: "indicators" */ './indicators')),
  task('explain', () => import(/* webpackChunkName: "explain" */ './explain')),
  task('functions', () => import(/* webpackChunkName: "functions-task" */ './functions')),
  task('send', () => import(/* webpackChunkName: "send" */ './send')),
];

export { titles };
