import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isLater } from './version.mjs';

// Not by `import`: for the names of its exports Node would read through its nine megabytes first, for a second.
const ts = createRequire(import.meta.url)('typescript');

/**
 * Members whose requirement set their own declarations do not name
 * (learn.microsoft.com/javascript/api/requirement-sets/excel/custom-functions-requirement-sets).
 */
const undocumented = { Error: '1.2', ErrorCode: '1.2' };

/** Sets of other applications: `event.completed()` is documented for Outlook's, though Excel has it too. */
const otherHosts = /^(Mailbox|Word|PowerPoint|OneNote|Outlook)/;

/**
 * Which members of office.js some sources use, by the declarations of @types/office-js: a member of the same name
 * on another object is not confused with it.
 * @param {readonly string[]} files absolute paths of .ts and .tsx files
 * @returns {{set: string, version: string, member: string, file: string, line: number, guarded: boolean}[]}
 *   `guarded`: the file asks `isSetSupported` for that set and version, or a later one
 */
export function usedMembers(files, options = {}) {
  const program = ts.createProgram([...files], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    types: ['office-js', 'custom-functions-runtime'],
    skipLibCheck: true,
    noEmit: true,
    ...options,
  });
  const checker = program.getTypeChecker();
  return files.flatMap((file) => membersOf(program.getSourceFile(file), checker));
}

function membersOf(source, checker) {
  const guards = [...source.text.matchAll(/isSetSupported\(\s*['"](\w+)['"]\s*,\s*['"]([\d.]+)['"]/g)];
  const found = [];
  const visit = (node) => {
    for (const need of needsOf(node, checker)) {
      const guarded = guards.some(([, set, version]) => set === need.set && !isLater(need.version, version));
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ ...need, file: source.fileName, line: line + 1, guarded });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function needsOf(node, checker) {
  if (ts.isPropertyAccessExpression(node)) {
    const called = ts.isCallExpression(node.parent) && node.parent.expression === node;
    const chosen = called ? checker.getResolvedSignature(node.parent)?.declaration : undefined;
    const symbol = checker.getSymbolAtLocation(node.name);
    return need(
      symbol,
      chosen && chosen.kind !== ts.SyntaxKind.JSDocSignature ? [chosen] : undefined,
      isAssigned(node),
    );
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = (node.propertyName ?? node.name).getText();
    return need(checker.getTypeAtLocation(node.parent).getProperty(name));
  }
  return [];
}

const isAssigned = (node) =>
  ts.isBinaryExpression(node.parent) &&
  node.parent.left === node &&
  node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;

function need(symbol, chosen, assigned = false) {
  if (!symbol) return [];
  const declarations = (chosen ?? symbol.declarations ?? []).filter(isOffice);
  const needs = declarations.map((one) => requirement(one, symbol.name, assigned)).filter(Boolean);
  // Of several overloads, the one chosen is not always known: the earliest must do.
  return needs.sort((a, b) => (isLater(a.version, b.version) ? 1 : -1)).slice(0, 1);
}

const isOffice = (declaration) =>
  /@types\/(office-js|custom-functions-runtime)\//.test(declaration.getSourceFile().fileName);

function requirement(declaration, name, assigned) {
  const source = declaration.getSourceFile();
  const owner = declaration.parent?.name?.text ?? declaration.parent?.parent?.name?.text ?? '';
  const member = owner ? `${owner}.${name}` : name;
  if (source.fileName.includes('custom-functions-runtime')) {
    return name in undocumented
      ? { set: 'CustomFunctionsRuntime', version: undocumented[name], member }
      : undefined;
  }
  const comment = source.text.slice(declaration.pos, declaration.getStart(source));
  const set =
    /\[Api set: (\w+) ([^\]]+)\]/.exec(comment) ??
    /\*\*Requirement set\*\*:.*?\| (\w+) ([\d.]+)\}/.exec(comment);
  if (!set || otherHosts.test(set[1])) return undefined;
  // « 1.1 for reading visibility; 1.2 for setting it »: a reader needs the first, a writer the last.
  const versions = set[2].match(/\d+\.\d+/g);
  return versions ? { set: set[1], version: versions.at(assigned ? -1 : 0), member } : undefined;
}

/** The TypeScript sources below some folders; a folder that is not there has none. */
export function sourcesBelow(...folders) {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => join(folder, name)),
  );
}
