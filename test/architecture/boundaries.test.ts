import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What the linter says of a file of ours, had it this text. */
function lint(path: string, text: string): string[] {
  const script = `
    const { ESLint } = require('eslint');
    new ESLint({ cwd: ${JSON.stringify(root)} })
      .lintText(${JSON.stringify(text)}, { filePath: ${JSON.stringify(join(root, path))} })
      .then(([result]) => console.log(JSON.stringify(result.messages.map((one) => one.message))));`;
  return JSON.parse(execFileSync('node', ['-e', script], { cwd: root, encoding: 'utf8' })) as string[];
}

const use = (from: string) => `import { thing } from '${from}';\nexport const used = thing;\n`;

describe('dependencies point one way', () => {
  it('lets a context import the ones below it, by their index', () => {
    expect(lint('src/consolidation/example.ts', use('../formula'))).toEqual([]);
    expect(lint('src/consolidation/workbook/example.ts', use('../../catalogue'))).toEqual([]);
  });

  it('forbids importing a context above', () => {
    expect(lint('src/formula/example.ts', use('../catalogue')).join()).toContain('one way');
    expect(lint('src/contribution/template/example.ts', use('../../consolidation')).join()).toContain(
      'one way',
    );
  });

  it('puts the campaign above consolidation, below the command line and the pane', () => {
    expect(lint('src/campaign/example.ts', use('../consolidation'))).toEqual([]);
    expect(lint('src/cli/verbs/example.ts', use('../../campaign'))).toEqual([]);
    expect(lint('src/taskpane/tasks/example.ts', use('../../campaign'))).toEqual([]);
    expect(lint('src/consolidation/example.ts', use('../campaign')).join()).toContain('one way');
    expect(lint('src/campaign/example.ts', use('../cli')).join()).toContain('one way');
  });

  it('forbids reaching behind an index', () => {
    expect(lint('src/consolidation/example.ts', use('../formula/parse')).join()).toContain('Deep import');
    expect(lint('src/cli/verbs/example.ts', use('../../xlsx/read/zip')).join()).toContain('Deep import');
  });

  it('keeps Node, React and Office out of the core', () => {
    expect(lint('src/xlsx/example.ts', use('node:fs')).join()).toContain('command line');
    expect(lint('src/contribution/example.ts', use('react')).join()).toContain('neither Office nor React');
    expect(lint('src/cli/example.ts', use('node:fs'))).toEqual([]);
  });
});
