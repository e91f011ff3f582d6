import { join } from 'node:path';
import { catalogue } from '../../catalogue';
import { sampleNames, sampleRegion } from '../../sample';
import { CannotRun } from '../errors';
import { write } from '../files';
import { print, progress } from '../output';
import type { Verb } from './index';

/** Writes a sample region below a folder; the number of files. */
export async function writeSample(name: string, folder: string): Promise<number> {
  const { files } = sampleRegion(name, catalogue);
  const line = progress(files.length, 'Écriture');
  for (const { path, content } of files) {
    line.step(path);
    await write(join(folder, path), content);
  }
  line.done();
  return files.length;
}

export const sample: Verb = {
  spec: {
    name: 'sample',
    help: `Une région fictive pour tout essayer : ${sampleNames().join(', ')}.`,
    positionals: { label: 'NOM', min: 1, max: 1 },
    options: { output: { value: 'DOSSIER', short: 'o', required: true, help: 'le dossier où écrire' } },
  },
  async run(args) {
    const [name = ''] = args.positionals;
    if (!sampleNames().includes(name)) {
      throw new CannotRun(`« ${name} » n’est pas une région d’exemple : ${sampleNames().join(', ')}.`);
    }
    const folder = args.text('output') ?? '';
    const count = await writeSample(name, folder);
    print(`${count} fichiers écrits dans ${folder}. Commencez par LISEZMOI.txt.`);
    return 0;
  },
};
