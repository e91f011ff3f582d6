import { runScript } from './support/scripts';

interface Use {
  readonly set: string;
  readonly version: string;
  readonly member: string;
  readonly file: string;
  readonly line: number;
  readonly guarded: boolean;
}

const sources = {
  'calls.ts': `
    export async function read(context: Excel.RequestContext) {
      const range = context.workbook.getSelectedRange();
      const above = range.getDirectPrecedents();
      const { address } = range;
      context.workbook.worksheets.getActiveWorksheet().visibility = 'Hidden';
      return [above, address];
    }`,
  'namesakes.ts': `
    const range = { getDirectPrecedents: () => 1, visibility: 'Hidden' };
    export const count = range.getDirectPrecedents() + range.visibility.length;`,
  'guards.ts': `
    export function hide() {
      if (Office.context.requirements.isSetSupported('RibbonApi', '1.2')) void Office.ribbon.requestUpdate({ tabs: [] });
      return Office.addin.hide();
    }`,
  'ribbon.ts': `
    export const done = (event: Office.AddinCommands.Event) => event.completed();`,
  'errors.ts': `
    export const fail = () => new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'non');`,
};

describe('the members of office.js that sources use', () => {
  const uses = runScript<Use[]>('members.mjs', sources);
  const of = (file: string) =>
    uses
      .filter((use) => use.file.endsWith(file))
      .map(({ set, version, member, guarded }) => `${member} ${set} ${version}${guarded ? ' guarded' : ''}`);

  // Versions read on learn.microsoft.com: getDirectPrecedents came with ExcelApi 1.12, setting visibility with 1.2.
  test('carry the requirement set of their own documentation', () => {
    expect(of('calls.ts')).toEqual(
      expect.arrayContaining([
        'Workbook.getSelectedRange ExcelApi 1.1',
        'Range.getDirectPrecedents ExcelApi 1.12',
        'Range.address ExcelApi 1.1',
        'Worksheet.visibility ExcelApi 1.2',
      ]),
    );
  });

  test('are told from members of the same name elsewhere', () => {
    expect(of('namesakes.ts')).toEqual([]);
  });

  test('are guarded by a question about their own set only', () => {
    expect(of('guards.ts')).toEqual(
      expect.arrayContaining(['Ribbon.requestUpdate RibbonApi 1.1 guarded', 'Addin.hide SharedRuntime 1.1']),
    );
  });

  test('leave out what is documented for another application only', () => {
    expect(of('ribbon.ts')).toEqual([]);
  });

  test('include the errors of custom functions', () => {
    expect(new Set(of('errors.ts'))).toEqual(
      new Set([
        'CustomFunctions.Error CustomFunctionsRuntime 1.2',
        'CustomFunctions.ErrorCode CustomFunctionsRuntime 1.2',
      ]),
    );
  });
});
