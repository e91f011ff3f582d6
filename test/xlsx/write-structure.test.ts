import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type SheetModel, type WorkbookModel, writeWorkbook } from '../../src/xlsx';
import { structureProblems } from '../support/xlsx-structure';
import { demo } from './write-demo';

function workbook(...sheets: SheetModel[]): WorkbookModel {
  return { title: 't', creator: 'c', modified: new Date('2026-01-02T03:04:05Z'), sheets };
}

/** The file with one text replaced in one part. */
function damage(bytes: Uint8Array, path: string, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  const text = strFromU8(parts[path]!);
  if (!text.includes(from)) throw new Error(`${path} holds no ${from}`);
  return zipSync({ ...parts, [path]: strToU8(text.replace(from, to)) });
}

describe('the file that Excel opens without repairing', () => {
  it('has no structural problem when everything is used at once', async () => {
    expect(structureProblems(await writeWorkbook(demo))).toEqual([]);
  });

  it('has none when nothing is used', async () => {
    expect(structureProblems(await writeWorkbook(workbook({ name: 'A', columns: [], rows: [] })))).toEqual(
      [],
    );
  });

  it('numbers more than 1,024 notes over several sheets without two boxes alike', async () => {
    const rows = Array.from({ length: 1_100 }, () => ({ cells: [{ value: 1, note: 'n' }] }));
    const sheet = { columns: [], rows };
    const bytes = await writeWorkbook(workbook({ name: 'A', ...sheet }, { name: 'B', ...sheet }));
    expect(structureProblems(bytes)).toEqual([]);
  });

  // The check itself must see what Excel would see.
  it.each([
    ['xl/tables/table1.xml', 'name="Double"', 'name="double "'],
    ['xl/tables/table1.xml', 'Libellé_x000a_long', 'Libellé long'],
    ['xl/worksheets/sheet2.xml', 'r:id="rId', 'r:id="rId9'],
    ['xl/worksheets/sheet2.xml', 'dxfId="0"', 'dxfId="7"'],
    ['xl/worksheets/sheet3.xml', '<sheetData>', '<drawing/><sheetData>'],
    ['xl/worksheets/sheet3.xml', 'IMPACT_ESSAI[', 'IMPACT_AUTRE['],
    ['xl/charts/chart1.xml', "'Synthèse'!$B", "'Synthese'!$B"],
    ['xl/charts/chart1.xml', '<c:overlap', '<c:x/><c:overlap'],
    ['xl/worksheets/sheet2.xml', 'SUM(', 'CONCAT('],
    ['xl/worksheets/sheet2.xml', 'SUM(', 'SUM(('],
    ['xl/styles.xml', 'fontId="1"', 'fontId="99"'],
    ['xl/sharedStrings.xml', 'uniqueCount="', 'uniqueCount="1'],
    ['xl/workbook.xml', 'activeTab="1"', 'activeTab="0"'],
    ['[Content_Types].xml', '/xl/comments1.xml', '/xl/comments9.xml'],
    ['xl/comments1.xml', 'Note', 'Note & co'],
  ])('is told from a broken one: %s with %s', async (path, from, to) => {
    const bytes = await writeWorkbook(demo);
    const broken = from === '<c:overlap' ? 'xl/charts/chart6.xml' : path;
    expect(structureProblems(damage(bytes, broken, from, to))).not.toEqual([]);
  });

  it('is the same to the byte for the same model, whenever it is written', async () => {
    jest.useFakeTimers({ now: new Date('2026-01-02T03:04:05Z') });
    const one = await writeWorkbook(demo);
    jest.setSystemTime(new Date('2031-06-07T08:09:10Z'));
    const other = await writeWorkbook(demo);
    jest.useRealTimers();
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});
