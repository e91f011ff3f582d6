import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../src/catalogue';
import {
  exampleCall,
  familyLabels,
  families,
  functionHelp,
  functionTable,
  metadata,
} from '../../src/functions';

const published = [
  'INDICATEUR',
  'INDICATEURS',
  'EXPLIQUER',
  'DEFINITION',
  'COEFFICIENT',
  'LOYER_M2',
  'ECONOMIE_LOYER',
  'TAUX_VACANCE',
  'TAUX_MOBILITE',
  'TAUX_IMPAYES',
  'EMPLOIS',
  'EMPLOIS_LOGEMENTS',
  'PART_LOCALE',
  'LM3',
  'HEURES_INSERTION_ETP',
  'ETIQUETTE_DPE',
  'PART_ETIQUETTES',
  'CO2',
  'GAIN_ENERGETIQUE',
  'TERRITOIRE',
  'COMMUNE',
  'ZONE',
  'CONSOLIDER',
  'COUVERTURE',
  'REDRESSER',
  'SECRET',
  'SIREN_VALIDE',
  'SIRET_VALIDE',
  'NOMBRE_FR',
];

describe('functions.json', () => {
  it('has every function promised', () => {
    expect(metadata('fr').functions.map((one) => one.id)).toEqual(published);
  });

  it('is the same in both languages but for the descriptions', () => {
    const bare = (locale: 'fr' | 'en') =>
      JSON.stringify(metadata(locale), (key, value: unknown) => (key === 'description' ? '' : value));
    expect(bare('fr')).toBe(bare('en'));
    expect(JSON.stringify(metadata('fr'))).not.toBe(JSON.stringify(metadata('en')));
  });

  // https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-naming and custom-functions-json
  describe.each(metadata('fr').functions)('$id', ({ id, name, parameters, result, description }) => {
    it('has a name that Excel accepts and that is no cell', () => {
      expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
      expect(name).toBe(id);
      // IMPACT.CO2 is not the cell CO2: Excel reads the namespace first.
      expect(`IMPACT.${id}`).not.toMatch(/^[A-Z]{1,3}\d+$/);
      expect(`IMPACT.${id}`.length).toBeLessThan(32 * 8);
    });

    it('puts optional parameters behind the others, with names of its own', () => {
      const optional = parameters.map((one) => one.optional === true);
      expect(optional).toEqual([...optional].sort((one, other) => Number(one) - Number(other)));
      expect(new Set(parameters.map((one) => one.name)).size).toBe(parameters.length);
      for (const one of parameters) {
        expect(one.name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(one.type).toBe('any');
        expect(['scalar', 'matrix']).toContain(one.dimensionality);
        expect(Object.keys(one)).not.toContain('default');
      }
    });

    it('says what it does in a line', () => {
      for (const text of [description, ...parameters.map((one) => one.description)]) {
        expect(text.length).toBeGreaterThan(4);
        expect(text.length).toBeLessThanOrEqual(255);
      }
      expect(['scalar', 'matrix']).toContain(result.dimensionality);
    });
  });

  it('lets errors come through, so that messages name the cell', () => {
    expect(metadata('fr').allowErrorForDataTypeAny).toBe(true);
    expect(metadata('en', (id) => `https://x/${id}.html`).functions[0]).toMatchObject({
      helpUrl: 'https://x/INDICATEUR.html',
    });
  });
});

describe('the texts', () => {
  it('are there in French and in English, and differ', () => {
    for (const { id, description, help, parameters } of functionTable) {
      for (const text of [description, help, ...parameters.map((one) => one.description)]) {
        expect([id, text.fr.trim().length > 0, text.en.trim().length > 0]).toEqual([id, true, true]);
      }
      expect([id, description.fr === description.en, help.fr === help.en]).toEqual([id, false, false]);
    }
    expect(Object.keys(familyLabels)).toEqual([...families]);
  });

  it('cite sources that the catalogue has', () => {
    for (const { references } of functionTable)
      for (const key of references) expect([...catalogue.references.keys()]).toContain(key);
  });

  it('give the help by family, with the syntax of each language', () => {
    const all = functionHelp('fr', catalogue).flatMap((one) => one.functions);
    expect(all.map((one) => one.id).sort()).toEqual([...published].sort());
    const rent = all.find((one) => one.id === 'LOYER_M2');
    expect(rent?.syntax).toBe('IMPACT.LOYER_M2(loyers; surfaces)');
    expect(rent?.sources[0]).toMatch(/^SDES/);
    expect(rent?.examples[0]?.call).toBe('=IMPACT.LOYER_M2({300;420;9999;""}; {60;70;55;80})');
    const coefficient = all.find((one) => one.id === 'COEFFICIENT');
    expect(coefficient?.syntax).toBe('IMPACT.COEFFICIENT(code; [annee]; [jeu]; [mesure]; [territoire])');
    const english = functionHelp('en', catalogue).flatMap((one) => one.functions);
    const zone = english.find((one) => one.id === 'ZONE');
    expect(zone?.syntax).toBe('IMPACT.ZONE(communes, table, [colonne])');
    expect(zone?.examples[0]?.call).toBe(
      '=IMPACT.ZONE({"14118";"75056"}, {"CODGEO","Zone";"14118","B1";"75056","A bis"}, "zone")',
    );
  });

  it('write numbers, booleans and quotes as each Excel does', () => {
    const [spec] = functionTable;
    if (!spec) throw new Error('no function');
    const example = {
      given: [
        1.5,
        true,
        null,
        'a"b',
        [
          [1, 2.5],
          [false, null],
        ],
      ],
      expected: 0,
      reason: '',
    };
    expect(exampleCall(spec, example, 'fr')).toBe('=IMPACT.INDICATEUR(1,5; VRAI; ; "a""b"; {1.2,5;FAUX.""})');
    expect(exampleCall(spec, example, 'en')).toBe(
      '=IMPACT.INDICATEUR(1.5, TRUE, , "a""b", {1,2.5;FALSE,""})',
    );
  });
});

describe('the code', () => {
  const folder = join(__dirname, '../../src/functions');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.ts'),
  );

  it('knows no host but in one file', () => {
    for (const file of files.filter((one) => one !== 'in-excel.ts')) {
      const code = readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
      expect([file, /\b(CustomFunctions|Excel|Office)\./.test(code.replace(/'[^']*'|`[^`]*`/g, ''))]).toEqual(
        [file, false],
      );
    }
  });

  it('adapts functions to the host in one adapter under ten lines', () => {
    const text = readFileSync(join(folder, 'register.ts'), 'utf8');
    const body = /function adapter\([\s\S]*?\n\}/.exec(text)?.[0] ?? '';
    const lines = body.split('\n').length;
    expect(lines).toBeGreaterThan(2);
    expect(lines).toBeLessThan(10);
  });

  it('gives no parameter a default value that Excel would replace by null', () => {
    for (const spec of functionTable) expect(String(spec.run)).not.toMatch(/^(async )?\w*\s*\([^)]*=[^>]/);
  });
});
