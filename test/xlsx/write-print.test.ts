import { strFromU8, unzipSync } from 'fflate';
import { type ChartModel, type PrintModel, type SheetModel, writeWorkbook } from '../../src/xlsx';
import { structureProblems } from '../support/xlsx-structure';

async function parts(sheet: Partial<SheetModel>): Promise<(path: string) => string> {
  const rows = [1, 2, 3].map((value) => ({ cells: [{ value: `n° ${value}` }, { value }] }));
  const bytes = await writeWorkbook({
    title: '',
    creator: '',
    modified: new Date(0),
    sheets: [{ name: "L'an", columns: [], rows, ...sheet }],
  });
  expect(structureProblems(bytes)).toEqual([]);
  const files = unzipSync(bytes);
  return (path) => strFromU8(files[path] ?? new Uint8Array());
}

describe('what is printed', () => {
  const named = async (print: PrintModel) => (await parts({ print }))('xl/workbook.xml');

  it('is the area asked, with the rows and columns to repeat', async () => {
    const workbook = await named({ area: 'A1:B3', repeatRows: '1:2', repeatColumns: 'A:A' });
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="0">\'L\'\'an\'!$A$1:$B$3</definedName>',
    );
    expect(workbook).toContain(
      "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'L''an'!$A:$A,'L''an'!$1:$2</definedName>",
    );
  });

  it('is everything unless told', async () => {
    expect(await named({ landscape: true })).not.toContain('definedName');
  });

  it('is refused in French where it is not an area', async () => {
    await expect(named({ repeatColumns: '1:2' })).rejects.toThrow('ne désigne pas ce qui se répète');
    await expect(named({ repeatRows: '3:2' })).rejects.toThrow('écrivez 1:3');
    await expect(named({ area: 'tout' })).rejects.toThrow('plage de cellules');
  });
});

describe('a bar chart', () => {
  const chart: ChartModel = {
    kind: 'bar',
    title: 'T',
    description: 'D',
    from: 'D1',
    to: 'H9',
    series: [{ name: 'S', categories: "'L''an'!$A$1:$A$3", values: "'L''an'!$B$1:$B$3" }],
  };
  /** The axis of values: the second one. */
  const axis = async (model: ChartModel, values = [980, 990, 1000]) => {
    const rows = values.map((value) => ({ cells: [{ value: 'x' }, { value }] }));
    const xml = (await parts({ charts: [model], rows }))('xl/charts/chart1.xml');
    return /<c:valAx>.*<\/c:valAx>/s.exec(xml)?.[0] ?? '';
  };

  it('starts from zero, so that small differences do not look large', async () => {
    expect(await axis(chart)).toContain('<c:orientation val="minMax"/><c:min val="0"/>');
  });

  it('starts where its values do when some are negative, as a line does', async () => {
    const scaling = '<c:scaling><c:orientation val="minMax"/></c:scaling>';
    expect(await axis(chart, [-5, 3, 2])).toContain(scaling);
    expect(await axis({ ...chart, kind: 'line' })).toContain(scaling);
  });
});
