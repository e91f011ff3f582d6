import { catalogue } from '../../src/catalogue';
import { buildTemplate } from '../../src/contribution/template';
import { ExcelProblem, insertSheets, listTables, readTable } from '../../src/excel';
import { models, names } from './models';
import { dropLater, startScene, type Scene } from './support';

jest.setTimeout(120_000);
let scene: Scene;
beforeEach(async () => {
  scene = await startScene();
});
afterEach(() => scene.dispose());

const sheetNames = () =>
  Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    return sheets.items.map((sheet) => sheet.name);
  });

test('values, texts, formulas across sheets, table, and nothing said to be done that is not', async () => {
  const report = await insertSheets(models, { names, properties: { impact_essai: '1' } });
  expect(report).toEqual({
    sheets: ['Calcul d’essai', 'Feuille 2'],
    tables: ['ESSAI'],
    omittedNotes: [{ sheet: 'Calcul d’essai', address: 'C4' }],
    charts: 2,
    omittedDrawings: 0,
  });
  expect(await sheetNames()).toEqual(['Feuil1', 'Calcul d’essai', 'Feuille 2']);
  expect((await readTable('ESSAI')).rows).toEqual([
    ['=SUM(1,2)', 1234, 2468],
    ['01001', 0.5, 80],
    [45292, null, 'Voir'],
  ]);
});

test('looks, sizes, rules, links, frozen panes, print layout, protection', async () => {
  await insertSheets(models, { names });
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Calcul d’essai');
    const load = (address: string, what: string) => sheet.getRange(address).load(what);
    const head = load('A1:C1', 'format/font/bold,format/font/color,format/fill/color,format/rowHeight');
    const widths = load('A1', 'format/columnWidth');
    const hidden = load('D1', 'columnHidden');
    const formats = load('A2:C4', 'numberFormat');
    const cell = load('A2', 'format/wrapText,format/protection/locked');
    const answer = load('B2:B3', 'format/protection/locked');
    const edge = cell.format.borders.getItem('EdgeLeft').load('style,color');
    const link = load('C4', 'hyperlink');
    const rule = sheet.getRange('B2:B3').dataValidation.load('rule,prompt,errorAlert,ignoreBlanks');
    const list = sheet.getRange('A2:A3').dataValidation.load('rule,errorAlert');
    const highlights = sheet.getRange('B2:B4').conditionalFormats.load('items/type');
    const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
    const layout = sheet.pageLayout.load('orientation,paperSize,zoom,leftMargin');
    const footer = layout.headersFooters.defaultForAllPages.load('leftFooter,rightFooter,centerFooter');
    const merged = sheet.getRange('A6').getMergedAreasOrNullObject().load('address');
    sheet.load('tabColor,showGridlines,protection/protected');
    const table = sheet.tables.getItem('ESSAI').load('style');
    const second = context.workbook.worksheets.getItem('Feuille 2').load('visibility');
    await context.sync();
    const custom = highlights.items[0]!.custom;
    custom.load('rule/formula,format/font/color,format/fill/color');
    await context.sync();
    return {
      head: [head.format.font.bold, head.format.font.color, head.format.fill.color, head.format.rowHeight],
      width: widths.format.columnWidth,
      hidden: hidden.columnHidden,
      formats: formats.numberFormat,
      wrap: cell.format.wrapText,
      locks: [cell.format.protection.locked, answer.format.protection.locked],
      edge: [edge.style, edge.color],
      link: link.hyperlink,
      rule: [rule.rule.decimal, rule.prompt, rule.errorAlert, rule.ignoreBlanks],
      list: [list.rule.list, list.errorAlert.style],
      highlight: [custom.rule.formula, custom.format.font.color, custom.format.fill.color],
      frozen: frozen.address,
      layout: [layout.orientation, layout.paperSize, layout.zoom, layout.leftMargin],
      footer: [footer.leftFooter, footer.centerFooter, footer.rightFooter],
      merged: merged.address,
      sheet: [sheet.tabColor, sheet.showGridlines, sheet.protection.protected],
      style: table.style,
      second: second.visibility,
    };
  });
  expect(seen).toMatchObject({
    head: [true, '#FFFFFF', '#1F4E79', 30],
    // 20 characters of 7 pixels and 5 of margin, at 0.75 point a pixel.
    width: 108.75,
    hidden: true,
    formats: [
      ['General', '#,##0', '0.0'],
      ['@', '#,##0', 'General'],
      ['dd/mm/yyyy', 'General', 'General'],
    ],
    wrap: true,
    locks: [true, false],
    edge: ['Continuous', '#BFBFBF'],
    link: { documentReference: "'Feuille 2'!A1", screenTip: 'Y aller' },
    rule: [
      { formula1: 0, formula2: 10_000, operator: 'Between' },
      { showPrompt: true, title: 'Valeur', message: 'De 0 à 10 000' },
      { showAlert: true, style: 'Warning', title: 'Impossible', message: 'Trop' },
      true,
    ],
    list: [{ inCellDropDown: true, source: 'un,deux' }, 'Stop'],
    highlight: ['=$B2>1000', '#9B1C1C', '#FBE3E0'],
    frozen: "'Calcul d’essai'!A1",
    layout: ['Landscape', 'A4', { horizontalFitToPages: 1 }, 36],
    footer: ['Impact && co', '', 'Page &P / &N'],
    merged: "'Calcul d’essai'!A6:C6",
    sheet: ['#2E8B8B', false, true],
    style: 'TableStyleLight1',
    second: 'Hidden',
  });
});

