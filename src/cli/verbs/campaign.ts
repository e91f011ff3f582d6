import type { Arguments } from '../arguments';
import { newAction } from '../campaign-actions/new';
import { prefillAction } from '../campaign-actions/prefill';
import { receiveAction } from '../campaign-actions/receive';
import { returnAction } from '../campaign-actions/return';
import { CannotRun } from '../errors';
import type { Verb } from './index';

interface Action {
  /** Files behind its name. */
  readonly files: { readonly min: number; readonly max: number; readonly label: string };
  readonly run: (args: Arguments, files: readonly string[]) => Promise<number>;
}

const actions: Readonly<Record<string, Action>> = {
  new: { files: { min: 0, max: 0, label: '' }, run: newAction },
  prefill: { files: { min: 1, max: 1, label: 'CAMPAGNE.xlsx' }, run: prefillAction },
  receive: { files: { min: 2, max: Infinity, label: 'CAMPAGNE.xlsx FICHIER…' }, run: receiveAction },
  return: { files: { min: 1, max: Infinity, label: 'CAMPAGNE.xlsx [FICHIER…]' }, run: returnAction },
};

export const campaignVerb: Verb = {
  spec: {
    name: 'campaign',
    help: 'La campagne d’une union : new (le classeur), prefill (un classeur par bailleur), receive (les réponses), return (les renvoyer avec les remarques).',
    positionals: { label: 'new|prefill|receive|return [CAMPAGNE.xlsx] [FICHIER…]', min: 1, max: Infinity },
    options: {
      perimeter: { value: 'FICHIER', help: 'new : les bailleurs attendus, CSV ou classeur' },
      year: { value: 'ANNÉE', help: 'new : l’exercice demandé' },
      territory: { value: 'TERRITOIRE', help: 'new : par exemple REG:28 ; à défaut celui du périmètre' },
      themes: {
        value: 'THÈMES',
        many: true,
        help: 'new : codes des thèmes demandés, PAC,ENE ; tous à défaut',
      },
      deadline: { value: 'DATE', help: 'new : la date limite, par exemple 15/03/2026' },
      union: { value: 'NOM', help: 'new : qui signe les relances' },
      previous: {
        value: 'DOSSIER|FICHIER',
        help: 'prefill : les contributions d’avant, ou le classeur de campagne ou de consolidation d’avant, rappelées à côté des questions',
      },
      take: { help: 'receive : prend aussi les nouvelles versions montrées' },
      who: { value: 'NOM', help: 'receive, return : qui le fait, noté dans le suivi' },
      references: {
        value: 'CSV',
        help: 'receive : les références du territoire, pour l’effet sur les indicateurs',
      },
      versions: {
        value: 'DOSSIER',
        help: 'où sont gardées les versions prises ; versions-recues à côté du classeur',
      },
      json: { value: 'SORTIE', help: 'receive : ce qui s’est passé en JSON, - pour la sortie standard' },
      output: { value: 'SORTIE', short: 'o', help: 'le classeur, le dossier ou l’archive .zip à écrire' },
    },
  },
  async run(args) {
    const [name = '', ...files] = args.positionals;
    const action = actions[name];
    const names = Object.keys(actions).join(', ');
    if (!action) throw new CannotRun(`« ${name} » n’est pas une action de campaign : ${names}.`);
    if (files.length < action.files.min) {
      throw new CannotRun(
        `Il manque ${action.files.label}. Usage : impact campaign ${name} ${action.files.label}`,
      );
    }
    if (files.length > action.files.max)
      throw new CannotRun(`« ${files[action.files.max] ?? ''} » est en trop.`);
    return action.run(args, files);
  },
};
