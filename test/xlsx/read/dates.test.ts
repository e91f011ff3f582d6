import { serialToDate } from '../../../src/xlsx';
import { isDateFormat } from '../../../src/xlsx/read/styles';
import { open, sheetOf } from './support/package';

test.each([
  [1, false, '1900-01-01T00:00:00.000Z'],
  [59, false, '1900-02-28T00:00:00.000Z'],
  [61, false, '1900-03-01T00:00:00.000Z'],
  [43_830, false, '2019-12-31T00:00:00.000Z'],
  [43_830.75, false, '2019-12-31T18:00:00.000Z'],
  [25_569, false, '1970-01-01T00:00:00.000Z'],
  [0, true, '1904-01-01T00:00:00.000Z'],
  [42_368, true, '2019-12-31T00:00:00.000Z'],
  [0.5, false, '1899-12-31T12:00:00.000Z'],
])('serial %d (1904: %s) is %s', (serial, date1904, expected) => {
  expect(serialToDate(serial, date1904).toISOString()).toBe(expected);
});

const ONE_DATE = '<row r="1"><c r="A1" t="d"><v>2019-12-31</v></c></row>';

test.each(['<workbookPr date1904="1"/>', '<workbookPr date1904="true"/>'])('%s', async (workbookPr) => {
  // Excel writes a second workbookPr, about charts, among its extensions.
  const extension = '<extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>';
  const workbook = await open({ sheets: { Feuille: ONE_DATE }, workbookPr: workbookPr + extension });
  expect(workbook.date1904).toBe(true);
  expect((await workbook.readSheet('Feuille')).cell(0, 0)).toBe(42_368);
});

test('without it, the system is that of 1900', async () => {
  const workbook = await open({ sheets: { Feuille: ONE_DATE }, workbookPr: '<workbookPr/>' });
  expect(workbook.date1904).toBe(false);
  expect((await workbook.readSheet('Feuille')).cell(0, 0)).toBe(43_830);
});

test.each([
  ['dd/mm/yyyy', true],
  ['[$-40C]d mmmm yyyy', true],
  ['[h]:mm', true],
  ['yyyy"année"', true],
  ['mm:ss.0', true],
  ['General', false],
  ['# ##0.00 "€/m²/mois"', false],
  ['[Red]0', false],
  ['0.00E+00', false],
  ['0 \\d\\a\\y', false],
  ['[$-40C]# ##0', false],
  ['0;"jamais d";@', false],
])('format %s shows a date: %s', (code, expected) => {
  expect(isDateFormat(code)).toBe(expected);
});

test('a cell is a date by its style', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmm&quot; &quot;yy"/><numFmt numFmtId="165" formatCode="0&quot; dy&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="46"/></cellXfs></styleSheet>`;
  const cells = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>43830</v></c>`).join('');
  const sheet = await sheetOf(`<row r="1">${cells}<c s="1" t="str"><v>texte</v></c></row>`, { styles });
  expect([0, 1, 2, 3, 4, 5].map((column) => sheet.isDate(0, column))).toEqual([
    false,
    true,
    true,
    false,
    true,
    false,
  ]);
});