const chartsSeen = () =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Calcul d’essai');
    const all = sheet.charts.load('items/name,items/chartType,items/displayBlanksAs,items/title/text');
    const breaks = sheet.horizontalPageBreaks.load('items/rowIndex');
    await context.sync();
    const seen = all.items.map((chart) => ({
      chart,
      series: chart.series.load('items/name,items/hasDataLabels'),
      reversed: chart.axes.categoryAxis.load('reversePlotOrder'),
      values: chart.axes.valueAxis.load('visible,minimum'),
      legend: chart.legend.load('visible'),
    }));
    await context.sync();
    const drawn = seen.map(({ series: { items } }) =>
      items.map((one) => ({
        cells: (['Categories', 'Values'] as const).map((what) => one.getDimensionDataSourceString(what)),
        values: one.getDimensionValues('Values'),
      })),
    );
    await context.sync();
    return {
      breaks: breaks.items.map(({ rowIndex }) => rowIndex),
      charts: seen.map(({ chart, series: { items }, reversed, values, legend }, at) => ({
        is: [chart.name, chart.chartType, chart.displayBlanksAs, chart.title.text, legend.visible],
        axes: [reversed.reversePlotOrder, values.visible, values.minimum],
        series: items.map(({ name, hasDataLabels }, order) => [
          name,
          hasDataLabels,
          ...(drawn[at]?.[order]?.cells.map(({ value }) => value) ?? []),
          drawn[at]?.[order]?.values.value,
        ]),
      })),
    };
  });

test('charts are native, each series on the cells that hold it; pages begin where told', async () => {
  await insertSheets(models, { names });
  const at = (cells: string) => `'Calcul d’essai'!${cells}`;
  expect(await chartsSeen()).toEqual({
    breaks: [2],
    charts: [
      {
        is: ['Évolution', 'LineMarkers', 'Interplotted', 'Évolution', true],
        axes: [false, true, ''],
        series: [
          ['Valeur', true, at('A2:A3'), at('B2:B3'), [1234, 0.5]],
          ['Double', true, at('A2:A3'), at('C2:C3'), [2468, 80]],
        ],
      },
      {
        is: ['Doubles', 'BarClustered', 'NotPlotted', 'Doubles', false],
        // All its values are over zero: bars begin there.
        axes: [true, false, 0],
        series: [['Double', true, at('B2:B3'), at('C2:C3'), [2468, 80]]],
      },
    ],
  });
});

