import type { SheetModel, WorkbookModel } from '../model';
import { parseReference } from './address';
import type { Found } from './survey';
import { UnwritableWorkbook } from './unwritable';

const MAX_URL = 2079;

/** True for what leaves the workbook. */
export function leavesWorkbook(to: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(to);
}

/** A link must lead somewhere: to a cell of a sheet that exists, or to a web address. */
export function checkLink(model: WorkbookModel, sheet: SheetModel, { address, cell }: Found): void {
  const to = cell.link?.to ?? '';
  const refuse = (reason: string): never => {
    throw new UnwritableWorkbook(`Feuille « ${sheet.name} », cellule ${address} : ${reason}.`);
  };
  if (leavesWorkbook(to)) {
    if (to.length > MAX_URL) refuse(`l’adresse du lien dépasse ${MAX_URL} caractères`);
    return;
  }
  const target = parseReference(to)?.sheet;
  const names = [...model.sheets.map(({ name }) => name), ...(model.otherSheets ?? [])];
  if (target === undefined || !names.includes(target)) {
    refuse(`le lien « ${to} » ne mène ni à une cellule de ce classeur ni à une adresse https`);
  }
}
