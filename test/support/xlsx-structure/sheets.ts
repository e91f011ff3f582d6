import { corners, meet, place } from './area';
import { type Parts, checkCount, checkOrder, checkUnique } from './parts';
import { checkReferences } from './formulas';
import { type Element, all, child, number } from './xml-tree';

// ECMA-376 Part 1, CT_Worksheet.
const WORKSHEET = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting ' +
  'dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ' +
  'customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture ' +
  'oleObjects controls webPublishItems tableParts extLst'
).split(' ');
const VALIDATION_LIMITS = { promptTitle: 32, prompt: 255, errorTitle: 32, error: 255 };
const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

export interface Context {
  readonly parts: Parts;
  readonly strings: readonly string[];
  readonly sheetNames: readonly string[];
  readonly tableNames: readonly string[];
  readonly styleCount: number;
  readonly differenceCount: number;
}

export function checkSheet(context: Context, path: string, sheet: Element): void {
  const { parts } = context;
  checkOrder(parts, path, sheet, WORKSHEET);
  checkCells(context, path, sheet);
  for (const name of ['mergeCells', 'dataValidations', 'tableParts'])
    checkCount(parts, path, child(sheet, name));
  const merges = all(sheet, 'mergeCell').map((one) => one.attributes.get('ref')!);
  const tables = parts.related(path, 'table').map(([, table]) => table.attributes.get('ref')!);
  const areas = [...merges, ...tables];
  areas.forEach((ref, index) => {
    const met = areas.slice(0, index).find((other) => meet(ref, other));
    if (met !== undefined) parts.report(path, `${ref} meets ${met}`);
  });
  for (const ref of merges) if (!ref.includes(':')) parts.report(path, `merge of one cell ${ref}`);
  const rules = all(sheet, 'cfRule');
  checkUnique(
    parts,
    path,
    'priority',
    rules.map((rule) => rule.attributes.get('priority')!),
  );
  for (const rule of rules) {
    if (!(number(rule, 'dxfId') < context.differenceCount)) parts.report(path, 'dxfId out of range');
  }
  for (const validation of all(sheet, 'dataValidation')) checkValidation(context, path, validation);
  for (const link of all(sheet, 'hyperlink')) {
    const location = link.attributes.get('location');
    if ((location === undefined) === (link.attributes.get('r:id') === undefined)) {
      parts.report(path, `link ${link.attributes.get('ref')} leads nowhere`);
    }
    if (location !== undefined) checkReferences(context, path, location);
  }
  for (const formula of [...all(sheet, 'formula'), ...all(sheet, 'formula1'), ...all(sheet, 'formula2')]) {
    checkReferences(context, path, formula.text);
  }
}

function checkValidation({ parts }: Context, path: string, validation: Element): void {
  const ref = validation.attributes.get('sqref');
  for (const [name, max] of Object.entries(VALIDATION_LIMITS)) {
    const { length } = validation.attributes.get(name) ?? '';
    if (length > max) parts.report(path, `validation ${ref}: ${name} of ${length} characters`);
  }
  const list = child(validation, 'formula1')?.text ?? '';
  if (list === '') parts.report(path, `validation ${ref}: no formula`);
  if (list.startsWith('"') && list.length > 257) parts.report(path, `validation ${ref}: list too long`);
}

function checkCells(context: Context, path: string, sheet: Element): void {
  const { parts } = context;
  let lastRow = 0;
  for (const row of child(sheet, 'sheetData')?.children ?? []) {
    const number_ = number(row, 'r');
    if (!(number_ > lastRow)) parts.report(path, `row ${number_} after row ${lastRow}`);
    lastRow = number_;
    let lastColumn = 0;
    for (const cell of row.children) {
      const ref = cell.attributes.get('r') ?? '';
      const at = place(ref);
      if (at.row !== number_ || !(at.column > lastColumn)) parts.report(path, `cell ${ref} out of place`);
      lastColumn = at.column;
      if (number(cell, 's') >= context.styleCount) parts.report(path, `${ref}: style out of range`);
      checkOrder(parts, path, cell, ['f', 'v']);
      checkContent(context, path, cell, ref);
    }
  }
}

function checkContent(context: Context, path: string, cell: Element, ref: string): void {
  const { parts } = context;
  const value = child(cell, 'v')?.text;
  const type = cell.attributes.get('t') ?? 'n';
  if (value !== undefined) {
    const fits = {
      n: () => value !== '' && Number.isFinite(Number(value)),
      s: () => /^\d+$/.test(value) && Number(value) < context.strings.length,
      b: () => /^[01]$/.test(value),
      e: () => ERRORS.includes(value),
      str: () => value.length <= 32_767,
    }[type];
    if (fits === undefined || !fits()) parts.report(path, `${ref}: « ${value} » is no value of type ${type}`);
  }
  const formula = child(cell, 'f');
  if (formula === undefined) return;
  if (formula.attributes.size > 0) parts.report(path, `${ref}: shared or array formula`);
  if (formula.text === '' || formula.text.startsWith('='))
    parts.report(path, `${ref}: formula ${formula.text}`);
  checkReferences(context, path, formula.text);
}

/** What the cells of a range hold as text, in reading order. */
export function textsOf({ strings }: Context, sheet: Element, ref: string): (string | undefined)[] {
  const { from, to } = corners(ref);
  const cells = new Map(all(sheet, 'c').map((cell) => [cell.attributes.get('r')!, cell]));
  return [...cells]
    .filter(([address]) => {
      const at = place(address);
      return at.row >= from.row && at.row <= to.row && at.column >= from.column && at.column <= to.column;
    })
    .map(([, cell]) =>
      cell.attributes.get('t') === 's' ? strings[Number(child(cell, 'v')?.text)] : undefined,
    );
}
