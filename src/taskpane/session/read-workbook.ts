import type { Contribution, ContributionTables, Table, TableName } from '../../contribution';
import type { CellContent, TableContent } from '../../excel';
import type { Engine } from '../engine';
import type { ExcelPort } from '../port';
import { fetchUnion } from '../union';
import { kindOf } from './kind';
import type { ReferenceTables } from './reference-tables';
import type { WorkbookReferences, WorkbookView } from './state';

/** Where the remarks on the open workbook say they come from; the pane does not show it. */
const OPEN_WORKBOOK = '';

/** Reads the tables of the format, checks the contribution and computes the indicators of this landlord. */
export async function readWorkbook(
  port: ExcelPort,
  engine: Engine,
  references: ReferenceTables,
): Promise<WorkbookView> {
  const listed = await port.listTables();
  const kind = kindOf(listed.map(({ name }) => name));
  if (kind === 'union') {
    const { readUnion } = await fetchUnion();
    const held = await references.of(listed, port);
    const union = await readUnion(port, listed, engine);
    return { kind, tables: new Map(), union, ...(held && { references: held }) };
  }
  if (kind === 'consolidation') return { kind, tables: new Map() };
  const names = new Map<string, TableName>(
    Object.values(engine.tableNames).map((name) => [name.toUpperCase(), name]),
  );
  const found = listed.flatMap((one) => {
    const name = names.get(one.name.toUpperCase());
    return name === undefined ? [] : [{ name, listed: one }];
  });
  const contents = await Promise.all(
    found.map(
      async ({ name, listed: one }) => [name, await port.readTable(one.name, { listed: one })] as const,
    ),
  );
  return viewOf(new Map(contents), engine, await references.of(listed, port));
}

/** What can be said of tables that were read. */
export function viewOf(
  tables: ReadonlyMap<TableName, TableContent>,
  engine: Engine,
  references?: WorkbookReferences,
): WorkbookView {
  const held = { tables, ...(references && { references }) };
  if (tables.size === 0) return { kind: 'empty', ...held };
  const read: Partial<Record<TableName, Table>> = {};
  for (const [name, content] of tables) read[name] = tableOf(content, engine);
  const contribution = engine.contributionFromTables(read satisfies ContributionTables, OPEN_WORKBOOK, {
    catalogue: engine.catalogue,
    others: [...tables.keys()],
  });
  return { kind: 'landlord', ...held, ...settled(contribution, engine, references) };
}

/**
 * A contribution alone in its campaign: checked against itself as the consolidation will, duplicates settled, and its
 * indicators computed. As it was when it is rejected, or when there is an obstacle.
 */
export function settled(
  contribution: Contribution,
  engine: Engine,
  references?: WorkbookReferences,
): Required<Pick<WorkbookView, 'contribution'>> & Pick<WorkbookView, 'consolidation' | 'obstacle'> {
  if (contribution.status === 'rejected') return { contribution };
  try {
    const { catalogue } = engine;
    const consolidation = engine.consolidate({
      contributions: [contribution],
      catalogue,
      ...(contribution.identity && { year: contribution.identity.year }),
      ...(references && { references: references.figures, zonings: references.zonings }),
    });
    const alone = consolidation.contributions[0] ?? contribution;
    const remarks = [...alone.remarks, ...(references?.remarks ?? [])];
    return { contribution: { ...alone, remarks }, consolidation };
  } catch (error) {
    if (error instanceof engine.CampaignError) return { contribution, obstacle: error.message };
    throw error;
  }
}

function tableOf({ name, sheet, headings, rows, cells }: TableContent, engine: Engine): Table {
  const table = engine.tableOfRange([headings, ...rows.map((row) => row.map(written))], { name, sheet });
  return { ...table, address: (row, column) => cells[row]?.[column] ?? '' };
}

/** Errors as the readers of ranges know them. */
function written(content: CellContent): unknown {
  return typeof content === 'object' && content !== null ? { code: content.error } : content;
}
