import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importRpls } from '../src/importers';
import { bytesOf } from '../src/cli/byte-chunks';
import { Random } from './support/random';

const LINES = 1_000_000;
const HEADINGS =
  'REG;LIBREG;DEP;LIBDEP;EPCI;LIBEPCI;DROIT;DEPCOM;CODEPOSTAL;LIBCOM;NUMVOIE;INDREP;TYPVOIE;NOMVOIE;NUMAPPT;NUMBOITE;ESC;COULOIR;ETAGE;COMPLIDENT;ENTREE;BAT;IMMEU;COMPLGEO;LIEUDIT;QPV;TYPECONST;NBPIECE;SURFHAB;CONSTRUCT;LOCAT;PATRIMOINE;ORIGINE;FINAN;FINANAUTRE;CONV;NUMCONV;DATCONV;NEWLOGT;CUS;DPEDATE;DPEENERGIE;DPESERRE;SRU_EXPIR;SRU_ALINEA;CODSEGPATRIM;LIBSEGPATRIM';

/** The figures both programs must agree on. */
interface Totals {
  readonly [code: string]: number;
}

export interface RplsMeasure {
  readonly name: string;
  /** CPU time of the whole process, user and system, in seconds. */
  readonly cpu: number;
  /** Bytes, at most; unknown for mawk. */
  readonly memory?: number;
  readonly totals: Totals;
}

/** A million dwellings in the layout of 2018, in the communes of the Calvados, sorted as the real files are. */
function million(): string {
  const path = join(tmpdir(), 'impact-hlm-bench', 'rpls-million.csv');
  if (existsSync(path)) return path;
  mkdirSync(join(tmpdir(), 'impact-hlm-bench'), { recursive: true });
  const random = new Random(2018);
  const communes = ['14118', '14047', '14366', '14327', '14220', '14333', '14762', '14258', '14338', '14341'];
  const file = openSync(`${path}.part`, 'w');
  writeSync(file, `${HEADINGS}\n`);
  for (let start = 0; start < LINES; start += 10_000) {
    const commune = communes[Math.floor((start / LINES) * communes.length)]!;
    const lines = Array.from({ length: 10_000 }, () => dwelling(random, commune));
    writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

function dwelling(random: Random, commune: string): string {
  const built = random.integer(1950, 2017);
  const rating = random.pick(['A', 'B', 'C', 'C', 'D', 'D', 'E', 'F', 'G', '']);
  const rated =
    rating === '' ? '01/1900' : `0${random.integer(1, 9)}/20${random.pick(['08', '09', '12', '17'])}`;
  return `28;Normandie;14;CALVADOS;200065597;CU Caen la Mer;${random.pick(['1', '1', '3'])};${commune};14000;CAEN;${random.integer(1, 99)};;RUE;DES LILAS BLANCS;;;;;${random.integer(0, 9)};;;;;;;${random.pick(['1', '2', '2'])};${random.pick(['C', 'C', 'C', 'I', 'E'])};${random.integer(1, 6)};${random.integer(18, 120)};${built};${built};${built};${random.integer(1, 4)};${random.pick(['13', '12', '52', '10'])};;1;14 3 06 1979 79-297 0012;05/04/1993;;13;${rated};${rating};${rating};2019;2;0005;Agence de Caen`;
}

/** The same columns, by commune, in a handful of lines of awk: what the import has to beat. */
const AWK = `BEGIN { FS = ";" }
NR > 1 {
  c = $8; n[c]++
  if ($27 == "I") i[c]++; else if ($27 == "C" || $27 == "E") k[c]++
  s[c] += $29
  if ($30 >= 1700 && $30 <= 2017) { a[c] += 2017 - $30; ak[c]++ }
  if ($31 == 2017) { if ($33 == 1 || $33 == 4) mn[c]++; else if ($33 == 2 || $33 == 3) ma[c]++ }
  if ($26 == 1) q[c]++
  if ($42 ~ /^[A-G]$/ && $41 != "01/1900") d[c, $42]++; else u[c]++
  f[c, $34]++
}
END {
  for (c in n) { N += n[c]; I += i[c]; K += k[c]; S += s[c]; A += a[c]; M += mn[c]; B += ma[c]; Q += q[c]; U += u[c]; D += d[c, "D"] }
  printf "{\\"nb_lls\\":%d,\\"nb_individuel\\":%d,\\"nb_collectif\\":%d,\\"surface_totale\\":%d,\\"somme_ages\\":%d,\\"mes_neuf\\":%d,\\"mes_acq\\":%d,\\"log_qpv\\":%d,\\"dpe_inconnu\\":%d,\\"dpe_d\\":%d}", N, I, K, S, A, M, B, Q, U, D
}`;

/** The whole import of a file, to be run in a process of its own; prints what it took as JSON. */
export async function importOnce(path: string): Promise<void> {
  const { totals } = await importRpls(() => bytesOf(path));
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const measured = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS * 1024, totals };
  process.stdout.write(JSON.stringify(measured));
}

/** Best of `rounds` for each program, one after the other, so that what else the machine does weighs on both. */
export function benchRpls(bench: string, rounds = 3): readonly RplsMeasure[] {
  const path = million();
  const best: (RplsMeasure | undefined)[] = [];
  for (let round = 0; round < rounds; round += 1) {
    [ours(bench, path), mawk(path)].forEach((measured, at) => {
      const sofar = best[at];
      if (measured && (!sofar || measured.cpu < sofar.cpu)) best[at] = measured;
    });
  }
  const [first, other] = best;
  for (const [code, value] of Object.entries(other?.totals ?? {})) {
    if (first?.totals[code] !== value)
      throw new Error(`${code}: ${first?.totals[code]} here, ${value} by mawk`);
  }
  return best.filter((one) => one !== undefined);
}

function ours(bench: string, path: string): RplsMeasure {
  const { stdout } = spawnSync(process.execPath, [bench, 'rpls-once', path], { encoding: 'utf8' });
  return { name: 'import RPLS, 1 000 000 de lignes', ...(JSON.parse(stdout) as Omit<RplsMeasure, 'name'>) };
}

/** bash tells the time a command took; nothing where there is no mawk. */
function mawk(path: string): RplsMeasure | undefined {
  const script = 'TIMEFORMAT="%U %S"; time mawk "$0" "$1"';
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script, AWK, path], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0) return undefined;
  const [user = NaN, system = NaN] = stderr.trim().split(/\s+/).slice(-2).map(Number);
  return {
    name: 'mawk, mêmes colonnes par commune',
    cpu: user + system,
    totals: JSON.parse(stdout) as Totals,
  };
}
