import {
  type Answer,
  type Contribution,
  type Fact,
  type Family,
  type ListMember,
  rowTables,
  type TableRow,
} from '../../../contribution';
import type { TableData, WorkbookReader } from '../../../xlsx';
import type { PerimeterLine } from '../../model';
import { statusWords } from '../../workbook/words';
import { internalTables } from '../workbook/internal';

/** A cell of an earlier edition that is out. */
export interface EarlierCell {
  readonly code: string;
  readonly territory: string;
  /** As written then, indicators replaced by their formulas; undefined where the workbook does not say. */
  readonly formula: string | undefined;
  readonly extrapolated: boolean;
  /** SIREN of those it rests on; undefined where the workbook does not say. */
  readonly respondents: readonly string[] | undefined;
}

/** An earlier edition as its internal workbook tells it. */
export interface EarlierEdition {
  readonly file: string;
  readonly territory: string;
  readonly year: number;
  /** The landlords’ figures, and nothing else. */
  readonly contributions: readonly Contribution[];
  readonly perimeter?: readonly PerimeterLine[];
  /** Of a consolidation workbook without publication, every cell that has a value. */
  readonly published: readonly EarlierCell[];
}

/** A workbook that is no internal workbook of a consolidation. */
export class NotAnEdition extends Error {
  override readonly name = 'NotAnEdition';
}

type Row = (heading: string) => string | number | undefined;

/**
 * Reads the internal workbook of an earlier edition: who answered, what, and what of it was published. Throws
 * NotAnEdition, with a French message, for any other workbook.
 */
export async function readEdition(workbook: WorkbookReader, file: string): Promise<EarlierEdition> {
  const { custom } = workbook.properties;
  const has = (name: string) => workbook.tables.some((one) => one.name === name);
  if (!has('CONSO_FAITS')) {
    throw new NotAnEdition(
      `« ${file} » n’est pas un classeur interne de consolidation : il n’a pas de table CONSO_FAITS. Donnez le classeur interne écrit lors de l’édition précédente (ou celui de la consolidation), pas la copie publiée.`,
    );
  }
  const rows = async (name: string) => (has(name) ? rowsOf(await workbook.readTable(name)) : []);
  const facts = await rows('CONSO_FAITS');
  const year = Number(custom['impact_exercice'] ?? facts[0]?.('Année'));
  const perimeter = (await rows(internalTables.perimeter)).map(perimeterLine);
  const published = has(internalTables.cells)
    ? (await rows(internalTables.cells)).flatMap(publishedCell)
    : (await rows('CONSO_INDICATEURS')).flatMap(computedCell);
  return {
    file,
    territory: custom['impact_territoire'] ?? '',
    year,
    contributions: contributionsOf(file, year, facts, [
      ...(await rows('CONSO_LOYERS')).map((row) => ['loyers', row] as const),
      ...(await rows('CONSO_TRAVAUX')).map((row) => ['travaux', row] as const),
      ...(await rows('CONSO_LISTES')).map((row) => ['listes', row] as const),
    ]),
    ...(perimeter.length > 0 ? { perimeter } : {}),
    published,
  };
}

function rowsOf(table: TableData): Row[] {
  return Array.from({ length: table.rowCount }, (_, row) => (heading: string) => {
    const value = table.cell(
      row,
      table.columns.findIndex((one) => one === heading || one.startsWith(`${heading} (`)),
    );
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  });
}

const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value));

/** The code of a territory as the indicators name it: `Normandie (REG:28)`, or the code alone. */
const codeOf = (name: string): string => /\(([A-Z]+:[^)]+)\)$/.exec(name)?.[1] ?? name;

function computedCell(row: Row): EarlierCell[] {
  if (row('État') !== statusWords.computed) return [];
  const territory = codeOf(text(row('Territoire')));
  return [
    { code: text(row('Code')), territory, formula: undefined, extrapolated: false, respondents: undefined },
  ];
}

function publishedCell(row: Row): EarlierCell[] {
  if (row('État') !== statusWords.published) return [];
  return [
    {
      code: text(row('Code')),
      territory: text(row('Code territoire')),
      formula: text(row('Formule')) || undefined,
      extrapolated: Number(row('Part extrapolée') ?? 0) !== 0,
      respondents: text(row('Répondants (SIREN)'))
        .split(' ')
        .filter((one) => one !== ''),
    },
  ];
}

function perimeterLine(row: Row): PerimeterLine {
  const [family, group] = [text(row('Famille')), text(row('Groupe'))];
  return {
    siren: text(row('SIREN')),
    name: text(row('Bailleur')),
    territory: text(row('Territoire')),
    dwellings: Number(row('Logements') ?? 0),
    ...(family === '' ? {} : { family: family as Family }),
    ...(group === '' ? {} : { group }),
  };
}

/** The landlords' figures, as contributions that hold nothing else. */
function contributionsOf(
  file: string,
  year: number,
  facts: readonly Row[],
  rows: readonly (readonly [TableRow['table'] | 'listes', Row])[],
): Contribution[] {
  const byLandlord = new Map<
    string,
    { name: string; facts: Fact[]; rows: TableRow[]; members: ListMember[] }
  >();
  const of = (row: Row) => {
    const siren = text(row('SIREN'));
    const found = byLandlord.get(siren) ?? { name: text(row('Bailleur')), facts: [], rows: [], members: [] };
    byLandlord.set(siren, found);
    return found;
  };
  const source = { file, sheet: '', cell: '' };
  for (const row of facts) {
    const territory = text(row('Territoire'));
    const answer = answerOf(row('Valeur'));
    of(row).facts.push({ code: text(row('Code')), year, territory, written: territory, answer, source });
  }
  for (const [table, row] of rows) {
    if (table === 'listes') {
      // Distinct counts are given at the campaign's territory only: the sheet does not say where a member was named.
      const [list, identifier] = [text(row('Liste')), text(row('Identifiant'))];
      of(row).members.push({ list, year, territory: '', identifier, source });
      continue;
    }
    const number = (heading: string) => {
      const value = row(heading);
      return typeof value === 'number' ? value : undefined;
    };
    const values = Object.fromEntries(rowTables[table].numbers.map((one) => [one, number(one)]));
    of(row).rows.push({ table, year, territory: text(row('Territoire')), label: '', values, source });
  }
  return [...byLandlord].map(([siren, one]) => ({
    file: `${file} (${siren})`,
    identity: { siren, name: one.name, year },
    facts: one.facts,
    rows: one.rows,
    members: one.members,
    remarks: [],
    status: 'accepted',
  }));
}

function answerOf(value: string | number | undefined): Answer {
  if (typeof value === 'number') return { kind: 'number', value };
  if (value === 'SO') return { kind: 'not_applicable' };
  return { kind: value === 'ND' ? 'unavailable' : 'refused' };
}
