import type { WorkbookModel } from '../model';
import { UnwritableWorkbook } from './unwritable';

const MAX_SHEET_NAME = 31;
const MAX_NAME = 255;
// Excel keeps these for itself (its change log).
const RESERVED_SHEETS = ['history', 'historique'];

/**
 * A name that Excel takes for a sheet, made from any text: `:\/?*[]` become hyphens, outer apostrophes
 * go, 31 UTF-16 units at most; different, whatever the case, from those `taken`.
 */
export function sheetNameFrom(text: string, taken: readonly string[] = []): string {
  const clean = text
    .replace(/[\u0000-\u001f\ufffe\uffff]+/g, ' ')
    .replace(/[:\\/?*[\]]/g, '-')
    .trim()
    .replace(/^'+|'+$/g, '');
  const base =
    clean === '' || RESERVED_SHEETS.includes(clean.toLowerCase()) ? `Feuille ${clean}`.trim() : clean;
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const name = cutUnits(base, MAX_SHEET_NAME - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** Cut without a mark, never through a surrogate pair, no space or apostrophe left at the end. */
function cutUnits(text: string, max: number): string {
  return text
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s']+$/, '');
}

/** Every sheet's name must be what Excel takes as it is: formulas refer to it. */
export function checkSheetNames(model: WorkbookModel): void {
  const seen = new Set<string>();
  for (const { name } of model.sheets) {
    const possible = sheetNameFrom(name);
    if (possible !== name) {
      throw new UnwritableWorkbook(
        `Excel n’accepte pas « ${name} » comme nom de feuille ; « ${possible} » conviendrait.`,
      );
    }
    if (seen.has(name.toLowerCase())) {
      throw new UnwritableWorkbook(
        `Deux feuilles s’appellent « ${name} » : donnez-leur des noms différents.`,
      );
    }
    seen.add(name.toLowerCase());
  }
  if (!model.sheets.some(({ hidden }) => !hidden)) {
    throw new UnwritableWorkbook('Un classeur doit montrer au moins une feuille.');
  }
}

/** Names of tables and of ranges share one space, and must not read like a cell's address. */
export function checkNames(model: WorkbookModel): void {
  const tables = model.sheets.flatMap((sheet) => sheet.tables ?? []);
  const seen = new Set<string>();
  for (const { name } of [...tables, ...(model.names ?? [])]) {
    const wellFormed = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && name.length <= MAX_NAME;
    const address = /^(?:[a-z]{1,3}\d+|r\d*c\d*|[rc])$/i.test(name);
    if (!wellFormed || address) {
      throw new UnwritableWorkbook(
        `Excel n’accepte pas « ${name} » comme nom de tableau ou de plage : une lettre, puis des lettres, chiffres, points ou tirets bas.`,
      );
    }
    if (seen.has(name.toLowerCase())) {
      throw new UnwritableWorkbook(
        `Deux tableaux ou plages s’appellent « ${name} » : un nom ne sert qu’une fois.`,
      );
    }
    seen.add(name.toLowerCase());
  }
}
