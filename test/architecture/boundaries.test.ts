import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What a file of ours imports, and what the linter should say of it; nothing where it may. */
const cases: readonly (readonly [rule: string, file: string, from: string, said: string | undefined])[] = [
  ['a context below, by its index', 'src/consolidation/example.ts', '../formula', undefined],
  ['from a folder within', 'src/consolidation/workbook/example.ts', '../../catalogue', undefined],
  ['a context above', 'src/formula/example.ts', '../catalogue', 'one way'],
  ['above, from a folder within', 'src/contribution/template/example.ts', '../../consolidation', 'one way'],
  ['campaign is above consolidation', 'src/campaign/example.ts', '../consolidation', undefined],
  ['and not the contrary', 'src/consolidation/example.ts', '../campaign', 'one way'],
  ['campaign is below the command line', 'src/cli/verbs/example.ts', '../../campaign', undefined],
  ['and not the contrary, either', 'src/campaign/example.ts', '../cli', 'one way'],
  ['campaign is below the pane', 'src/taskpane/tasks/example.ts', '../../campaign', undefined],
  ['behind an index', 'src/consolidation/example.ts', '../formula/parse', 'Deep import'],
  ['far behind an index', 'src/cli/verbs/example.ts', '../../xlsx/read/zip', 'Deep import'],
  ['Node in the core', 'src/xlsx/example.ts', 'node:fs', 'command line'],
  ['React in the core', 'src/contribution/example.ts', 'react', 'neither Office nor React'],
  ['Node in the command line', 'src/cli/example.ts', 'node:fs', undefined],
];

/** What the linter says of each file, had it this text. One process for all: to start it is what takes time. */
function lintAll(): readonly string[] {
  const files = cases.map(([, file, from]) => [
    join(root, file),
    `import { thing } from '${from}';\nexport const used = thing;\n`,
  ]);
  const script = `
    const { ESLint } = require('eslint');
    const linter = new ESLint({ cwd: ${JSON.stringify(root)} });
    const lint = ([filePath, text]) => linter.lintText(text, { filePath });
    Promise.all(${JSON.stringify(files)}.map(lint)).then((results) =>
      console.log(JSON.stringify(results.map(([{ messages }]) => messages.map(({ message }) => message).join()))));`;
  return JSON.parse(execFileSync('node', ['-e', script], { cwd: root, encoding: 'utf8' })) as string[];
}

describe('who may import whom', () => {
  let said: readonly string[];
  beforeAll(() => {
    said = lintAll();
  });

  test.each(cases.map(([rule], at) => [rule, at] as const))('%s', (_, at) => {
    const expected = cases[at]?.[3];
    if (expected === undefined) expect(said[at]).toBe('');
    else expect(said[at]).toContain(expected);
  });
});
