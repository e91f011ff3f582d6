import {
  freezeValues,
  readTable,
  recalculateWorkbook,
  RECORD_TABLE,
  repairFunctions,
  restoreFormulas,
  selectCell,
} from '../../src/excel';
import { callsOurs, withOwnNames } from '../../src/excel/functions/ours';
import { startScene, type Scene } from './support';

jest.setTimeout(60_000);

describe('which formulas are ours', () => {
  test.each([
    ['=IMPACT.LOYER_M2(A1,B1)', true],
    ['=1+impact.taux_vacance (A1)', true],
    ['=@IMPACT.INDICATEURS(A1:B9)', true],
    ['=_xldudf_IMPACT_LOYER_M2(A1)', true],
    ['=_xlfn._xldudf_IMPACT_LOYER_M2(A1)', true],
    ['=SUM(IMPACT_DONNEES[Valeur])', false],
    ['="IMPACT.LOYER_M2(A1)"', false],
    ["='IMPACT.FEUILLE(1)'!A1", false],
    ['=MONIMPACT.LOYER(A1)', false],
    ['=A1*2', false],
  ])('%s: %s', (formula, expected) => {
    expect(callsOurs(formula)).toBe(expected);
  });

  test('a function stored under Excel’s own name gets ours back, texts left alone', () => {
    expect(withOwnNames('=_xldudf_IMPACT_LOYER_M2(A1,"_xldudf_IMPACT_X(")+SUM(A1)')).toBe(
      '=IMPACT.LOYER_M2(A1,"_xldudf_IMPACT_X(")+SUM(A1)',
    );
  });
});

const functions = ['DOUBLE', 'CODE'].map((id) => ({
  id,
  name: id,
  parameters: [{ name: 'plage', type: 'any', dimensionality: 'matrix' }],
  result: { type: 'any', dimensionality: 'matrix' },
}));

let code: string;

/** Two numbers doubled over four cells, a code that must stay text, a function that nobody has. */
async function startWithFunctions(): Promise<Scene> {
  const scene = await startScene();
  scene.CustomFunctions.associate('DOUBLE', (cells: unknown[][]) =>
    cells.map((row) => row.map((cell) => Number(cell) * 2)),
  );
  code = '01001';
  scene.CustomFunctions.associate('CODE', () => [[code]]);
  scene.host.functions.register({ functions }, { namespace: 'IMPACT' });
  await scene.host.functions.ready();
  await scene.addSheet('Calculs', [
    [1, 2],
    [3, 4],
  ]);
  await scene.type('Calculs', 'D1', [['=IMPACT.DOUBLE(A1:B2)']]);
  await scene.type('Calculs', 'G1:G3', [['=SUM(A1:B2)'], ['=IMPACT.CODE(A1)'], ['=IMPACT.ABSENTE(A1)']]);
  await scene.host.settled();
  return scene;
}

