import { provideTable } from '../../src/territory';
import type * as functionsContext from '../../src/functions';
import type * as territoryContext from '../../src/territory';
import { type FailureKind, functionTable, loadTable, register } from '../../src/functions';

class HostError {
  constructor(
    readonly kind: FailureKind,
    readonly message: string,
  ) {}
}

type Run = (...given: unknown[]) => unknown;
const makeError = (kind: FailureKind, message: string) => new HostError(kind, message);

/** The functions as a host has them. */
function host(
  options: Parameters<typeof register>[2] = {},
  associate = register,
): { run: (id: string, ...given: unknown[]) => unknown; ids: string[] } {
  const functions = new Map<string, Run>();
  associate((id, run) => void functions.set(id, run), makeError, options);
  return { ids: [...functions.keys()], run: (id, ...given) => functions.get(id)?.(...given) };
}

const thrown = (make: () => unknown): unknown => {
  try {
    return make();
  } catch (problem) {
    return problem;
  }
};

describe('registration', () => {
  const { run, ids } = host();
  /** What Excel adds behind the arguments of every call. */
  const invocation = { functionName: 'X', address: 'Feuil1!A1' };

  it('associates every function of the table, once', () => {
    expect(ids).toEqual(functionTable.map((one) => one.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('passes arguments on and ignores what the host adds', () => {
    expect(run('LOYER_M2', [[100]], [[20]], invocation)).toBe(5);
    expect(run('TAUX_VACANCE', [[1], [2]], null, invocation)).toBe(0.5);
    expect(run('SIREN_VALIDE', [['732829320'], ['1']], invocation)).toEqual([[true], [false]]);
  });

  it('throws the error of the host, with its words', () => {
    expect(thrown(() => run('LOYER_M2', [[1], [2]], [[1]], invocation))).toEqual(
      new HostError(
        'value',
        '« loyers » (2 × 1) et « surfaces » (1 × 1) n’ont pas la même taille : sélectionnez les mêmes lignes.',
      ),
    );
    expect(thrown(() => run('LOYER_M2', [[null]], [[1]], invocation))).toMatchObject({ kind: 'na' });
  });

  it('speaks the language of the host, asked at every call', () => {
    let locale: 'fr' | 'en' = 'en';
    const english = host({ locale: () => locale });
    expect(thrown(() => english.run('LOYER_M2', [[1], [2]], [[1]]))).toMatchObject({
      message: '"loyers" (2 × 1) and "surfaces" (1 × 1) are not of the same size: select the same rows.',
    });
    expect(english.run('DEFINITION', 'nb_lls', 'libelle')).toBe('Social rental dwellings');
    locale = 'fr';
    expect(english.run('DEFINITION', 'nb_lls', 'libelle')).toBe('Logements locatifs sociaux');
  });

  it('puts an error of the host in the cell that fails, in a spilled range', () => {
    expect(run('NOMBRE_FR', [['1,5'], ['x']], invocation)).toEqual([
      [1.5],
      [new HostError('value', expect.stringContaining('« x »') as unknown as string)],
    ]);
  });

  it('never gives null, nor a number that is not one', () => {
    const result = run('SIREN_VALIDE', [[null], ['732829320'], ['']], invocation) as unknown[][];
    expect(result.flat()).toEqual(['', true]);
    // 1e308 € × 1e6 €/M€ does not fit in a number.
    expect(thrown(() => run('EMPLOIS', 1e308, 'neuf', null, null, 'M€'))).toMatchObject({ kind: 'na' });
  });
});

describe('functions that wait for a geographic table', () => {
  /** The same context, before anything was provided. */
  function fresh(load: (table: string, territory: typeof territoryContext) => Promise<void>) {
    let made: ReturnType<typeof host> | undefined;
    jest.isolateModules(() => {
      const territory = jest.requireActual<typeof territoryContext>('../../src/territory');
      const functions = jest.requireActual<typeof functionsContext>('../../src/functions');
      made = host({ load: (table) => load(table, territory) }, functions.register);
    });
    if (!made) throw new Error('the module was not loaded');
    return made;
  }

  const tables = {
    territories: () => jest.requireActual('../../generated/territory.json'),
    postalCodes: () => jest.requireActual('../../generated/postal-codes.json'),
  };

  it('answer with a promise until the table is there, then at once', async () => {
    const asked: string[] = [];
    const { run } = fresh(async (table, { provideTable: provide }) => {
      asked.push(table);
      if (table === 'territories') provide('territories', tables.territories);
      else provide('postalCodes', tables.postalCodes);
    });
    const first = run('COMMUNE', '14000');
    expect(first).toBeInstanceOf(Promise);
    await expect(first).resolves.toBe('Caen');
    // One function may need both tables.
    expect(asked).toEqual(['postalCodes', 'territories']);
    expect(run('COMMUNE', '14000')).toBe('Caen');
    expect(run('TERRITOIRE', '14118', 'DEP')).toBe('Calvados');
    expect(asked).toHaveLength(2);
  });

  it('do not wait when they need none', async () => {
    const { run } = fresh(() => Promise.reject(new Error('no table should be asked')));
    expect(run('LOYER_M2', 100, 20)).toBe(5);
    const data = [
      ['code', 'annee', 'territoire', 'valeur'],
      ['nb_lls', 2024, null, 7],
    ];
    // The catalogue alone is waited for, once.
    await expect(run('INDICATEUR', 'CTX-01', data, 2024, 'FR')).resolves.toBe(7);
    expect(run('INDICATEUR', 'CTX-01', data, 2024, 'FR')).toBe(7);
    expect(run('INDICATEURS', data, null, null, 'CTX-01')).toHaveLength(2);
  });

  it('end in an error, never in a wait without end, when the table cannot be had', async () => {
    const failing = fresh(() => Promise.reject(new Error('offline')));
    await expect(failing.run('TERRITOIRE', '14118')).rejects.toMatchObject({
      kind: 'na',
      message: expect.stringContaining('Ctrl+Alt+F9'),
    });
    const useless = fresh(() => Promise.resolve());
    await expect(useless.run('TERRITOIRE', '14118')).rejects.toMatchObject({ kind: 'na' });
    const late = fresh(async (_, { provideTable: provide }) => provide('territories', tables.territories));
    await expect(late.run('TERRITOIRE', 'Caen')).rejects.toMatchObject({
      kind: 'value',
      message: expect.stringContaining('COM:14118'),
    });
  });
});

describe('functions that wait for the texts of the catalogue', () => {
  it('answer with a promise until they are there; the others never wait', async () => {
    // What the add-in has in the place of the whole catalogue (webpack.config.js).
    jest.doMock('../../src/catalogue/shipped', () =>
      jest.requireActual('../../src/catalogue/shipped-in-parts'),
    );
    await jest.isolateModulesAsync(async () => {
      const functions = jest.requireActual<typeof functionsContext>('../../src/functions');
      const { run } = host({}, functions.register);
      await expect(run('COEFFICIENT', 'heures_etp')).resolves.toBe(1607);
      expect(run('COEFFICIENT', 'heures_etp')).toBe(1607);
      const definition = run('DEFINITION', 'PAC-01');
      expect(definition).toBeInstanceOf(Promise);
      await expect(definition).resolves.toMatch(/^Somme des loyers/u);
      expect(run('DEFINITION', 'PAC-01')).toMatch(/^Somme des loyers/u);
    });
    jest.dontMock('../../src/catalogue/shipped');
  });
});

describe('loadTable', () => {
  it('provides the tables of the add-in', async () => {
    await loadTable('territories');
    await loadTable('postalCodes');
    provideTable('territories', () => jest.requireActual('../../generated/territory.json'));
    expect(host().run('TERRITOIRE', '14118', 'DEP')).toBe('Calvados');
  });
});
