import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../src/cli/territories';
import { benchConsolidation } from './consolidation.bench';
import { benchFormula } from './formula.bench';
import { benchFunctions } from './functions.bench';
import { benchPublication } from './publication.bench';
import { benchRpls, importOnce } from './rpls.bench';
import { benchReading, memoryOfReading } from './xlsx-reading.bench';

/** Everything is measured in one run and given as ratios: the machine's own speed cancels out. */
const parts: Readonly<Record<string, () => Promise<void> | void>> = {
  formula() {
    console.log('\nÉvaluation (objectif : 2 000 ns un indicateur)');
    for (const { name, nanoseconds } of benchFormula()) row(name, `${nanoseconds.toFixed(0)} ns`);
  },
  consolidation() {
    console.log('\nConsolidation en mémoire');
    for (const { name, nanoseconds, heapUsed } of benchConsolidation()) {
      row(name, `${(nanoseconds / 1e6).toFixed(0)} ms, ${(heapUsed / 1e6).toFixed(0)} Mo`);
    }
  },
  publication() {
    console.log('\nPublication de 52 bailleurs, tout le catalogue, 6 territoires (objectif : 5 s)');
    for (const { name, cells, withheld, milliseconds, consolidation } of benchPublication()) {
      const times = (milliseconds / consolidation).toFixed(1);
      row(
        name,
        `${cells} cellules, ${(milliseconds / 1000).toFixed(1)} s de calcul, ${times} × la consolidation`,
      );
      const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
      const { insufficient, primary, secondary } = withheld;
      row(
        '  sans assez de réponses ; masquées ; masquées pour protéger',
        `${percent(insufficient)} ; ${percent(primary)} ; ${percent(secondary)}`,
      );
    }
  },
  async lecture() {
    console.log('\nLecture de 52 classeurs mêlés');
    for (const { name, value } of await benchReading()) row(name, value);
  },
  async memoire() {
    console.log('\nMémoire');
    const bytes = await memoryOfReading(join(tmpdir(), 'impact-hlm-bench'), 600);
    row('tableaux de 600 classeurs, puis toutes les feuilles de 52', `${Math.round(bytes / 1e6)} Mo au plus`);
  },
  rpls() {
    console.log('\nImport RPLS (objectif : pas plus de calcul que mawk, moins de 300 Mo)');
    for (const { name, cpu, memory } of benchRpls(__filename)) {
      const most = memory === undefined ? '' : `, ${Math.round(memory / 1e6)} Mo au plus`;
      row(name, `${cpu.toFixed(2)} s de calcul${most}`);
    }
  },
  fonctions() {
    console.log('\nFonctions IMPACT.… (objectif : 20 µs un appel, transport non compris)');
    for (const { name, nanoseconds } of benchFunctions()) row(name, `${(nanoseconds / 1000).toFixed(1)} µs`);
  },
};

function row(name: string, value: string): void {
  console.log(`  ${name.padEnd(64)} ${value}`);
}

/** Each part in a process of its own: what one leaves in memory, or teaches the compiler, must not help another. */
async function run([asked, file]: readonly string[]): Promise<void> {
  if (asked === 'rpls-once') return importOnce(file ?? '');
  if (asked !== undefined) return parts[asked]?.();
  for (const name of Object.keys(parts)) {
    const { status } = spawnSync(process.execPath, [__filename, name], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}

void run(process.argv.slice(2));
