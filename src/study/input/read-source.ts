import type { CellStatus } from '../../consolidation';
import { parseTerritory } from '../../territory';
import type { TableData } from '../../xlsx';
import { type StudyCell, StudyError, type StudyReference, type StudySource } from '../data';
import type { StudyWorkbook } from './table-rows';

/** As both workbooks write them. */
const statuses: Readonly<Record<string, CellStatus>> = {
  calculé: 'computed',
  publié: 'published',
  'masqué (secret)': 'masked',
  'couverture insuffisante': 'insufficient',
  'non disponible': 'unavailable',
  'non consolidé': 'not_consolidated',
};

const tables = { consolidation: 'CONSO_INDICATEURS', publication: 'PUBLIE_INDICATEURS' } as const;

type Kind = keyof typeof tables;

/**
 * Reads a workbook written by `consolidate -o`, `consolidate --publish -o` or `indicators -o`.
 * @throws {StudyError} for any other workbook, and for a line that is not one of theirs
 */
export async function readSource(workbook: StudyWorkbook, file: string): Promise<StudySource> {
  const { custom, title } = workbook.properties;
  const kind = custom['impact_classeur'];
  if (kind !== 'consolidation' && kind !== 'publication') throw notAConsolidation(file);
  const territory = custom['impact_territoire'] ?? '';
  const year = Number(custom['impact_exercice']);
  if (territory === '' || !Number.isInteger(year)) throw notAConsolidation(file);
  if (!workbook.tables.some((one) => one.name.toUpperCase() === tables[kind])) throw notAConsolidation(file);
  const table = await workbook.readTable(tables[kind]);
  return {
    file,
    title: title ?? '',
    internal: kind === 'consolidation',
    territory,
    year,
    catalogueVersion: custom['impact_catalogue'] ?? '',
    cells: cellsOf(table, kind, year, file),
    references: await referencesOf(workbook),
  };
}

/** The figures of reference that the workbook says it was made with; none where it has no such table. */
async function referencesOf(workbook: StudyWorkbook): Promise<StudyReference[]> {
  if (!workbook.tables.some((one) => one.name.toUpperCase() === 'CONSO_REFERENCES')) return [];
  const table = await workbook.readTable('CONSO_REFERENCES');
  const at = (row: number, heading: string): unknown =>
    table.cell(
      row,
      table.columns.findIndex((one) => one.normalize('NFC').trim() === heading),
    );
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  return Array.from({ length: table.rowCount }, (_, row) => row).flatMap((row): StudyReference[] => {
    const value = at(row, 'Valeur');
    const year = at(row, 'Année');
    if (typeof value !== 'number') return [];
    return [
      {
        code: text(at(row, 'Code')).replace(/^ref\./, ''),
        label: text(at(row, 'Référence')),
        territory: /\(([^()]+)\)$/.exec(text(at(row, 'Territoire')))?.[1] ?? text(at(row, 'Territoire')),
        year: typeof year === 'number' ? year : null,
        value,
        unit: text(at(row, 'Unité')),
        source: text(at(row, 'Source')),
      },
    ];
  });
}

function notAConsolidation(file: string): StudyError {
  return new StudyError(
    `« ${file} » n’est pas un classeur de consolidation : donnez celui qu’écrit consolidate -o, sa copie publiable (consolidate --publish -o), ou celui d’un bailleur (indicators -o).`,
  );
}

function cellsOf(table: TableData, kind: Kind, year: number, file: string): StudyCell[] {
  const column = (heading: string): number => {
    const found = table.columns.findIndex((one) => one.normalize('NFC').trim() === heading);
    if (found < 0 && heading !== 'Année' && heading !== 'Part extrapolée')
      throw new StudyError(
        `« ${file} », tableau ${table.name} : la colonne « ${heading} » manque. Refaites la consolidation avec cette version.`,
      );
    return found;
  };
  const at = {
    code: column('Code'),
    territory: column('Code territoire'),
    value: column('Valeur'),
    unit: column('Unité'),
    low: column('Bas'),
    high: column('Haut'),
    respondents: column('Répondants'),
    expected: column('Attendus'),
    coverage: column('Couverture'),
    share: column('Part extrapolée'),
    status: column('État'),
    year: column('Année'),
  };
  const number = (row: number, place: number): number | null => {
    const value = place < 0 ? undefined : table.cell(row, place);
    return typeof value === 'number' ? value : null;
  };
  const text = (row: number, place: number): string => String(table.cell(row, place) ?? '').trim();
  return Array.from({ length: table.rowCount }, (_, row): StudyCell => {
    const status = statuses[text(row, at.status).normalize('NFC')];
    const territory = parseTerritory(text(row, at.territory))?.code;
    if (status === undefined || territory === undefined)
      throw new StudyError(
        `« ${file} », feuille ${table.sheet}, cellule ${table.address(row, status ? at.territory : at.status)} : « ${text(row, status ? at.territory : at.status)} » n’est pas ce qu’écrit une consolidation. Repartez du classeur d’origine.`,
      );
    // What is withheld leaves nothing behind, whatever the file holds.
    const shown = status === 'computed' || status === 'published';
    return {
      code: text(row, at.code),
      territory,
      year: number(row, at.year) ?? year,
      value: shown ? number(row, at.value) : null,
      unit: text(row, at.unit),
      low: shown ? number(row, at.low) : null,
      high: shown ? number(row, at.high) : null,
      respondents: shown ? number(row, at.respondents) : null,
      expected: number(row, at.expected),
      coverage: shown ? number(row, at.coverage) : null,
      extrapolatedShare: shown ? (number(row, at.share) ?? (kind === 'consolidation' ? 0 : null)) : null,
      status,
    };
  });
}
