import type { TableName } from '../../../contribution';
import type { Engine } from '../../engine';
import type { WorkbookView } from '../../session';

interface MissingTables {
  /** Without these there is no contribution. */
  readonly missing: readonly TableName[];
  /** What the questionnaire asks row by row, and a contribution may do without. */
  readonly optional: readonly TableName[];
}

/**
 * The tables of the format that a workbook does not have. A landlord's own indicators are not among them: most have
 * none to define.
 */
export function missingTables({ tables }: WorkbookView, { tableNames }: Engine): MissingTables {
  const { identity, facts, lists, rents, works } = tableNames;
  const absent = (names: readonly TableName[]) => names.filter((name) => !tables.has(name));
  return { missing: absent([identity, facts]), optional: absent([lists, rents, works]) };
}
