import type { Fact } from '../../src/contribution';
import { settleContribution } from '../../src/contribution';
import { fact, messages, numbers, restartCells, settle } from './settling';
import { brief, smallCatalogue } from './support';

beforeEach(restartCells);

it('puts a blank territory at the campaign’s, and leaves the others', () => {
  const settled = settleContribution(
    {
      ...settle([]),
      facts: [fact('afn', '', 1), fact('afn', 'DEP:14', 1)],
      members: [
        { list: 'fournisseurs', year: 2019, territory: '', identifier: '1', source: fact('', '', 1).source },
      ],
      rows: [],
    },
    'REG:28',
    smallCatalogue,
  );
  expect(settled.facts.map((one) => one.territory)).toEqual(['REG:28', 'DEP:14']);
  expect(settled.facts[0]?.written).toBe('REG:28');
  expect(settled.members[0]?.territory).toBe('REG:28');
});

describe('two rows for one figure', () => {
  it('of the same value: one is kept, with a warning naming both cells', () => {
    const settled = settle([fact('afn', '', 5), fact('afn', 'REG:28', 5)]);
    expect(numbers(settled)).toEqual([5]);
    expect(settled.remarks.map(brief)).toEqual(['warning duplicate D3']);
    expect(messages(settled)[0]).toBe(
      '« Autofinancement » (afn), 2019, REG:28 : la même valeur est donnée 2 fois (Données!D2, Données!D3). Gardez une seule ligne.',
    );
  });

  it('of different values: refused, both named', () => {
    const settled = settle([fact('afn', 'DEP:14', 5), fact('afn', 'DEP:14', 1006)]);
    expect(numbers(settled)).toEqual(['refused']);
    expect(settled.remarks.map(brief)).toEqual(['blocking conflicting_values D3']);
    expect(messages(settled)[0]).toBe(
      '« Autofinancement » (afn), 2019, DEP:14 : valeurs différentes pour la même donnée, 5 (Données!D2), 1 006 (Données!D3). Aucune n’est retenue : gardez la bonne ligne et supprimez les autres.',
    );
  });

  it.each([
    [5, 'unavailable'],
    ['unavailable', 'not_applicable'],
    [5, 'refused'],
  ] as const)('%p and %p differ', (one, other) => {
    expect(numbers(settle([fact('afn', '', one), fact('afn', '', other)]))).toEqual(['refused']);
  });

  it('one of three that differs is enough', () => {
    const settled = settle([fact('afn', '', 5), fact('afn', '', 5), fact('afn', '', 6)]);
    expect(numbers(settled)).toEqual(['refused']);
    expect(messages(settled)[0]).toMatch(/5 \(Données!D2\), 5 \(Données!D3\), 6 \(Données!D4\)/);
  });

  it('ND twice is ND', () => {
    const settled = settle([fact('afn', '', 'unavailable'), fact('afn', '', 'unavailable')]);
    expect(numbers(settled)).toEqual(['unavailable']);
    expect(settled.remarks.map(brief)).toEqual(['warning duplicate D3']);
  });

  it('a blank one beside a filled one counts as no row; two blank ones say nothing', () => {
    const settled = settle([fact('afn', '', 'blank'), fact('afn', '', 5)]);
    expect(numbers(settled)).toEqual([5]);
    expect(settled.remarks.map(brief)).toEqual(['warning duplicate D3']);
    const blank = settle([fact('afn', '', 'blank'), fact('afn', '', 'blank')]);
    expect(numbers(blank)).toEqual(['blank']);
    expect(blank.remarks).toEqual([]);
  });

  it('is decided on codes as written: former communes carried to one are both kept', () => {
    const carried = (written: string, value: number): Fact => ({
      ...fact('afn', 'COM:74010', value),
      written,
    });
    const settled = settle([carried('COM:74010', 5), carried('COM:74011', 7)]);
    expect(numbers(settled)).toEqual([5, 7]);
    expect(settled.remarks).toEqual([]);
  });

  it('of another year or code are not duplicates', () => {
    expect(settle([fact('afn', '', 5), fact('afn', '', 6, 2018), fact('tfpb', '', 5)]).facts).toHaveLength(3);
  });
});
