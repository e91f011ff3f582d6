import type { RowContent } from '../../../excel';
import { editsSheet, editsTable, type StudyEdit } from '../../../study';
import type { ExcelPort } from '../../port';
import { ActionProblem, type Action, type ActionContext } from '../action';
import { textOf } from '../union/received-rows';
import { messages } from './messages';

/** A text of a study, and what a person writes in its place. */
export interface TextToRewrite {
  readonly template: string;
  readonly id: string;
  /** What is computed for it now. */
  readonly computed: string;
  readonly written: string;
  readonly by: string;
  /** The edit that the person had before them: its row is changed, unless someone else changed it meanwhile. */
  readonly over?: StudyEdit;
}

const columns = ['modele', 'repere', 'texte_calcule', 'texte_modifie'];

/** Keeps what a person wrote in the visible table of the workbook, with what it was written over. */
export const rewriteText: Action<TextToRewrite, TextToRewrite> = {
  id: 'reecrire-texte',
  doing: { fr: 'Écriture du texte dans le classeur', en: 'Writing the text in the workbook' },
  changes: true,
  perform: write,
  told: () => messages.written,
};

/** Keeps a text though what is computed has changed: from now on it stands over what is computed now. */
export const keepText: Action<TextToRewrite, TextToRewrite> = {
  ...rewriteText,
  id: 'garder-texte',
  told: () => messages.kept,
};

/** Goes back to what is computed: the row of the edit is taken away. */
export const restoreText: Action<StudyEdit, StudyEdit> = {
  id: 'reprendre-texte-calcule',
  doing: { fr: 'Retour au texte calculé', en: 'Going back to the computed text' },
  changes: true,
  async perform(edit, { port, work }) {
    await port.removeRows(editsTable.table, columns, (row) => isOf(row, edit.template, [edit.id]), work);
    return edit;
  },
  told: () => messages.restored,
};

async function write(text: TextToRewrite, { port, now, work }: ActionContext): Promise<TextToRewrite> {
  const { template, id, computed, written, by, over } = text;
  if (!(await hasTable(port))) await port.insertSheets([editsSheet()], work);
  const row = {
    ...{
      modele: template,
      repere: id,
      texte_calcule: computed,
      texte_modifie: written.trim(),
      par: by.trim(),
    },
    le: dayOf(now()),
  };
  const ids = over === undefined ? [id] : [id, over.id];
  let changed = 0;
  await port.updateRows(editsTable.table, columns, (found) => {
    if (!isOf(found, template, ids)) return undefined;
    const seen = over?.written ?? '';
    const there = textOf(found['texte_modifie']).trim();
    if (there !== '' && there !== seen)
      throw new ActionProblem(messages.changedMeanwhile, messages.changedRemedy);
    changed += 1;
    return row;
  });
  if (changed === 0) await port.appendRows(editsTable.table, [row], work);
  return text;
}

async function hasTable(port: ExcelPort): Promise<boolean> {
  return (await port.listTables()).some(({ name }) => name.toUpperCase() === editsTable.table);
}

function isOf(row: RowContent, template: string, ids: readonly string[]): boolean {
  return textOf(row['modele']).trim() === template && ids.includes(textOf(row['repere']).trim());
}

/** `2026-02-15`: read the same in every language. */
function dayOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
