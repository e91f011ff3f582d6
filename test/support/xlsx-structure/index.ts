import { checkChart, checkDrawing, checkNotes, checkTables } from './objects';
import { Parts, checkCount, checkOrder, checkUnique } from './parts';
import { checkReferences } from './formulas';
import { type Context, checkSheet } from './sheets';
import { type Element, all, child, number } from './xml-tree';

/**
 * What would make Excel « repair » the workbook, found without Excel: relationships, content types, order of elements
 * (ECMA-376), ids, counts, headings of tables, references to sheets and tables. Empty when all is well.
 */
export function structureProblems(bytes: Uint8Array): string[] {
  const parts = new Parts(bytes);
  const workbook = parts.trees.get('xl/workbook.xml');
  if (workbook === undefined) return [...parts.problems, 'no workbook'];
  const styles = parts.ofType('.styles+xml')[0]?.[1];
  const strings = parts.ofType('.sharedStrings+xml')[0]?.[1];
  const context: Context = {
    parts,
    strings:
      strings?.children.map((one) =>
        all(one, 't')
          .map(({ text }) => text)
          .join(''),
      ) ?? [],
    sheetNames: all(workbook, 'sheet').map((one) => one.attributes.get('name')!),
    tableNames: parts.ofType('.table+xml').map(([, one]) => one.attributes.get('name')!),
    styleCount: child(styles, 'cellXfs')?.children.length ?? 0,
    differenceCount: child(styles, 'dxfs')?.children.length ?? 0,
  };
  checkWorkbook(context, workbook);
  if (styles !== undefined) checkStyles(parts, styles);
  const sheets = parts.ofType('.worksheet+xml');
  for (const [path, sheet] of sheets) {
    checkSheet(context, path, sheet);
    checkTables(context, path, sheet);
    checkNotes(parts, path, sheet);
  }
  checkWholeWorkbook(
    context,
    sheets.map(([, sheet]) => sheet),
    strings,
  );
  for (const [path, chart] of parts.ofType('.chart+xml')) checkChart(context, path, chart);
  for (const [path, drawing] of parts.ofType('.drawing+xml')) checkDrawing(parts, path, drawing);
  return parts.problems;
}

function checkWorkbook(context: Context, workbook: Element): void {
  const { parts, sheetNames } = context;
  const path = 'xl/workbook.xml';
  checkOrder(parts, path, workbook, [
    'fileVersion',
    'workbookPr',
    'bookViews',
    'sheets',
    'definedNames',
    'calcPr',
  ]);
  const sheets = all(workbook, 'sheet');
  checkUnique(parts, path, 'sheet', sheetNames);
  checkUnique(
    parts,
    path,
    'sheetId',
    sheets.map((one) => one.attributes.get('sheetId')!),
  );
  for (const name of sheetNames) {
    if (name.length > 31 || name === '' || /[:\\/?*[\]]|^'|'$/.test(name))
      parts.report(path, `sheet ${name}`);
  }
  const active = sheets[number(all(workbook, 'workbookView')[0]!, 'activeTab') || 0];
  if (active === undefined || active.attributes.get('state') === 'hidden')
    parts.report(path, 'the active sheet is hidden');
  const names = all(workbook, 'definedName');
  const scope = (one: Element): string =>
    `${one.attributes.get('localSheetId') ?? ''}|${one.attributes.get('name')}`;
  checkUnique(parts, path, 'name', names.map(scope));
  checkUnique(parts, path, 'name', [
    ...context.tableNames,
    ...names.filter((one) => !one.attributes.has('localSheetId')).map((one) => one.attributes.get('name')!),
  ]);
  for (const one of names) {
    if (number(one, 'localSheetId') >= sheets.length) parts.report(path, 'a name of a missing sheet');
    checkReferences(context, path, one.text);
  }
}

function checkStyles(parts: Parts, styles: Element): void {
  const path = 'xl/styles.xml';
  const order = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst';
  checkOrder(parts, path, styles, order.split(' '));
  for (const group of styles.children) if (group.name !== 'tableStyles') checkCount(parts, path, group);
  const size = (name: string): number => child(styles, name)?.children.length ?? 0;
  const formats = new Set(all(styles, 'numFmt').map((one) => number(one, 'numFmtId')));
  for (const xf of all(styles, 'xf')) {
    const within =
      number(xf, 'fontId') < size('fonts') &&
      number(xf, 'fillId') < size('fills') &&
      number(xf, 'borderId') < size('borders');
    if (!within) parts.report(path, 'a font, fill or border out of range');
    const format = number(xf, 'numFmtId');
    if (format >= 164 && !formats.has(format)) parts.report(path, `number format ${format} is not defined`);
  }
}

function checkWholeWorkbook({ parts }: Context, sheets: Element[], strings: Element | undefined): void {
  const uses = sheets
    .flatMap((sheet) => all(sheet, 'c'))
    .filter((cell) => cell.attributes.get('t') === 's').length;
  if (strings !== undefined && number(strings, 'count') !== uses)
    parts.report('xl/sharedStrings.xml', 'count');
  if (strings !== undefined && number(strings, 'uniqueCount') !== strings.children.length) {
    parts.report('xl/sharedStrings.xml', 'uniqueCount');
  }
  const selected = sheets
    .flatMap((sheet) => all(sheet, 'sheetView'))
    .filter((one) => one.attributes.has('tabSelected'));
  if (selected.length !== 1) parts.report('xl/workbook.xml', `${selected.length} selected sheets`);
  const tables = parts.ofType('.table+xml').map(([, table]) => table.attributes.get('id')!);
  checkUnique(parts, 'xl/tables', 'id', tables);
  const boxes = [...parts.trees]
    .filter(([path]) => path.endsWith('.vml'))
    .flatMap(([, tree]) => all(tree, 'v:shape'));
  checkUnique(
    parts,
    'xl/drawings',
    'box',
    boxes.map((box) => box.attributes.get('id')!),
  );
}
