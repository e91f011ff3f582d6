import type { TableSummary } from '../../excel';
import type { ExcelPort } from '../port';
import { referenceTables } from '../workbook/reference-tables';
import type { WorkbookReferences } from './state';

const isReference = ({ name }: TableSummary): boolean =>
  (Object.values(referenceTables) as readonly string[]).includes(name.toUpperCase());

/**
 * The reference tables of the open workbook (zones, figures of territories). They may hold 35,000 communes: they are
 * read again only when one of them moved, grew, or its sheet changed.
 */
export class ReferenceTables {
  #read:
    | { readonly key: string; readonly sheets: readonly string[]; readonly found: WorkbookReferences }
    | undefined;

  async of(tables: readonly TableSummary[], port: ExcelPort): Promise<WorkbookReferences | undefined> {
    const ours = tables.filter(isReference);
    const key = JSON.stringify(ours.map(({ name, sheet, address }) => [name, sheet, address]));
    if (ours.length === 0) {
      this.#read = undefined;
      return undefined;
    }
    if (this.#read?.key === key) return this.#read.found;
    const [{ referencesOf }, contents] = await Promise.all([
      // The readers of official files, that a workbook without such tables never needs.
      import(/* webpackChunkName: "own-references" */ './own-references'),
      Promise.all(ours.map(({ name }) => port.readTable(name))),
    ]);
    const found = referencesOf(contents);
    this.#read = { key, sheets: ours.map(({ sheet }) => sheet), found };
    return found;
  }

  /** A sheet has changed; true when what was read of it has to be read again. */
  changed(sheet: string): boolean {
    if (!this.#read?.sheets.includes(sheet)) return false;
    this.#read = undefined;
    return true;
  }
}
