import { sheetOf } from './support/package';

async function sharedString(item: string): Promise<unknown> {
  const strings = `<si><t>avant</t></si>${item}<si><t>après</t></si>`;
  const rows =
    '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>2</v></c><c r="C1" t="s"><v>0</v></c></row>';
  const sheet = await sheetOf(rows, { strings });
  expect([sheet.cell(0, 1), sheet.cell(0, 2)]).toEqual(['après', 'avant']);
  return sheet.cell(0, 0);
}

test.each([
  ['<si><t>Caen</t></si>', 'Caen'],
  ['<si><t>Hérouville-Saint-Clair (côté rive droite)</t></si>', 'Hérouville-Saint-Clair (côté rive droite)'],
  ['<si><t>日本 🏠</t></si>', '日本 🏠'],
  ['<si><t xml:space="preserve">  deux espaces </t></si>', '  deux espaces '],
  ['<si><t></t></si>', ''],
  ['<si><t/></si>', ''],
  ['<si/>', ''],
  ['<si></si>', ''],
  ['<si>\n  <t>sur trois lignes</t>\n</si>', 'sur trois lignes'],
  [
    '<si><r><rPr><b/></rPr><t>gras</t></r><r><t xml:space="preserve"> puis maigre</t></r></si>',
    'gras puis maigre',
  ],
  ['<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>', '東京'],
  ['<si><t>A &amp; B &lt;C&gt; &quot;D&quot; &apos;E&apos;</t></si>', 'A & B <C> "D" \'E\''],
  ['<si><t>a&#10;b&#xA;c&#x1F3E0;&#233;</t></si>', 'a\nb\nc🏠é'],
  ['<si><t>&amp;lt;&inconnue;</t></si>', '&lt;&inconnue;'],
  ['<si><t>a_x000D_\nb</t></si>', 'a\r\nb'],
  ['<si><t>_x005F_x000D_ et _xZZZZ_ et x_x</t></si>', '_x000D_ et _xZZZZ_ et x_x'],
  ['<si><t>a\r\nb\rc</t></si>', 'a\nb\nc'],
  ['<si><t><![CDATA[<si> & </si>]]></t></si>', '<si> & </si>'],
  ['<si><t>a<!-- non -->b</t></si>', 'ab'],
  ['<!-- <si><t>non</t></si> --><si><t>oui</t></si>', 'oui'],
])('%s', async (item, expected) => {
  expect(await sharedString(item)).toBe(expected);
});

test('a text that the table does not hold is refused, and so is a missing table', async () => {
  const rows = '<row r="1"><c r="A1" t="s"><v>3</v></c></row>';
  await expect(sheetOf(rows, { strings: '<si><t>seul</t></si>' })).rejects.toMatchObject({
    code: 'corrupt',
    detail: 'une cellule renvoie au texte n° 3, la table en compte 1',
  });
  await expect(sheetOf(rows)).rejects.toMatchObject({ code: 'corrupt' });
  await expect(sheetOf(rows.replace('3', '-1'), { strings: '' })).rejects.toMatchObject({ code: 'corrupt' });
});

test('texts written in cells are told apart, also when their bytes collide', async () => {
  const texts = Array.from({ length: 20_000 }, (_, i) => `texte n° ${i % 9000} & suite`);
  const rows = texts.map(
    (text) => `<row><c t="inlineStr"><is><t>${text.replace('&', '&amp;')}</t></is></c></row>`,
  );
  const sheet = await sheetOf(rows.join(''));
  expect(texts.map((_, row) => sheet.cell(row, 0))).toEqual(texts);
});
