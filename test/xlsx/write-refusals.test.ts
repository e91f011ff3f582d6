import {
  type SheetModel,
  type WorkbookModel,
  UnwritableWorkbook,
  sheetNameFrom,
  writeWorkbook,
} from '../../src/xlsx';

const blank: SheetModel = { name: 'A', columns: [], rows: [] };

function write(sheet: Partial<SheetModel>, rest: Partial<WorkbookModel> = {}): Promise<Uint8Array> {
  const model = {
    title: 't',
    creator: 'c',
    modified: new Date(0),
    sheets: [{ ...blank, ...sheet }],
    ...rest,
  };
  return writeWorkbook(model);
}

async function refusal(sheet: Partial<SheetModel>, rest: Partial<WorkbookModel> = {}): Promise<string> {
  const error = await write(sheet, rest).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnwritableWorkbook);
  return (error as Error).message;
}

const headings = { rows: [{ cells: [{ value: 'a' }, { value: 'b' }] }, { cells: [] }, { cells: [] }] };

describe('a workbook that Excel would repair is refused, saying where and why', () => {
  it('sheets', async () => {
    expect(await refusal({ name: 'Part 1/2' })).toBe(
      'Excel n’accepte pas « Part 1/2 » comme nom de feuille ; « Part 1-2 » conviendrait.',
    );
    await refusal({ name: 'x'.repeat(32) });
    await refusal({}, { sheets: [blank, { ...blank, name: 'a' }] });
    await refusal({ hidden: true });
  });

  it('more rows or columns than Excel has', async () => {
    const many = Array.from({ length: 1_048_577 }, () => ({ cells: [] }));
    expect(await refusal({ rows: many })).toMatch(/« A » compte 1\s048\s577 lignes/u);
    await refusal({ rows: [{ cells: Array.from({ length: 16_385 }, () => undefined) }] });
    await expect(write({ rows: many.slice(1) })).resolves.toBeDefined();
  });

  it('cells', async () => {
    expect(await refusal({ rows: [{ cells: [undefined, { value: NaN }] }] })).toMatch(/« A », cellule B1/);
    await refusal({ rows: [{ cells: [{ value: new Date('1850-01-01') }] }] });
    await refusal({ rows: [{ cells: [{ formula: '=A2', value: 1 }] }] });
    await refusal({ rows: [{ cells: [{ value: 1, style: { color: 'red' } }] }] });
  });

  it('tables', async () => {
    const table = { name: 'T_1', ref: 'A1:B3', columns: ['a', 'b'] };
    await expect(write({ ...headings, tables: [table] })).resolves.toBeDefined();
    expect(await refusal({ ...headings, tables: [{ ...table, columns: ['a', 'B'] }] })).toMatch(
      /T_1 .* B1 .* « B »/,
    );
    await refusal({ ...headings, tables: [{ ...table, columns: ['a'] }] });
    await refusal({ ...headings, tables: [{ ...table, name: 'AB12' }] });
    await refusal({ ...headings, tables: [{ ...table, name: 'deux mots' }] });
    await refusal({ ...headings, tables: [table] }, { names: [{ name: 't_1', refersTo: 'A!$A$1' }] });
    await refusal({ ...headings, tables: [table, { ...table, name: 'T_2' }] });
    await refusal({ ...headings, tables: [table], merges: ['B3:C4'] });
    await refusal({
      rows: [{ cells: [{ value: 'a' }, { value: 'A' }] }],
      tables: [{ ...table, columns: ['a', 'A'] }],
    });
  });

  it('merges, validations, links, charts, repeated rows', async () => {
    await refusal({ merges: ['A1:B2', 'B2:C3'] });
    await refusal({ merges: ['B2:A1'] });
    await refusal({ validations: [{ ref: 'A1', kind: 'list', values: ['un, deux'] }] });
    await refusal({ validations: [{ ref: 'A1', kind: 'list', values: Array.from({ length: 99 }, String) }] });
    await refusal({ validations: [{ ref: 'A1', kind: 'custom' }] });
    await refusal({ rows: [{ cells: [{ value: 'x', link: { to: "'B'!A1" } }] }] });
    await refusal({ rows: [{ cells: [{ value: 'x', link: { to: 'javascript:alert(1)' } }] }] });
    const series = [{ name: 's', categories: "'A'!$A$1:$A$2", values: "'B'!$A$1:$A$2" }];
    await refusal({ charts: [{ kind: 'bar', title: 't', from: 'A1', to: 'B9', description: 'd', series }] });
    await refusal({ print: { repeatRows: '3:1' } });
  });
});

describe('a name for a sheet, made from any text', () => {
  it.each([
    ['Énergie / CO₂ : bilan', 'Énergie - CO₂ - bilan'],
    ["'cité'", 'cité'],
    ['', 'Feuille'],
    ['History', 'Feuille History'],
    ['Office public de l’habitat de la Seine-Maritime', 'Office public de l’habitat de l'],
    ['a'.repeat(30) + '😀', 'a'.repeat(30)],
  ])('%s', (text, expected) => {
    expect(sheetNameFrom(text)).toBe(expected);
  });

  it('differs from those taken, within 31 characters', () => {
    const long = 'b'.repeat(40);
    expect(sheetNameFrom('X', ['x', 'X (2)'])).toBe('X (3)');
    expect(sheetNameFrom(long, [long.slice(0, 31)])).toBe(`${'b'.repeat(27)} (2)`);
  });
});
