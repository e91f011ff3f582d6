import { basename } from 'node:path';
import { showNumber, tableNames } from '../contribution';
import { factsOf, formulaOf, type Mapping, type Proposal, type SheetView, viewOfSheet } from '../mapping';
import { openWorkbook, WorkbookRefused, type TableData, type TableInfo } from '../xlsx';
import { CannotRun } from './errors';
import { cannotBeRead } from './remarks';
import { inflate, withFile } from './files';
import { cut, textTable } from './table';

const ours = /^(?:IMPACT|AIDE)_/iu;

/**
 * The visible sheets of a workbook but those of the questionnaire, the names of all its sheets and tables, and its
 * data table if it has one; CannotRun when it is none.
 */
export async function readViews(path: string): Promise<{
  readonly views: readonly SheetView[];
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  readonly facts?: { readonly table: TableData; readonly rows: number };
}> {
  try {
    return await withFile(path, async (source) => {
      const workbook = await openWorkbook(source, { inflate, name: basename(path) });
      const views: SheetView[] = [];
      const facts = workbook.tables.find(({ name }) => name.toUpperCase() === tableNames.facts);
      const isOurs = (sheet: string) =>
        (facts !== undefined && sheet === 'Lisez-moi') ||
        workbook.tables.some((one) => one.sheet === sheet && ours.test(one.name));
      for (const { name, visible } of workbook.sheets) {
        if (visible && !isOurs(name))
          views.push(viewOfSheet(await workbook.readSheet(name), workbook.tables));
      }
      return {
        views,
        sheets: workbook.sheets.map(({ name }) => name),
        tables: workbook.tables.map(({ name }) => name),
        ...(facts && { facts: { table: await workbook.readTable(facts.name), rows: bodyRows(facts) } }),
      };
    });
  } catch (error) {
    if (error instanceof WorkbookRefused) throw new CannotRun(`${path} : ${error.message}`);
    if ((error as { code?: string }).code !== undefined) {
      throw new CannotRun(cannotBeRead(path));
    }
    throw error;
  }
}

const bodyRows = ({ block, headerRows, totalsRows }: TableInfo): number =>
  block.lastRow - block.firstRow + 1 - headerRows - totalsRows;

/** A table that a person reads in a terminal: each data point, where it would come from, how surely, and why. */
export function mappingTable({ proposals }: Mapping, accepted: ReadonlySet<Proposal>): string {
  const rows = proposals.map((one) => [
    accepted.has(one) ? '✓' : '',
    one.code,
    cut(one.label, 40),
    cut(one.where, 44),
    showNumber(one.value),
    cut(one.unit, 12),
    `${Math.round(one.confidence * 100)} %`,
    one.facts.length > 0 ? `${one.why.join(' ; ')} ; ${one.facts.length} commune(s)` : one.why.join(' ; '),
  ]);
  return textTable(['', 'Donnée', 'Libellé', 'Où', 'Valeur', 'Unité', 'Confiance', 'Pourquoi'], rows, [4, 6]);
}

/** The same for other software. */
export function mappingJson({ proposals, remarks }: Mapping, accepted: ReadonlySet<Proposal>): unknown {
  return {
    proposals: proposals.map((one) => ({
      code: one.code,
      label: one.label,
      unit: one.unit,
      year: one.year,
      value: one.value,
      confidence: one.confidence,
      accepted: accepted.has(one),
      sheet: one.recipe.sheet,
      where: one.where,
      formula: formulaOf(one),
      why: one.why,
      facts:
        one.facts.length === 0
          ? []
          : factsOf(one).map(({ formula, ...fact }) => ({ ...fact, formula: `=${formula}` })),
      recipe: one.recipe,
    })),
    remarks,
  };
}
