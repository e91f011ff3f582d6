import type { CellWrite } from '../../../excel';
import type { FactToWrite, FactsPlan } from '../../workbook/facts-plan';
import { planFacts, writesOf } from '../../workbook/facts-plan';
import { inTable } from '../../workbook/keyed-rows';
import { TableCells } from '../../workbook/table-cells';
import type { ActionContext } from '../action';
import { writeOwnFormulas } from './own-formulas';

/** What to do of answers that are already there and differ: chosen once for all. */
export type Policy = 'keep' | 'replace';

export interface WrittenFacts {
  readonly written: number;
  readonly replaced: number;
  readonly kept: number;
}

/** Writes facts in the data table, in their rows or below them; the table is read again first. */
export async function writeFacts(
  facts: readonly FactToWrite[],
  policy: Policy,
  whole: string | undefined,
  { port, engine, work }: ActionContext,
): Promise<WrittenFacts> {
  if (facts.length === 0) return { written: 0, replaced: 0, kept: 0 };
  const table = new TableCells(await port.readTable(engine.tableNames.facts), engine);
  const plan = planFacts(facts, table, engine, whole);
  const { placed, added, blanked } = chosen(plan, policy);
  const writes: CellWrite[] = [
    ...placed.flatMap((one) => writesOf(one, table)),
    ...blanked.flatMap((row) => table.write(row, 'valeur', null, table.at(row, 'valeur')) ?? []),
  ];
  // Values first: Excel leaves alone a column that holds something when a formula is entered in it.
  if (writes.length > 0) await port.writeCells(writes.map(asValue), work);
  const appended = added.length > 0 ? await append(added, table, { port, engine, work }) : [];
  const formulas = [...writes.filter(({ formula }) => formula !== undefined), ...appended];
  await writeOwnFormulas(formulas.map(unchecked), table, 'valeur', { port, engine, work });
  const conflicts = plan.conflicts.length;
  return {
    written: plan.filled.length + plan.added.length,
    replaced: policy === 'replace' ? conflicts : 0,
    kept: policy === 'keep' ? conflicts : 0,
  };
}

function chosen({ filled, added, conflicts }: FactsPlan, policy: Policy) {
  const replacing = policy === 'replace' ? conflicts : [];
  return {
    placed: [...filled, ...replacing.flatMap((one) => one.placed)],
    added: [...added, ...replacing.flatMap((one) => one.added)],
    blanked: replacing.flatMap(({ blanked }) => (blanked === undefined ? [] : [blanked])),
  };
}

const asValue = ({ sheet, address, value, expected }: CellWrite): CellWrite => ({
  sheet,
  address,
  ...(value !== undefined && { value }),
  ...(expected !== undefined && { expected }),
});

/** A formula over the value that was just written: there is nothing left to compare with. */
const unchecked = ({ sheet, address, value, formula }: CellWrite): CellWrite => ({
  sheet,
  address,
  ...(value !== undefined && { value }),
  ...(formula !== undefined && { formula }),
});

/** New rows, with their values; gives the formulas that are to take their place. */
async function append(
  facts: readonly FactToWrite[],
  table: TableCells,
  { port, engine, work }: Pick<ActionContext, 'port' | 'engine' | 'work'>,
): Promise<readonly CellWrite[]> {
  const { content } = table;
  const rows = facts.map(({ code, year, territory, value, source, comment }) => {
    const point = engine.catalogue.dataPoints.get(code);
    return inTable(
      {
        code,
        libelle: point?.label.fr ?? code,
        annee: year,
        territoire: territory,
        valeur: value,
        unite: point?.unit ?? '',
        source,
        commentaire: comment ?? '',
      },
      table,
    );
  });
  const { sheet, sheetRows } = await port.appendRows(content.name, rows, work);
  const column = /^[A-Z]+/u.exec(table.address(0, 'valeur') ?? '')?.[0];
  if (column === undefined) return [];
  return facts.flatMap(({ formula, value }, index): CellWrite[] => {
    const row = sheetRows[index];
    if (formula === undefined || row === undefined) return [];
    return [{ sheet, address: `${column}${row + 1}`, value, formula }];
  });
}
