import { failureOf, onNewSheet, useExcel } from './support';

useExcel();

const batch = <T>(run: (context: Excel.RequestContext) => Promise<T>): Promise<T> => Excel.run(run);

describe('sheets', () => {
  test('added last without being shown, moved, renamed, hidden, deleted', async () => {
    const states = await batch(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add('Données 2026');
      const active = worksheets.getActiveWorksheet().load('name');
      sheet.load('position');
      worksheets.load('items/name');
      await context.sync();
      const first = [sheet.position, active.name, worksheets.items.map((one) => one.name)];
      sheet.position = 0;
      sheet.name = 'Renommée';
      sheet.visibility = 'Hidden';
      sheet.tabColor = '#00FF00';
      sheet.showGridlines = false;
      sheet.load('position, name, visibility, tabColor, showGridlines');
      const shown = worksheets.getCount(true);
      await context.sync();
      const { position, name, visibility, tabColor, showGridlines } = sheet;
      sheet.delete();
      const gone = worksheets.getItemOrNullObject('Renommée');
      await context.sync();
      return [first, [position, name, visibility, tabColor, showGridlines], shown.value, gone.isNullObject];
    });
    expect(states).toEqual([
      [1, 'Feuil1', ['Feuil1', 'Données 2026']],
      [0, 'Renommée', 'Hidden', '#00FF00', false],
      1,
      true,
    ]);
  });

  test('a new sheet without a name gets the next French one', async () => {
    const name = await batch(async (context) => {
      const sheet = context.workbook.worksheets.add().load('name');
      await context.sync();
      sheet.delete();
      await context.sync();
      return sheet.name;
    });
    expect(name).toBe('Feuil2');
  });

  test.each([
    [' ', 'InvalidArgument'],
    ['a/b', 'InvalidArgument'],
    ['x'.repeat(32), 'InvalidArgument'],
    ["'citée'", 'InvalidArgument'],
    ['FEUIL1', 'ItemAlreadyExists'],
  ])('the name %p is refused: %s', async (name, code) => {
    const problem = await failureOf(() =>
      batch(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      }),
    );
    expect(problem.code).toBe(code);
  });

  test('the last visible sheet can be neither hidden nor deleted', async () => {
    for (const change of ['hide', 'delete'] as const) {
      const problem = await failureOf(() =>
        batch(async (context) => {
          context.workbook.worksheets.load('items/name');
          await context.sync();
          const [first, ...others] = context.workbook.worksheets.items;
          for (const sheet of others) sheet.delete();
          if (change === 'hide') first!.visibility = 'Hidden';
          else first!.delete();
          await context.sync();
        }),
      );
      expect(problem.code).toBe('InvalidOperation');
    }
  });

  test('frozen panes', async () => {
    const read = await onNewSheet(async (sheet, context) => {
      sheet.freezePanes.freezeAt('A1:B3');
      const both = sheet.freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      sheet.freezePanes.freezeRows(2);
      const rows = sheet.freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      sheet.freezePanes.unfreeze();
      const none = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      return [both.address.split('!')[1], rows.address.split('!')[1], none.isNullObject];
    });
    expect(read).toEqual(['A1:B3', '1:2', true]);
  });
});

describe('protection', () => {
  test('a protected sheet refuses writes, and accepts them again', async () => {
    await onNewSheet(async (sheet, context) => {
      sheet.getRange('A1').values = [['avant']];
      sheet.protection.protect({ allowFormatCells: true }, 'secret');
      sheet.protection.load('protected');
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      sheet.getRange('A1').values = [['interdit']];
      expect((await failureOf(() => context.sync())).code).toBe('AccessDenied');
      sheet.tables.add('A1:A2', true);
      expect((await failureOf(() => context.sync())).code).toBe('AccessDenied');
      sheet.getRange('A1').format.fill.color = '#FF0000';
      await context.sync();
      sheet.protection.unprotect('faux');
      expect((await failureOf(() => context.sync())).code).toBe('AccessDenied');
      sheet.protection.unprotect('secret');
      sheet.getRange('A1').values = [['après']];
      const range = sheet.getRange('A1').load('values');
      await context.sync();
      expect(range.values).toEqual([['après']]);
    });
  });
});

