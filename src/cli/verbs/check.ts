import { catalogue } from '../../catalogue';
import type { Contribution } from '../../contribution';
import { settleContribution } from '../../contribution';
import { campaignTerritory, contributionsToJson } from '../../consolidation';
import { exitCode, readContributions } from '../contributions';
import { print, writeJson } from '../output';
import { remarkLine } from '../remarks';
import type { Verb } from './index';

/** Each contribution on its own: settled at the territory it would take by itself. */
function settle(contribution: Contribution): Contribution {
  return settleContribution(
    contribution,
    campaignTerritory({ contributions: [contribution] }) ?? 'FR',
    catalogue,
  );
}

export const check: Verb = {
  spec: {
    name: 'check',
    help: 'Lit et contrôle des contributions ; une remarque par ligne : niveau, fichier, feuille, cellule, message.',
    positionals: { label: 'FICHIER…', min: 1, max: Infinity },
    options: { json: { value: 'SORTIE', help: 'les remarques en JSON, - pour la sortie standard' } },
  },
  async run(args) {
    const contributions = (await readContributions(args.positionals)).map(settle);
    const json = args.text('json');
    if (json !== undefined) writeJson(json, { contributions: contributionsToJson(contributions) });
    if (json !== '-') {
      const lines = contributions.flatMap((one) => one.remarks.map((remark) => remarkLine(remark)));
      const rejected = contributions.filter((one) => one.status === 'rejected').length;
      const state = rejected > 0 ? `, ${rejected} rejeté(s)` : '';
      print(
        [...lines, `${contributions.length} fichier(s) lu(s)${state}, ${lines.length} remarque(s).`].join(
          '\n',
        ),
      );
    }
    return exitCode(contributions);
  },
};
