import type { IdentityField } from '../../contribution';
import type { CellContent, RowByHeading, Writable } from '../../excel';
import { TableCells, textOf } from '../workbook/table-cells';
import { ActionProblem, type Action, type ActionContext } from './action';
import { messages } from './messages';

/** A field to write, with what the person saw there before changing it. */
export interface FieldChange {
  readonly field: IdentityField;
  readonly value: Writable;
  readonly seen: CellContent;
}

/** Writes fields of the identity in their table; a field that has no row yet gets one. */
export const saveIdentity: Action<readonly FieldChange[], void> = {
  id: 'enregistrer-identite',
  doing: { fr: 'Enregistrement de l’identité', en: 'Saving the identity' },
  changes: true,
  perform: (changes, context) => writeFields(changes, context),
  told: () => messages.identitySaved,
};

/** Writes identity fields, all of them or none when one has been changed by someone else meanwhile. */
export async function writeFields(
  changes: readonly FieldChange[],
  { port, engine }: Pick<ActionContext, 'port' | 'engine'>,
): Promise<void> {
  const content = await port.readTable(engine.tableNames.identity);
  const table = new TableCells(content, engine);
  const placed = changes.map((change) => ({ change, row: table.rowOfField(change.field) }));
  const stale = placed.find(
    ({ change, row }) => row !== undefined && textOf(table.at(row, 'valeur')) !== textOf(change.seen),
  );
  if (stale) throw changedMeanwhile(stale.change.field, textOf(table.at(stale.row ?? 0, 'valeur')));
  const writes = placed.flatMap(({ change, row }) => {
    const write =
      row === undefined ? undefined : table.write(row, 'valeur', change.value, table.at(row, 'valeur'));
    return write ? [write] : [];
  });
  const [field, value] = [table.written('champ') ?? 'champ', table.written('valeur') ?? 'valeur'];
  const added = placed
    .filter(({ row }) => row === undefined)
    .map(({ change }): RowByHeading => ({ [field]: change.field, [value]: change.value }));
  if (writes.length > 0) await port.writeCells(writes);
  if (added.length > 0) await port.appendRows(content.name, added);
}

function changedMeanwhile(field: string, now: string): ActionProblem {
  return new ActionProblem(
    {
      fr: `Le champ « ${field} » a été modifié entre-temps dans le classeur : il contient « ${now} ».`,
      en: `The field “${field}” was changed in the workbook meanwhile: it holds “${now}”.`,
    },
    {
      fr: 'Rien n’a été écrit. Vérifiez la valeur affichée, puis recommencez.',
      en: 'Nothing was written. Check the value shown, then try again.',
    },
  );
}
