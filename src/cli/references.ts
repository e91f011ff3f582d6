import { basename } from 'node:path';
import { catalogue } from '../catalogue';
import {
  readLocalIndicatorsFile,
  readReferences,
  unknownGrouping,
  type ReferenceFigure,
} from '../consolidation';
import { localIndicatorsOfTable, tableNames, type LocalDefinition, type Remark } from '../contribution';
import {
  importReferences,
  NotReferences,
  referenceTableNames,
  type ImportedReferences,
  type ImportOptions,
} from '../importers';
import { type Zoning, Zonings } from '../territory';
import { openWorkbook, WorkbookRefused } from '../xlsx';
import type { Arguments } from './arguments';
import { CannotRun } from './errors';
import { cannotBeRead } from './remarks';
import { exists, inflate, readText, withFile } from './files';

/** Reads an official file, or a table of the product; CannotRun, in one line, for anything else. */
export async function readReferenceFile(
  path: string,
  options: Pick<ImportOptions, 'year' | 'name'> = {},
): Promise<ImportedReferences> {
  try {
    return await withFile(path, (source) =>
      importReferences(source, path, { catalogue, inflate, ...options }),
    );
  } catch (error) {
    if (error instanceof NotReferences) throw new CannotRun(error.message);
    if ((error as { code?: string }).code === undefined) throw error;
    throw new CannotRun(cannotBeRead(path));
  }
}

/** The zoning tables of `--zonings`, with what was said when they were read. */
export async function zoningsOption(args: Arguments): Promise<{ zonings: Zoning[]; remarks: Remark[] }> {
  const zonings: Zoning[] = [];
  const remarks: Remark[] = [];
  for (const path of args.texts('zonings')) {
    const imported = await readReferenceFile(path, { year: 1 });
    if (imported.zonings.length === 0) {
      throw new CannotRun(
        `${basename(path)} : ${imported.label} ; ce fichier donne des chiffres, pas des zones. Passez-le à import-reference, puis à --references.`,
      );
    }
    for (const zoning of imported.zonings) {
      const twin = zonings.find((one) => one.name === zoning.name);
      if (twin)
        throw new CannotRun(
          `La table de zonage « ${zoning.name} » est donnée deux fois (${twin.source} ; ${zoning.source}) : gardez un seul fichier.`,
        );
      zonings.push(zoning);
    }
    remarks.push(...imported.remarks);
  }
  return { zonings, remarks };
}

/**
 * What `--by` asks: levels and zoning tables. Table names typed behind the first (`--by DEP abc`) were taken for
 * files: they are given back here, unless such a file exists.
 */
export async function groupingsOption(
  args: Arguments,
  levels: readonly string[],
  zonings: readonly Zoning[],
): Promise<{ by: string[]; paths: string[] }> {
  const tables = new Zonings(zonings);
  const asked = args.texts('by').flatMap((one) => one.split(','));
  const paths: string[] = [];
  for (const path of args.positionals) {
    if (asked.length > 0 && tables.named(path) && !(await exists(path))) asked.push(path);
    else paths.push(path);
  }
  const by = asked.map((name) => {
    const level = levels.find((one) => one === name.trim().toUpperCase());
    const grouping = level ?? tables.named(name)?.name;
    if (grouping === undefined) throw new CannotRun(unknownGrouping(name, tables));
    return grouping;
  });
  return { by, paths };
}

/** The figures of `--references`: the campaign's CSV, or an official file as published. */
export async function referencesOption(
  path: string,
): Promise<{ figures: readonly ReferenceFigure[]; remarks: readonly Remark[] }> {
  const workbook = /\.(xlsx|xlsm)$/i.test(path);
  const read = workbook ? undefined : readReferences(await readText(path), path);
  if (read && !read.remarks.some((one) => one.code === 'missing_heading')) return read;
  try {
    const { values, source, remarks } = await readReferenceFile(path);
    return { figures: values.map((one) => ({ source, ...one })), remarks };
  } catch (error) {
    // A campaign's own file that lacks a column is told which one, rather than that it is no official file.
    if (read && error instanceof CannotRun) return read;
    throw error;
  }
}

/** The zones and figures that a workbook holds in tables of the product (IMPACT_ZONAGES, IMPACT_REFERENCES). */
export async function referencesWithin(path: string): Promise<ImportedReferences | undefined> {
  try {
    const holds = await withFile(path, async (source) => {
      const { tables } = await openWorkbook(source, { inflate });
      return tables.some(({ name }) => referenceTableNames.includes(name.toUpperCase()));
    });
    return holds ? await readReferenceFile(path) : undefined;
  } catch (error) {
    // What the workbook is, whoever reads it as a contribution says.
    if (error instanceof WorkbookRefused || (error as { code?: string }).code !== undefined) return undefined;
    throw error;
  }
}

/** The indicators of `--local-indicators`: a CSV, or a workbook with the table `IMPACT_INDICATEURS_LOCAUX`. */
export async function localIndicatorsOption(
  args: Arguments,
): Promise<{ localIndicators: readonly LocalDefinition[]; remarks: readonly Remark[] }> {
  const path = args.text('local-indicators');
  if (path === undefined) return { localIndicators: [], remarks: [] };
  const workbook = /\.(xlsx|xlsm)$/i.test(path);
  const { indicators, remarks } = workbook
    ? await localsOfWorkbook(path)
    : readLocalIndicatorsFile(await readText(path), path, catalogue);
  const [first] = remarks;
  if (indicators.length === 0) {
    throw new CannotRun(
      `${basename(path)} : aucun indicateur local utilisable. ${first?.message ?? 'Attendu : code;libelle;unite;formule, une ligne par indicateur.'}`,
    );
  }
  return { localIndicators: indicators, remarks };
}

async function localsOfWorkbook(path: string) {
  try {
    return await withFile(path, async (source) => {
      const reader = await openWorkbook(source, { inflate });
      const found = reader.tables.find((one) => one.name.toUpperCase() === tableNames.locals);
      if (!found)
        throw new CannotRun(
          `${basename(path)} : le classeur n’a pas de table ${tableNames.locals} ; nommez ainsi la table des indicateurs dans Excel.`,
        );
      return localIndicatorsOfTable(await reader.readTable(found.name), path, catalogue);
    });
  } catch (error) {
    if (error instanceof WorkbookRefused) throw new CannotRun(`${basename(path)} : ${error.message}`);
    throw error;
  }
}