describe('names', () => {
  test('ranges, constants, formulas; of the workbook or of a sheet', async () => {
    const read = await onNewSheet(async (sheet, context) => {
      const range = context.workbook.names.add('Loyers', sheet.getRange('A1:A2'), 'un commentaire');
      const rate = context.workbook.names.add('Taux', '=0.2');
      sheet.names.add('Local', '=$B$1');
      sheet.getRange('A1:A2').values = [[10], [20]];
      sheet.getRange('C1').formulas = [['=SUM(Loyers)*Taux']];
      const value = sheet.getRange('C1').load('values');
      range.load('name, type, value, formula, comment, scope');
      rate.load('type, value, formula');
      const found = range.getRange().load('address');
      const byName = sheet.getRange('Loyers').load('address');
      const missing = context.workbook.names.getItemOrNullObject('Absent');
      await context.sync();
      return {
        range: range.toJSON(),
        rate: rate.toJSON(),
        value: value.values,
        found: found.address,
        byName: byName.address,
        missing: missing.isNullObject,
      };
    }, 'Nommée');
    expect(read).toEqual({
      range: {
        name: 'Loyers',
        type: 'Range',
        value: 'Nommée!A1:A2',
        formula: '=Nommée!$A$1:$A$2',
        comment: 'un commentaire',
        scope: 'Workbook',
      },
      rate: { type: 'Double', value: 0.2, formula: '=0.2' },
      value: [[6]],
      found: 'Nommée!A1:A2',
      byName: 'Nommée!A1:A2',
      missing: true,
    });
  });

  test.each([
    ['A1', 'InvalidArgument'],
    ['deux mots', 'InvalidArgument'],
    ['Taux', 'ItemAlreadyExists'],
  ])('the name %s is refused: %s', async (name, code) => {
    const problem = await failureOf(() =>
      batch(async (context) => {
        context.workbook.names.add(name, '=1');
        await context.sync();
      }),
    );
    expect(problem.code).toBe(code);
  });
});

test('what the document holds: properties, settings, XML parts, comments, culture', async () => {
  const read = await onNewSheet(async (_sheet, context) => {
    const { workbook } = context;
    workbook.properties.title = 'Titre';
    workbook.properties.custom.add('Cle', 'valeur');
    workbook.settings.add('reglage', { annee: 2026 });
    const part = workbook.customXmlParts.add('<r xmlns="urn:impact"><v>1</v></r>');
    workbook.comments.add('Fonds!A1', 'à vérifier');
    workbook.properties.load('title');
    const custom = workbook.properties.custom.getItemOrNullObject('CLE').load('value, type');
    const absent = workbook.properties.custom.getItemOrNullObject('autre');
    const setting = workbook.settings.getItemOrNullObject('reglage').load('value');
    const xml = part.getXml();
    const same = workbook.customXmlParts.getByNamespace('urn:impact').getOnlyItemOrNullObject().load('id');
    part.load('id');
    const comment = workbook.comments.getItemByCell('Fonds!A1').load('content');
    const culture = workbook.application.cultureInfo.load('name');
    culture.numberFormat.load('numberDecimalSeparator');
    await context.sync();
    return [
      workbook.properties.title,
      custom.value,
      absent.isNullObject,
      setting.value,
      xml.value,
      same.id === part.id,
      comment.content,
      culture.name,
      culture.numberFormat.numberDecimalSeparator,
    ];
  }, 'Fonds');
  expect(read).toEqual([
    'Titre',
    'valeur',
    true,
    { annee: 2026 },
    '<r xmlns="urn:impact"><v>1</v></r>',
    true,
    'à vérifier',
    'fr-FR',
    ',',
  ]);
});

test('data validation covers what it was set on, and can be cut', async () => {
  const read = await onNewSheet(async (sheet, context) => {
    const all = sheet.getRange('A1:A10').dataValidation;
    all.rule = { list: { inCellDropDown: true, source: 'Oui,Non' } };
    all.errorAlert = { message: 'Oui ou Non', showAlert: true, style: 'Stop', title: 'Réponse' };
    sheet.getRange('A5').dataValidation.clear();
    const first = sheet.getRange('A1:A4').dataValidation.load('type, rule, errorAlert');
    const hole = sheet.getRange('A5').dataValidation.load('type');
    await context.sync();
    return [first.type, first.rule, first.errorAlert.message, hole.type];
  });
  expect(read).toEqual(['List', { list: { inCellDropDown: true, source: 'Oui,Non' } }, 'Oui ou Non', 'None']);
});

test('charts and conditional formats are kept as they were set', async () => {
  const read = await onNewSheet(async (sheet, context) => {
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Auto');
    chart.title.text = 'Loyers';
    chart.legend.visible = false;
    chart.axes.valueAxis.title.text = '€/m²';
    chart.setPosition('D2', 'J15');
    const format = sheet.getRange('A1:A9').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=$A1>10';
    format.custom.format.fill.color = '#FF0000';
    chart.load('chartType');
    chart.title.load('text');
    chart.legend.load('visible');
    format.load('type');
    format.custom.rule.load('formula');
    const count = sheet.getRange('A3').conditionalFormats.getCount();
    await context.sync();
    return [
      chart.chartType,
      chart.title.text,
      chart.legend.visible,
      format.type,
      format.custom.rule.formula,
      count.value,
    ];
  });
  expect(read).toEqual(['ColumnClustered', 'Loyers', false, 'Custom', '=$A1>10', 1]);
});
