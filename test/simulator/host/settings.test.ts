import { useExcel } from './support';

const excel = useExcel({
  workbook: {
    id: 'reglages',
    sheetOrder: ['un'],
    sheets: { un: { id: 'un', name: 'Feuil1', rowCount: 20, columnCount: 5 } },
    custom: { excel: { settings: { deja: { annee: 2023 } } } },
  },
});

const saved = (settings: Office.Settings): Promise<Office.AsyncResultStatus> =>
  new Promise((resolve) => settings.saveAsync((result) => resolve(result.status)));

test('the settings of the document come from the workbook and are kept in it, as those of workbook.settings', async () => {
  const { settings } = excel.current.Office.context.document;
  expect(settings.get('deja')).toEqual({ annee: 2023 });
  settings.set('choix', { annee: 2024, noms: ['é', '"'] });
  settings.remove('deja');
  expect(await saved(settings)).toBe('succeeded');
  const read = await Excel.run(async (context) => {
    const stored = context.workbook.settings.load('items/key, items/value');
    await context.sync();
    return stored.items.map(({ key, value }) => [key, value] as unknown[]);
  });
  expect(read).toEqual([['choix', { annee: 2024, noms: ['é', '"'] }]]);
});
