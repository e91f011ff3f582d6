import { headingKey } from '../contribution';
import { parseTerritory } from '../territory';
import type { CellFill, TableData, TableFill } from '../xlsx';
import { factsOf } from './formula';
import type { Proposal } from './model';

/** What accepted proposals write in a data table that is there already. */
export interface TablePlan {
  readonly fill: TableFill;
  /** Figures written as formulas. */
  readonly written: number;
  /** Answers that were there: they are kept, whether or not they agree. */
  readonly kept: readonly { readonly code: string; readonly label: string; readonly cell: string }[];
}

interface OwnRow {
  readonly row: number;
  readonly place: string;
  readonly free: boolean;
}

const needed = ['code', 'annee', 'territoire', 'valeur'] as const;

/**
 * Where each figure goes in `IMPACT_DONNEES`: in the blank cell of its row, else in a blank row, else in rows below.
 * What is answered is never replaced: figures by commune leave an answered whole alone, and the reverse.
 * Undefined when the table lacks a column it needs.
 * @param rows of its body, blank ones at its end included
 * @param whole the territory that stands for the landlord as a whole beside the blank one
 */
export function planInTable(
  accepted: readonly Proposal[],
  table: TableData,
  rows: number,
  whole: string | undefined,
): TablePlan | undefined {
  const keys = table.columns.map(headingKey);
  const columnOf = (heading: string) => keys.indexOf(headingKey(heading));
  if (needed.some((heading) => columnOf(heading) < 0)) return undefined;
  const textAt = (row: number, heading: string) => String(table.cell(row, columnOf(heading)) ?? '').trim();
  const isFree = (row: number) => table.cell(row, columnOf('valeur')) === undefined;
  const placeOf = (territory: string): string => {
    const code = parseTerritory(territory)?.code ?? territory;
    return code === whole ? '' : code;
  };
  const rowsOf = new Map<string, OwnRow[]>();
  const blankRows: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const code = row < table.rowCount ? textAt(row, 'code') : '';
    if (code === '') {
      if (row >= table.rowCount || table.columns.every((_, at) => table.cell(row, at) === undefined))
        blankRows.push(row);
      continue;
    }
    const key = `${headingKey(code)} ${textAt(row, 'annee')}`;
    const own = { row, place: placeOf(textAt(row, 'territoire')), free: isFree(row) };
    rowsOf.set(key, [...(rowsOf.get(key) ?? []), own]);
  }
  const cells: CellFill[] = [];
  const kept: TablePlan['kept'][number][] = [];
  let [written, next] = [0, rows];
  const put = (row: number, values: Readonly<Record<string, string | number>>, formula?: string) => {
    for (const [heading, value] of Object.entries(values)) {
      const column = columnOf(heading);
      const known = row < table.rowCount ? table.cell(row, column) : undefined;
      if (column < 0 || value === '' || known !== undefined) continue;
      cells.push({ row, column, value, ...(heading === 'valeur' && formula !== undefined && { formula }) });
    }
  };
  for (const proposal of accepted) {
    const { code, label, year, unit, where, why, confidence } = proposal;
    const facts = factsOf(proposal);
    const own = rowsOf.get(`${headingKey(code)} ${year}`) ?? [];
    const byCommune = facts.some(({ territory }) => placeOf(territory) !== '');
    // A whole that is answered and parts that are not would be two answers to one question.
    const rival = own.find(({ place, free }) => !free && (place === '') === byCommune);
    if (rival) {
      kept.push({ code, label, cell: table.address(rival.row, columnOf('valeur')) });
      continue;
    }
    const told = {
      source: where,
      commentaire: `Raccordé à ${Math.round(confidence * 100)} % : ${why.join(' ; ')}`,
    };
    for (const { territory, formula, value } of facts) {
      const same = own.filter(({ place }) => place === placeOf(territory));
      const answered = same.find(({ free }) => !free);
      if (answered) {
        kept.push({ code, label, cell: table.address(answered.row, columnOf('valeur')) });
        continue;
      }
      written += 1;
      const [first] = same;
      if (first) {
        put(first.row, { valeur: value, ...told }, formula);
        continue;
      }
      const row = blankRows.shift() ?? next++;
      put(
        row,
        { code, libelle: label, annee: year, territoire: territory, valeur: value, unite: unit, ...told },
        formula,
      );
    }
  }
  return { fill: { table: table.name, cells, rows: next - rows }, written, kept };
}

/** The year that most answers of a data table are about; undefined when it says none. */
export function yearOfTable(table: TableData): number | undefined {
  const column = table.columns.findIndex((one) => headingKey(one) === headingKey('annee'));
  const counts = new Map<number, number>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const year = Number(table.cell(row, column));
    if (Number.isInteger(year)) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([year, count], [other, others]) => others - count || other - year)[0]?.[0];
}
