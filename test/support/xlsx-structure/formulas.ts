import type { Context } from './sheets';

// Functions newer than the file format: stored without their prefix, Excel shows #NAME?.
const PREFIXED = new Set(
  (
    'IFS SWITCH XLOOKUP XMATCH TEXTJOIN CONCAT MAXIFS MINIFS LET LAMBDA UNIQUE SORT SORTBY FILTER SEQUENCE ' +
    'TOCOL TOROW VSTACK HSTACK CHOOSECOLS CHOOSEROWS TAKE DROP BYROW BYCOL MAP REDUCE TEXTSPLIT TEXTBEFORE ' +
    'TEXTAFTER IFNA FORECAST.LINEAR STDEV.S STDEV.P PERCENTILE.INC RANK.EQ MODE.SNGL DAYS NUMBERVALUE'
  ).split(' '),
);
const MAX_ARGUMENTS = 255;
const MAX_DEPTH = 64;

/** Sheets and tables that a formula names must exist, and its functions be stored as Excel stores them. */
export function checkReferences(context: Context, path: string, formula: string): void {
  const report = (problem: string): void =>
    context.parts.report(path, `${formula.slice(0, 120)}: ${problem}`);
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
  if (code.includes('#REF!')) return report('broken reference');
  for (const [, quoted, bare] of code.matchAll(/(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu)) {
    const name = quoted?.replaceAll("''", "'") ?? bare!;
    if (!context.sheetNames.includes(name)) report(`no sheet « ${name} »`);
  }
  for (const [, name] of code.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\[/gu)) {
    if (!context.tableNames.includes(name!)) report(`no table « ${name} »`);
  }
  for (const [, name] of code.matchAll(/([A-Za-z_][\w.]*)\(/g)) {
    if (PREFIXED.has(name!.toUpperCase())) report(`${name} needs the prefix _xlfn.`);
  }
  checkCalls(code.replace(/'[^']*'|\[[^\]]*\]/g, ''), report);
}

function checkCalls(code: string, report: (problem: string) => void): void {
  const open: number[] = [];
  for (const character of code) {
    if (character === '(') open.push(1);
    else if (character === ',' && open.length > 0) open.push((open.pop() ?? 0) + 1);
    else if (character === ')') {
      const count = open.pop();
      if (count === undefined) return report('a parenthesis too many');
      if (count > MAX_ARGUMENTS) report(`${count} arguments`);
    }
    if (open.length > MAX_DEPTH) return report('nested too deep');
  }
  if (open.length > 0) report('a parenthesis is missing');
}
