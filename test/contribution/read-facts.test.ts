import { tableNames } from '../../src/contribution';
import { readFacts } from '../../src/contribution/read-facts';
import { CellError, type CellValue, UNCALCULATED } from '../../src/xlsx';
import { brief, reading } from './support';

const columns = ['code', 'annee', 'territoire', 'valeur', 'unite', 'source', 'commentaire'];
const read = (rows: CellValue[][], headings = columns) =>
  reading(tableNames.facts, headings, rows, readFacts);

/** The answer, and remarks, of one row whose code, value and unit are given. */
function one(code: string, valeur: CellValue, unite?: string) {
  const { value, remarks } = read([[code, 2019, 'DEP:14', valeur, unite]]);
  const answer = value?.[0]?.answer;
  return {
    answer: answer?.kind === 'number' ? answer.value : answer?.kind,
    remarks: remarks.map(brief),
    message: remarks[0]?.message,
  };
}

describe('what a valeur means', () => {
  it('a number, 0 included, is the answer', () => {
    expect(one('nb_lls', 1234)).toMatchObject({ answer: 1234, remarks: [] });
    expect(one('nb_lls', 0)).toMatchObject({ answer: 0, remarks: [] });
  });

  it.each(['ND', 'nd', ' Nd ', '\u00a0ND'])('%j is not available', (valeur) =>
    expect(one('nb_lls', valeur)).toMatchObject({ answer: 'unavailable', remarks: [] }),
  );

  it.each(['SO', 'so', ' sO\t'])('%j is not applicable', (valeur) =>
    expect(one('nb_lls', valeur)).toMatchObject({ answer: 'not_applicable', remarks: [] }),
  );

  it.each([undefined, '', '  ', '\u00a0'])('%j is blank, without remark', (valeur) =>
    expect(one('nb_lls', valeur)).toMatchObject({ answer: 'blank', remarks: [] }),
  );

  it('a formula never calculated is blank, and says what to do', () => {
    const read = one('nb_lls', UNCALCULATED);
    expect(read).toMatchObject({ answer: 'blank', remarks: ['warning uncalculated D2'] });
    expect(read.message).toMatch(/jamais été calculée : ouvrez le classeur dans Excel, puis enregistrez-le/);
  });

  it('a French number typed as text is read, with a warning that shows it', () => {
    const read = one('loyers', '1\u00a0234,5');
    expect(read).toMatchObject({ answer: 1234.5, remarks: ['warning number_as_text D2'] });
    expect(read.message).toMatch(/« Loyers » \(loyers\) : nombre saisi comme du texte, lu 1\s234,5/);
  });

  it('an error value is refused, by its name', () => {
    const read = one('loyers', new CellError('#DIV/0!'));
    expect(read).toMatchObject({ answer: 'refused', remarks: ['blocking error_value D2'] });
    expect(read.message).toMatch(/#DIV\/0!/);
  });

  it.each([
    ['NC', 'blocking not_a_number D2', /saisissez un nombre, ND \(donnée non disponible\) ou SO/],
    ['environ 12', 'blocking not_a_number D2', /« environ 12 » n’est pas un nombre/],
    ['1.234', 'blocking ambiguous_number D2', /« 1.234 » peut se lire de plusieurs façons/],
    ['1,234.5', 'blocking ambiguous_number D2', /sans point/],
    ['12 000 €', 'blocking not_a_number D2', /l’unité dans la colonne « unite »/],
    ['=1+1', 'blocking not_a_number D2', /« =1\+1 »/],
    ['-', 'blocking not_a_number D2', /« - »/],
  ])('the text %j is refused', (valeur, remark, message) => {
    const read = one('loyers', valeur);
    expect(read).toMatchObject({ answer: 'refused', remarks: [remark] });
    expect(read.message).toMatch(message);
  });

  it('a boolean is refused', () => {
    expect(one('loyers', true)).toMatchObject({ answer: 'refused', remarks: ['blocking boolean_value D2'] });
    expect(one('loyers', true).message).toMatch(/VRAI au lieu d’un nombre/);
  });

  it('a negative is refused where the data point cannot be', () => {
    expect(one('loyers', -5)).toMatchObject({ answer: 'refused', remarks: ['blocking negative D2'] });
    expect(one('loyers', '-5').answer).toBe('refused');
    expect(one('afn', -5)).toMatchObject({ answer: -5, remarks: [] });
  });

  it('a fraction of a dwelling is kept with a warning', () => {
    expect(one('nb_lls', 12.5)).toMatchObject({ answer: 12.5, remarks: ['warning not_whole D2'] });
    expect(one('nb_lls', 12.0000000001).remarks).toEqual([]);
    expect(one('loyers', 12.5).remarks).toEqual([]);
  });
});

describe('the unit of a row', () => {
  it.each([
    ['loyers', 2, '€', 2],
    ['loyers', 2, 'euros', 2],
    ['loyers', 2, undefined, 2],
    ['loyers', 2, ' ', 2],
    ['nb_lls', 2, 'logements', 2],
  ])('%s: %d %s is %d without remark', (code, valeur, unite, value) =>
    expect(one(code, valeur, unite)).toMatchObject({ answer: value, remarks: [] }),
  );

  it.each([
    ['loyers', 2.5, 'k€', 2500],
    ['loyers', 1.1, 'M€', 1_100_000],
    ['loyers', '2,5', 'K€', 2500],
    ['conso', 3, 'MWh', 3000],
    ['somme_shab_loue', 2, 'ha', 20_000],
  ])('%s: %s %s is converted to %d with a warning', (code, valeur, unite, value) => {
    const read = one(code, valeur, unite);
    expect(read.answer).toBe(value);
    expect(read.remarks).toContain('warning converted_unit E2');
  });

  it.each([
    ['loyers', 'm²'],
    ['loyers', '€/m²'],
    ['nb_lls', 'k€'],
    ['loyers', 'bananes'],
  ])('%s in %s is refused', (code, unite) => {
    const read = one(code, 5, unite);
    expect(read).toMatchObject({ answer: 'refused', remarks: ['blocking wrong_unit E2'] });
    expect(read.message).toContain(`« ${unite} »`);
  });

  it('says both figures of a conversion', () => {
    expect(one('loyers', 2.5, 'k€').message).toMatch(/2,5 k€ converti en 2\s500 €/);
  });
});

describe('the code of a row', () => {
  it.each(['nb_lls', 'NB_LLS', ' nb_lls ', 'Nb_Lls'])('%j is nb_lls', (code) => {
    const { value, remarks } = read([[code, 2019, '', 5]]);
    expect(value?.[0]?.code).toBe('nb_lls');
    expect(remarks).toEqual([]);
  });

  it.each([
    ['nb_llss', 'unknown_code', /Code inconnu, « nb_llss » : vouliez-vous écrire nb_lls \?/],
    ['zzz', 'unknown_code', /Code inconnu, « zzz » : vérifiez-le dans le catalogue/],
    ['rp_territoire', 'reference_code', /donnée de référence/],
    ['ref.rp_territoire', 'reference_code', /donnée de référence/],
    ['CTX-01', 'indicator_code', /est un indicateur : il est recalculé/],
    ['loyer_hlm', 'misplaced_code', /se saisit dans la table IMPACT_LOYERS/],
    ['conso_avant', 'misplaced_code', /se saisit dans la table IMPACT_TRAVAUX/],
  ])('%s is kept out with a warning', (code, remark, message) => {
    const { value, remarks } = read([[code, 2019, '', 5]]);
    expect(value).toEqual([]);
    expect(remarks.map(brief)).toEqual([`warning ${remark} A2`]);
    expect(remarks[0]?.message).toMatch(message);
  });

  it('missing beside a value is told; blank rows and titles inside the table are passed', () => {
    const { value, remarks } = read([
      [undefined, 2019, '', 5],
      [],
      ['Parc au 31/12'],
      ['nb_lls', undefined, '', undefined],
      [' ', '', ' ', ' '],
    ]);
    expect(value).toEqual([]);
    expect(remarks.map(brief)).toEqual(['warning unknown_code A2']);
  });
});

describe('the year of a row', () => {
  it.each([2019, '2019', ' 2019 ', 2018, 1900, 2100])('%j is read', (annee) => {
    const { value, remarks } = read([['nb_lls', annee, '', 5]]);
    expect(value?.[0]?.year).toBe(Number(annee));
    expect(remarks).toEqual([]);
  });

  it.each<[CellValue, string]>([
    [undefined, 'missing_year'],
    ['deux mille', 'invalid_year'],
    [19, 'invalid_year'],
    [1899, 'invalid_year'],
    [2101, 'invalid_year'],
    [43466, 'invalid_year'],
    [2019.5, 'invalid_year'],
    [new CellError('#REF!'), 'invalid_year'],
    [UNCALCULATED, 'invalid_year'],
  ])('%p keeps the row out', (annee, code) => {
    const { value, remarks } = read([['nb_lls', annee, '', 5]]);
    expect(value).toEqual([]);
    expect(remarks.map(brief)).toEqual([`blocking ${code} B2`]);
  });
});

describe('the territory of a row', () => {
  const at = (territoire: CellValue) => read([['nb_lls', 2019, territoire, 5]]);

  it('blank is left for the campaign', () => {
    expect(at(undefined).value?.[0]).toMatchObject({ territory: '', written: '' });
  });

  it('is kept as today and as written', () => {
    expect(at(' dep:14').value?.[0]).toMatchObject({ territory: 'DEP:14', written: 'DEP:14' });
    expect(at('COM:75101').value?.[0]).toMatchObject({ territory: 'COM:75056', written: 'COM:75101' });
    expect(at('COM:75101').remarks).toEqual([]);
    expect(at('ZONE:abc/B2').value?.[0]).toMatchObject({ territory: 'ZONE:abc/B2', written: 'ZONE:abc/B2' });
  });

  it('of a former commune is carried with a warning', () => {
    const { value, remarks } = at('COM:74011');
    expect(value?.[0]).toMatchObject({ territory: 'COM:74010', written: 'COM:74011' });
    expect(remarks.map(brief)).toEqual(['warning carried_territory C2']);
    expect(remarks[0]?.message).toBe(
      'COM:74011 est une ancienne commune : la ligne est rattachée à COM:74010 (Annecy).',
    );
  });

  it.each([
    [14118, /écrivez COM:14118 \(Caen\)/],
    ['14', /écrivez DEP:14 \(Calvados\)/],
    ['Normandie', /écrivez REG:28 \(Normandie\)/],
    ['28', /écrivez REG:28 \(Normandie\) ou DEP:28 \(Eure-et-Loir\)/],
    ['DEP:99', /Territoire inconnu, « DEP:99 » : écrivez FR, REG:28/],
    [new CellError('#N/A'), /#N\/A/],
    [true, /VRAI/],
  ])('%p is unknown: the row is out', (territoire, message) => {
    const { value, remarks } = at(territoire);
    expect(value).toEqual([]);
    expect(remarks.map(brief)).toEqual(['blocking unknown_territory C2']);
    expect(remarks[0]?.message).toMatch(message);
  });
});

describe('a row that speaks for a whole table or list', () => {
  it.each([
    ['IMPACT_LOYERS', 'ND', 'IMPACT_LOYERS', 'unavailable'],
    ['impact_travaux', 0, 'IMPACT_TRAVAUX', 'number'],
    ['fournisseurs', 'SO', 'fournisseurs', 'not_applicable'],
    ['IMPACT_TRAVAUX', '0', 'IMPACT_TRAVAUX', 'number'],
  ])('%s %p', (code, valeur, expected, kind) => {
    const { value, remarks } = read([[code, 2019, '', valeur]]);
    expect(value).toMatchObject([{ code: expected, year: 2019, territory: '', answer: { kind } }]);
    expect(remarks).toEqual([]);
  });

  it.each([5, 'oui', -1, new CellError('#REF!')])('%p is refused', (valeur) => {
    const { value, remarks } = read([['fournisseurs', 2019, '', valeur]]);
    expect(value).toMatchObject([{ code: 'fournisseurs', answer: { kind: 'refused' } }]);
    expect(remarks.map(brief)).toEqual(['blocking invalid_whole D2']);
    expect(remarks[0]?.message).toMatch(/écrivez 0 \(aucune ligne\), ND ou SO/);
  });

  it('blank says nothing', () => {
    expect(read([['IMPACT_LOYERS', 2019, '', undefined]])).toEqual({ value: [], remarks: [] });
  });
});

describe('the columns of a table', () => {
  it('are found in any order, case, accents, spaces and line breaks aside; others are left alone', () => {
    const { value, remarks } = read(
      [[7, 'x', 'nb_lls', 'DEP:14', 2019]],
      ['VALEUR', 'Notes', ' Co\nde', 'Territoire ', 'Année'],
    );
    expect(remarks).toEqual([]);
    expect(value).toMatchObject([
      { code: 'nb_lls', year: 2019, territory: 'DEP:14', answer: { kind: 'number', value: 7 } },
    ]);
    expect(value?.[0]?.source).toEqual({ file: 'essai.xlsx', sheet: 'Feuille', cell: 'A2' });
  });

  it('that are required and missing are named', () => {
    const { value, remarks } = read([], ['code', 'annee']);
    expect(value).toBeUndefined();
    expect(remarks.map(brief)).toEqual(['blocking missing_column ']);
    expect(remarks[0]?.message).toMatch(/IMPACT_DONNEES la colonne « territoire », « valeur »/);
  });

  it('given twice: the first is read', () => {
    const { value, remarks } = read(
      [['nb_lls', 2019, '', 5, 6]],
      ['code', 'annee', 'territoire', 'valeur', 'Valeur'],
    );
    expect(value).toMatchObject([{ answer: { value: 5 } }]);
    expect(remarks.map(brief)).toEqual(['warning duplicate_column ']);
  });
});

it('keeps the words of the landlord as data, and cuts a text too long', () => {
  const { value, remarks } = read([['nb_lls', 2019, '', 5, '', '=HYPERLINK("x")', 'a'.repeat(1500)]]);
  expect(value?.[0]).toMatchObject({ origin: '=HYPERLINK("x")', comment: 'a'.repeat(1000) });
  expect(remarks.map(brief)).toEqual(['warning text_cut G2']);
});

it('tells the first 200 remarks of a kind, and counts the others', () => {
  const { remarks } = read(Array.from({ length: 250 }, () => ['zzz', 2019, '', 5]));
  expect(remarks).toHaveLength(201);
  expect(remarks[200]?.message).toMatch(/^50 autre\(s\) remarque\(s\)/);
});
