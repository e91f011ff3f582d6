import type { Catalogue } from '../catalogue';
import { type TableName, tableNames } from './format';
import type { Remark } from './model';
import { type Body, readBody } from './read-body';
import { RemarkList } from './remarks';
import { type Table, TableView } from './table-view';
import { TerritoryReader } from './territory-cells';

/** The tables of answers; the identity is read apart. */
export type AnswerTables = Readonly<Partial<Record<Exclude<TableName, 'IMPACT_IDENTITE'>, Table>>>;

export interface ReadBody extends Body {
  readonly remarks: readonly Remark[];
}

/**
 * Reads answers from tables already in memory (an open workbook) by the rules of the closed ones: blank, `ND`
 * and `SO`, units, former communes. A table that lacks a column is not read: a blocking remark of code
 * `missing_column` says so. Throws what the territory tables throw as long as they are not provided.
 */
export function readAnswers(tables: AnswerTables, file: string, catalogue: Catalogue): ReadBody {
  const remarks = new RemarkList();
  const views: Partial<Record<TableName, TableView>> = {};
  for (const name of [tableNames.facts, tableNames.lists, tableNames.rents, tableNames.works] as const) {
    const table = tables[name];
    const view = table && TableView.open(table, name, file, remarks);
    if (view) views[name] = view;
  }
  const body = readBody(views, { catalogue, remarks, territories: new TerritoryReader() });
  return { ...body, remarks: remarks.list() };
}