describe('nothing there is replaced', () => {
  test.each([
    ['a sheet', () => scene.addSheet('FEUILLE 2', [['à garder']]), 'Feuille 2'],
    ['a table', () => scene.addTable('Autre', 'Essai', [['a'], ['à garder']]), 'ESSAI'],
  ])('%s of the same name refuses the whole, in any case of letters', async (_what, prepare, name) => {
    await prepare();
    const before = await sheetNames();
    const failing = insertSheets(models, { names });
    await expect(failing).rejects.toBeInstanceOf(ExcelProblem);
    await expect(failing).rejects.toMatchObject({ code: 'exists', facts: { names: [name] } });
    await expect(failing).rejects.toMatchObject({
      message: { fr: expect.stringContaining(`« ${name} » existe déjà`) as string },
    });
    expect(await sheetNames()).toEqual(before);
  });

  test('a name that Excel would refuse is refused first', async () => {
    await expect(insertSheets([{ name: 'a/b', columns: [], rows: [] }])).rejects.toMatchObject({
      code: 'sheet_name',
    });
  });
});

describe('stopped on the way', () => {
  /** Steps done before the fault strikes: at the start, among the values, the tables, the formulas, the rules. */
  const moments = [1, 2, 4, 6, 8, 10, 12];

  test.each(moments)('a lasting failure after %i steps leaves the workbook as it was', async (moment) => {
    const failing = insertSheets(models, {
      names,
      onProgress: ({ done }) => {
        if (done === moment) scene.host.faults.failNext('protected', { times: 2 });
      },
    });
    await expect(failing).rejects.toMatchObject({ code: 'protected' });
    scene.host.faults.clear();
    expect(await sheetNames()).toEqual(['Feuil1']);
    expect(await listTables()).toEqual([]);
  });

  /** Batches that go through at each step, then writing actions of the next one before the loss. */
  const losses = [
    [0, 0],
    [0, 1],
    [0, 10],
    [1, 0],
    [1, 1],
    [1, 2],
  ] as const;

  test.each(losses)(
    'connection lost at every step, %i batches and %i actions in: the whole is there, once',
    async (batches, actions) => {
      await insertSheets(models, {
        names,
        onProgress: () => {
          scene.host.faults.clear();
          dropLater(scene, batches, actions);
        },
      });
      scene.host.faults.clear();
      expect(await sheetNames()).toEqual(['Feuil1', 'Calcul d’essai', 'Feuille 2']);
      expect(await listTables()).toMatchObject([{ name: 'ESSAI', address: 'A1:C4' }]);
      expect((await readTable('ESSAI')).rows).toEqual([
        ['=SUM(1,2)', 1234, 2468],
        ['01001', 0.5, 80],
        [45292, null, 'Voir'],
      ]);
      const highlights = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Calcul d’essai');
        const found = sheet.getRange('B2:B4').conditionalFormats.load('items/type');
        await context.sync();
        return found.items.length;
      });
      expect(highlights).toBe(1);
      expect((await chartsSeen()).charts.map(({ series: all }) => all.length)).toEqual([2, 1]);
    },
  );

  test('cancelled by the person: the sheets begun are taken away', async () => {
    const abort = new AbortController();
    const failing = insertSheets(models, {
      names,
      signal: abort.signal,
      onProgress: ({ done }) => {
        if (done === 5) abort.abort();
      },
    });
    await expect(failing).rejects.toMatchObject({ code: 'cancelled' });
    expect(await sheetNames()).toEqual(['Feuil1']);
  });
});

test('the whole contribution template arrives: every value where the model has it, every table', async () => {
  const { sheets } = buildTemplate({ siren: '552100554', name: 'Habitat', year: 2025 } as never, catalogue);
  const progress: number[] = [];
  const report = await insertSheets(sheets, { onProgress: ({ done, total }) => progress.push(done / total) });
  expect(report.tables).toEqual(sheets.flatMap(({ tables = [] }) => tables.map(({ name }) => name)));
  expect(progress.at(-1)).toBe(1);
  for (const sheet of sheets) {
    const width = Math.max(...sheet.rows.map(({ cells }) => cells.length));
    const last = `${String.fromCharCode(64 + width)}${sheet.rows.length}`;
    const values = await scene.values(sheet.name, `A1:${last}`);
    for (const [row, { cells }] of sheet.rows.entries())
      for (const [column, cell] of cells.entries())
        if (cell?.value !== undefined && cell.formula === undefined && !(cell.value instanceof Date))
          expect([sheet.name, row, column, values[row]![column]]).toEqual([
            sheet.name,
            row,
            column,
            cell.value,
          ]);
  }
  expect((await readTable('IMPACT_DONNEES')).rows[0]).toEqual(expect.arrayContaining(['À répondre']));
});
