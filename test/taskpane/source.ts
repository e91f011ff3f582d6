import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../src/taskpane');

/** A file of the pane, parsed. */
export interface SourceFile {
  /** Below src/taskpane. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

export const sourceFiles: readonly SourceFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/u.test(path))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
  });

/** A text of the pane in its two languages, where it is declared. Values put in by code are written `{…}`. */
export interface DeclaredText {
  readonly where: string;
  /** Its key, when it stands in a table of texts. */
  readonly key: string | undefined;
  readonly path: string;
  readonly fr: string | undefined;
  readonly en: string | undefined;
}

/** What a string or a template says; undefined for anything else. */
function wordsOf(node: ts.Expression | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce((sofar, { literal }) => `${sofar}{…}${literal.text}`, node.head.text);
  if (ts.isConditionalExpression(node)) return `${wordsOf(node.whenTrue)} ${wordsOf(node.whenFalse)}`;
  return undefined;
}

/** Every `{ fr: …, en: … }` of the pane that holds words. */
export function declaredTexts(): readonly DeclaredText[] {
  return sourceFiles.flatMap(({ path, tree }) => {
    const found: DeclaredText[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        const valueOf = (name: string) =>
          node.properties.find(
            (one): one is ts.PropertyAssignment =>
              ts.isPropertyAssignment(one) && one.name.getText(tree) === name,
          )?.initializer;
        const [fr, en] = [wordsOf(valueOf('fr')), wordsOf(valueOf('en'))];
        if (fr !== undefined || en !== undefined) {
          const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
          const { parent } = node;
          const key = ts.isPropertyAssignment(parent) ? parent.name.getText(tree) : undefined;
          found.push({ where: `${path}:${line + 1}`, path, key, fr, en });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

/** Words written straight in the drawing of the pane, in one language only: children and spoken labels. */
export function undeclaredTexts(): readonly string[] {
  const spoken = new Set(['aria-label', 'aria-description', 'title', 'label', 'placeholder', 'hint', 'alt']);
  return sourceFiles.flatMap(({ path, tree }) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const words = ts.isJsxText(node)
        ? node.text
        : ts.isJsxAttribute(node) && spoken.has(node.name.getText(tree))
          ? node.initializer && ts.isStringLiteral(node.initializer) && node.initializer.text
          : '';
      if (words && /\p{L}{2}/u.test(words)) found.push(`${path}: ${words.trim()}`);
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}
