import { isBlank, textIn } from '../arguments/cell';
import { wordKey } from '../arguments/call';
import { ContentMemo } from '../arguments/content';
import { eachCell } from '../arguments/each';
import type { Grid } from '../arguments/grid';
import { unknown, wrong } from '../failure';
import type { FunctionSpec, ResultCell } from '../model';
import { bareCode, communeOf } from './commune-code';

export const ZONE: FunctionSpec = {
  id: 'ZONE',
  family: 'territory',
  description: {
    fr: 'Donne la zone d’une commune dans une table importée : ABC, ACV, PVD, densité…',
    en: 'Gives the zone of a municipality in an imported table: ABC, ACV, PVD, density…',
  },
  parameters: [
    {
      name: 'communes',
      description: {
        fr: 'Codes Insee des communes ; une cellule ou une colonne',
        en: 'INSEE codes of the municipalities; a cell or a column',
      },
      kind: 'range',
    },
    {
      name: 'table',
      description: {
        fr: 'Table du zonage avec ses titres : codes Insee dans la première colonne, ou IMPACT_ZONAGES[#Tout]',
        en: 'Zoning table with its headings: INSEE codes in the first column, or IMPACT_ZONAGES[#All]',
      },
      kind: 'range',
    },
    {
      name: 'colonne',
      description: {
        fr: 'Numéro ou titre de la colonne voulue, sinon 2 ; nom du zonage dans IMPACT_ZONAGES : abc',
        en: 'Number or heading of the column wanted, else 2; name of the zoning in IMPACT_ZONAGES: abc',
      },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'range',
  help: {
    fr: 'Une commune absente de la table est cherchée sous son code d’aujourd’hui, puis donne #N/A. Deux lignes qui se contredisent pour une commune donnent #N/A : la table est à corriger.',
    en: "A municipality missing from the table is looked for under today's code, then gives #N/A. Two rows that contradict each other for one municipality give #N/A: the table is to be corrected.",
  },
  references: [],
  examples: [
    {
      given: [
        [['14118'], ['75056']],
        [
          ['CODGEO', 'Zone'],
          ['14118', 'B1'],
          ['75056', 'A bis'],
        ],
        'zone',
      ],
      expected: [['B1'], ['A bis']],
      reason: 'lecture de la table donnée',
    },
    { given: [1004, [[1004, 'B2']]], expected: 'B2', reason: '1004 est le code 01004 sans son zéro' },
    {
      given: [
        [['14118'], ['14047']],
        [
          ['table', 'territoire', 'valeur'],
          ['abc', 'COM:14118', 'B1'],
          ['pvd', 'COM:14047', 'PVD'],
          ['abc', 'COM:14047', 'B2'],
        ],
        'abc',
      ],
      expected: [['B1'], ['B2']],
      reason: 'lecture du zonage abc dans la table des zonages importés',
    },
  ],
  run(call) {
    const table = call.grid('table');
    const asked = call.cell('colonne');
    const imported = importedColumns(table);
    const zones = imported ? zonesNamed(table, imported, asked) : zonesOf(table, columnOf(table, asked));
    return eachCell(call.grid('communes'), [], (cell) => {
      const written = bareCode(cell).replace(/^COM:/, '');
      const found = zones.get(written) ?? zones.get(communeOf(written)?.slice('COM:'.length) ?? '');
      if (found === undefined) throw notThere(written);
      if (found === contradicted) throw contradiction(written);
      return found;
    });
  },
};

/** Where the table of imported zonings has its columns. */
interface ImportedColumns {
  readonly table: number;
  readonly place: number;
  readonly value: number;
}

/** The columns of IMPACT_ZONAGES, told by its headings; undefined for a table with a commune a row. */
function importedColumns(table: Grid): ImportedColumns | undefined {
  const headings = (table.values[0] ?? []).map((one) => wordKey(textIn(one)));
  const [at, place, value] = ['table', 'territoire', 'valeur'].map((one) => headings.indexOf(one));
  if (at === undefined || place === undefined || value === undefined) return undefined;
  return at < 0 || place < 0 || value < 0 ? undefined : { table: at, place, value };
}

const importedMemo = new ContentMemo<Map<string, ReadonlyMap<string, Zone>>>(2);

/** The zone of every commune in one of the zonings imported together; which one is never guessed among several. */
function zonesNamed(table: Grid, columns: ImportedColumns, asked: unknown): ReadonlyMap<string, Zone> {
  const all = importedMemo.get([table], () => importedZones(table, columns));
  const names = [...all.keys()];
  const wanted = wordKey(textIn(asked)) || (names.length === 1 ? (names[0] ?? '') : '');
  const zones = all.get(wanted);
  if (zones) return zones;
  throw wrong(
    `« colonne » : dites quel zonage lire dans la table, ${names.join(', ')}.`,
    `"colonne": say which zoning to read in the table, ${names.join(', ')}.`,
  );
}

function importedZones(table: Grid, columns: ImportedColumns): Map<string, Map<string, Zone>> {
  const all = new Map<string, Map<string, Zone>>();
  for (let row = 1; row < table.usedRows; row++) {
    const name = wordKey(textIn(table.at(row, columns.table)));
    const code = bareCode(table.at(row, columns.place)).replace(/^COM:/, '');
    const zone = textIn(table.at(row, columns.value));
    if (name === '' || code === '' || zone === '') continue;
    const zones = all.get(name) ?? new Map<string, Zone>();
    all.set(name, zones);
    const known = zones.get(code);
    zones.set(code, known === undefined || known === zone ? zone : contradicted);
  }
  return all;
}

/** Stands for a commune that two rows of a table put in different zones. */
const contradicted = Symbol('contradicted');
type Zone = Exclude<ResultCell, Error> | typeof contradicted;

const memo = new ContentMemo<Map<number, ReadonlyMap<string, Zone>>>(3);

/** The zone of every commune in a column: a table of 35,000 communes is gone through once. */
function zonesOf(table: Grid, column: number): ReadonlyMap<string, Zone> {
  const columns = memo.get([table], () => new Map());
  const zones = columns.get(column) ?? zonesIn(table, column);
  columns.set(column, zones);
  return zones;
}

function zonesIn(table: Grid, column: number): Map<string, Zone> {
  const zones = new Map<string, Zone>();
  for (let row = 0; row < table.usedRows; row++) {
    const code = bareCode(table.at(row, 0)).replace(/^COM:/, '');
    const value = table.at(row, column);
    if (code === '' || isBlank(value) || table.errorAt(row, column)) continue;
    const zone: Zone = typeof value === 'number' || typeof value === 'boolean' ? value : textIn(value);
    const known = zones.get(code);
    zones.set(code, known === undefined || known === zone ? zone : contradicted);
  }
  return zones;
}

/** The zero-based column asked: by number from 1, by heading, else the second. */
function columnOf(table: Grid, asked: unknown): number {
  const { columnCount } = table;
  if (columnCount < 2)
    throw wrong(
      '« table » doit avoir au moins deux colonnes : le code Insee, puis la zone.',
      '"table" must have two columns at least: the INSEE code, then the zone.',
    );
  if (asked === undefined || asked === 0) return 1;
  if (typeof asked === 'number' && Number.isInteger(asked) && asked >= 2 && asked <= columnCount)
    return asked - 1;
  const headings = (table.values[0] ?? []).map((one) => wordKey(textIn(one)));
  const found = typeof asked === 'number' ? -1 : headings.indexOf(wordKey(textIn(asked)), 1);
  if (found > 0) return found;
  throw wrong(
    `« colonne » : « ${textIn(asked)} » n’est pas dans la table. Donnez un numéro de 2 à ${columnCount}, ou un titre de sa première ligne.`,
    `"colonne": "${textIn(asked)}" is not in the table. Give a number from 2 to ${columnCount}, or a heading of its first row.`,
  );
}

function notThere(code: string): Error {
  return unknown(
    `La commune ${code} n’est pas dans la table du zonage : vérifiez le code, ou complétez la table.`,
    `The municipality ${code} is not in the zoning table: check the code, or complete the table.`,
  );
}

function contradiction(code: string): Error {
  return unknown(
    `La table donne deux zones différentes à la commune ${code} : gardez une seule ligne.`,
    `The table gives two different zones to the municipality ${code}: keep one row.`,
  );
}
