import { catalogue } from '../../src/catalogue';
import { errorCodeOf, readAnswers, tableOfRange } from '../../src/contribution';

const donnees = (...rows: unknown[][]) =>
  tableOfRange([['Code', 'Année', 'Territoire', 'Valeur'], ...rows], {
    name: 'IMPACT_DONNEES',
    sheet: 'Saisie',
    origin: { row: 3, column: 1 },
  });

const read = (...rows: unknown[][]) => readAnswers({ IMPACT_DONNEES: donnees(...rows) }, '', catalogue);

describe('answers read from the ranges of an open workbook', () => {
  it('follows the rules of closed workbooks: blank, ND, SO, French numbers, former communes', () => {
    const { facts } = read(
      ['nb_lls', 2019, null, 1000],
      ['nb_loues', '2019', '', '1 234,5'],
      ['nb_vacants', 2019, undefined, 'nd'],
      ['nb_vac3m', 2019, 'COM:14712', 'SO'],
      ['nb_neufs', 2019, '', ''],
      [null, null, null, null],
    );
    expect(facts.map(({ code, territory, answer }) => [code, territory, answer])).toEqual([
      ['nb_lls', '', { kind: 'number', value: 1000 }],
      ['nb_loues', '', { kind: 'number', value: 1234.5 }],
      ['nb_vacants', '', { kind: 'unavailable' }],
      ['nb_vac3m', 'COM:14712', { kind: 'not_applicable' }],
      ['nb_neufs', '', { kind: 'blank' }],
    ]);
  });

  it('keeps errors as errors, whether the host gives an object or a text, and names the cell', () => {
    const { facts, remarks } = read(
      ['nb_lls', 2019, '', { code: '#DIV/0!', type: 'CustomFunctionError' }],
      ['nb_loues', 2019, '', '#N/A'],
    );
    expect(facts.map((one) => one.answer.kind)).toEqual(['refused', 'refused']);
    expect(remarks.map((one) => [one.code, one.source.sheet, one.source.cell])).toEqual([
      ['error_value', 'Saisie', 'E5'],
      ['error_value', 'Saisie', 'E6'],
    ]);
    expect(errorCodeOf('#hashtag')).toBeUndefined();
    expect(errorCodeOf({ message: 'no code' })).toBeUndefined();
  });

  it('calls a cell by its row where the place of the range is not known, and says which column lacks', () => {
    const range = tableOfRange([['code', 'annee', 'valeur'], ['nb_lls', 2019, 'beaucoup'], [null]], {
      name: 'donnees',
      sheet: '',
    });
    expect([range.rowCount, range.address(0, 2)]).toEqual([1, 'ligne 2']);
    const { facts, remarks } = readAnswers({ IMPACT_DONNEES: range }, '', catalogue);
    expect(facts).toEqual([]);
    expect(remarks.map((one) => [one.code, one.message.includes('territoire')])).toEqual([
      ['missing_column', true],
    ]);
  });
});
