import { join, relative } from 'node:path';
import { buildConsolidationWorkbook, readPerimeter, readReferences } from '../../consolidation';
import { readContributions } from '../contributions';
import { readText, write } from '../files';
import { print } from '../output';
import { summary } from '../summary';
import { runConsolidation } from './consolidate';
import { writeSample } from './sample';
import type { Verb } from './index';

const REGION = 'normandie';

export const start: Verb = {
  spec: {
    name: 'start',
    help: 'Essayer : écrit la région d’exemple, la consolide et montre le résultat.',
    options: { once: { help: 'finit après le tableau régional' } },
  },
  async run() {
    const folder = join(process.cwd(), 'sortie', REGION);
    const shown = relative(process.cwd(), folder);
    await writeSample(REGION, folder);
    const contributions = await readContributions([join(folder, 'contributions')]);
    const perimeterFile = join(folder, 'perimetre.csv');
    const referencesFile = join(folder, 'references.csv');
    const result = runConsolidation({
      contributions,
      perimeter: readPerimeter(await readText(perimeterFile), perimeterFile).lines,
      references: readReferences(await readText(referencesFile), referencesFile).figures,
      by: ['DEP'],
    });
    const workbook = join(folder, 'consolidation.xlsx');
    await write(workbook, buildConsolidationWorkbook(result));
    print(summary(result));
    print(`\nLes 52 bailleurs de l’exemple sont fictifs : ${join(shown, 'contributions')}`);
    print(
      `Le classeur de consolidation, à ouvrir dans Excel ou LibreOffice : ${join(shown, 'consolidation.xlsx')}`,
    );
    return 0;
  },
};
