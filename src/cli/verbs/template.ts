import { catalogue } from '../../catalogue';
import { buildTemplate, isValidSiren, parseFamily } from '../../contribution';
import { parseTerritory } from '../../territory';
import { CannotRun } from '../errors';
import { write } from '../files';
import { print } from '../output';
import type { Verb } from './index';

export const template: Verb = {
  spec: {
    name: 'template',
    help: 'Un classeur de contribution vide : toutes les données, leur aide, les listes et les contrôles.',
    options: {
      siren: { value: 'SIREN', required: true, help: 'les neuf chiffres du bailleur' },
      name: { value: 'NOM', required: true, help: 'sa raison sociale' },
      year: { value: 'ANNÉE', required: true, help: 'l’exercice' },
      family: { value: 'FAMILLE', help: 'OPH, ESH, COOP, SEM, SC ou AUTRE' },
      territory: { value: 'TERRITOIRE', help: 'par exemple REG:28 ; à défaut celui de la campagne' },
      output: { value: 'FICHIER.xlsx', short: 'o', required: true, help: 'le classeur à écrire' },
    },
  },
  async run(args) {
    const siren = (args.text('siren') ?? '').replace(/\s/g, '');
    if (!isValidSiren(siren)) {
      throw new CannotRun(
        `« ${siren} » n’est pas un SIREN valide (neuf chiffres et clé de contrôle) : vérifiez la saisie.`,
      );
    }
    const family = args.text('family');
    const knownFamily = family === undefined ? undefined : parseFamily(family);
    if (family !== undefined && !knownFamily) {
      throw new CannotRun(`« ${family} » n’est pas une famille : OPH, ESH, COOP, SEM, SC ou AUTRE.`);
    }
    const territory = args.text('territory');
    const place = territory === undefined ? undefined : parseTerritory(territory);
    if (territory !== undefined && !place) {
      throw new CannotRun(
        `« ${territory} » n’est pas un territoire connu : écrivez par exemple REG:28, DEP:14 ou COM:14118.`,
      );
    }
    const output = args.text('output') ?? '';
    const identity = {
      siren,
      name: args.text('name') ?? '',
      year: args.year('year') ?? 0,
      ...(knownFamily ? { family: knownFamily } : {}),
      ...(place ? { territory: place.code } : {}),
    };
    await write(output, buildTemplate(identity, catalogue));
    print(`Classeur de contribution écrit : ${output}`);
    return 0;
  },
};