describe('in a workbook', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await startWithFunctions();
  });
  afterEach(() => scene.dispose());

  test('recalculating gives the value of today to a formula that kept an older one, and names those in error', async () => {
    code = '01004';
    expect(await scene.values('Calculs', 'G2')).toEqual([['01001']]);
    const report = await recalculateWorkbook();
    // Excel is done when this ends: nothing else is waited for.
    expect(await scene.values('Calculs', 'G2')).toEqual([['01004']]);
    expect(report).toEqual({ formulas: 3, failing: [{ sheet: 'Calculs', address: 'G3' }] });
  });

  test('freezing replaces ours only, spills included, keeps texts, and can be undone', async () => {
    const report = await freezeValues('workbook');
    expect(report.frozen).toEqual([
      { sheet: 'Calculs', address: 'D1:E2' },
      { sheet: 'Calculs', address: 'G2' },
    ]);
    expect(report.skipped).toEqual([{ sheet: 'Calculs', address: 'G3' }]);
    expect(await scene.formulas('Calculs', 'D1:E2')).toEqual([
      [2, 4],
      [6, 8],
    ]);
    expect(await scene.formulas('Calculs', 'G1:G3')).toEqual([
      ['=SUM(A1:B2)'],
      ['01001'],
      ['=IMPACT.ABSENTE(A1)'],
    ]);
    expect((await readTable(RECORD_TABLE)).rows.map((row) => row.slice(0, 4))).toEqual([
      ['Calculs', 'D1:E2', '=IMPACT.DOUBLE(A1:B2)', 2],
      ['Calculs', 'G2', '=IMPACT.CODE(A1)', '01001'],
    ]);

    // Someone corrects a frozen value: their figure is kept.
    await scene.type('Calculs', 'G2', [['corrigé']]);
    expect(await restoreFormulas()).toEqual({
      restored: [{ sheet: 'Calculs', address: 'D1:E2' }],
      kept: [{ sheet: 'Calculs', address: 'G2' }],
    });
    await scene.host.settled();
    expect(await scene.formulas('Calculs', 'D1')).toEqual([['=IMPACT.DOUBLE(A1:B2)']]);
    expect(await scene.values('Calculs', 'D1:E2')).toEqual([
      [2, 4],
      [6, 8],
    ]);
    expect(await scene.values('Calculs', 'G2')).toEqual([['corrigé']]);
    expect((await readTable(RECORD_TABLE)).rows.map((row) => row[2])).toEqual(['=IMPACT.CODE(A1)']);
  });

  test('freezing again adds to the same record', async () => {
    await freezeValues('workbook');
    await scene.type('Calculs', 'I1', [['=IMPACT.CODE(A1)']]);
    await scene.host.settled();
    await selectCell('Calculs', 'A1');
    await freezeValues('sheet');
    expect((await readTable(RECORD_TABLE)).rows.map((row) => row[1])).toEqual(['D1:E2', 'G2', 'I1']);
  });

  test('the record itself is not taken for formulas when all is frozen again', async () => {
    await freezeValues('workbook');
    expect((await freezeValues('workbook')).frozen).toEqual([]);
    expect((await readTable(RECORD_TABLE)).rows).toHaveLength(2);
  });

  test('nothing frozen: nothing to put back, and no table is missed', async () => {
    expect(await restoreFormulas()).toEqual({ restored: [], kept: [] });
  });

  test('only the selection', async () => {
    await selectCell('Calculs', 'F1:H9');
    expect((await freezeValues('selection')).frozen).toEqual([{ sheet: 'Calculs', address: 'G2' }]);
    expect(await scene.formulas('Calculs', 'D1')).toEqual([['=IMPACT.DOUBLE(A1:B2)']]);
  });

  test('repairing enters again what shows #NAME?, and says what still does', async () => {
    // What Excel keeps of a formula saved where the add-in was not installed.
    await scene.type('Calculs', 'I1:I2', [['=_xldudf_IMPACT_CODE(A1)'], ['=1+_xldudf_IMPACT_INCONNUE(A1)']]);
    await scene.host.settled();
    const report = await repairFunctions();
    expect(report.repaired).toEqual([{ sheet: 'Calculs', address: 'I1' }]);
    expect(report.remaining).toEqual([
      { sheet: 'Calculs', address: 'I2' },
      { sheet: 'Calculs', address: 'G3' },
    ]);
    await scene.host.settled();
    expect(await scene.values('Calculs', 'I1')).toEqual([['01001']]);
    expect(await scene.formulas('Calculs', 'I1')).toEqual([['=IMPACT.CODE(A1)']]);
  });
});

test.each([0, 6, 12, 18, 24, 30, 36])(
  'connection lost for good during batch %i of a freeze: every formula is in its cell or on the record',
  async (batch) => {
    const scene = await startWithFunctions();
    // Faults that never strike let the first batches through.
    for (let count = 0; count < batch; count += 1) scene.host.faults.dropAfter(Number.MAX_SAFE_INTEGER);
    for (let count = 0; count < 8; count += 1) scene.host.faults.dropAfter(1);
    await freezeValues('workbook').catch((problem: unknown) =>
      expect(problem).toMatchObject({ code: expect.stringMatching(/connection|half_done/u) as string }),
    );
    scene.host.faults.clear();
    const inCells = (await scene.formulas('Calculs', 'D1:G2')).flat();
    const recorded = await readTable(RECORD_TABLE).then(
      ({ rows }) => rows.map((row) => row[2]),
      () => [],
    );
    for (const formula of ['=IMPACT.DOUBLE(A1:B2)', '=IMPACT.CODE(A1)'])
      expect([...inCells, ...recorded]).toContain(formula);
    scene.dispose();
  },
);
