import { answerState, leafKey, leavesOf, parseFormula } from '../../../src/formula';
import { type RowModel, writeWorkbook } from '../../../src/xlsx';
import { answerFormula } from '../../../src/consolidation/workbook/answer-formula';
import { itWithLibreOffice, recalculate } from '../../support/libreoffice';

const cellValues = { number: 5, not_applicable: 'SO', missing: 'ND', blank: undefined } as const;
type State = keyof typeof cellValues;
const words = { number: 'R', not_applicable: 'SO', missing: 'ND' } as const;

/** Every way of answering so many questions. */
function combinations(count: number): State[][] {
  if (count === 0) return [[]];
  const states = Object.keys(cellValues) as State[];
  return combinations(count - 1).flatMap((one) => states.map((state) => [...one, state]));
}

/** What LibreOffice says of a formula for every way of answering; cells in the order of the formula's inputs. */
async function answersOf(text: string): Promise<{ states: State[]; answer: unknown }[]> {
  const expression = parseFormula(text);
  const keys = leavesOf(expression)
    .map(leafKey)
    .filter((key) => !key.startsWith('coef.') && !key.startsWith('ref.'));
  // A column left out between the second and the third, so that neighbours and others both occur.
  const columnOf = (key: string) => keys.indexOf(key) + (keys.indexOf(key) > 1 ? 1 : 0);
  const cases = combinations(keys.length);
  const matrix = cases.map((states): RowModel => {
    const cells = states.map((state) => ({ value: cellValues[state] }));
    return { cells: [...cells.slice(0, 2), ...(cells.length > 2 ? [{}, ...cells.slice(2)] : [])] };
  });
  const answers = cases.map((_, row): RowModel => ({
    cells: [{ value: '?', formula: answerFormula(expression, columnOf, "L'an", row) }],
  }));
  const values = await recalculate(
    await writeWorkbook({
      title: '',
      creator: '',
      modified: new Date(0),
      sheets: [
        { name: "L'an", columns: [], rows: matrix },
        { name: 'R', columns: [], rows: answers },
      ],
    }),
  );
  return cases.map((states, row) => ({ states, answer: values.get('R')?.[row]?.[0] }));
}

describe('who answers, as an Excel formula', () => {
  it.each([
    'a',
    'a + b',
    'a - b',
    'a * b',
    'a / b',
    '1 - a / b',
    'a + b * c',
    '(a + b) / (c + d)',
    '1000 * a / b',
    'coef.x * a / 1e6 + coef.y * (b + c)',
    '-a + 2',
    '(1 - a / b) / (1 - c / d)',
    'sum(loyers: loyer_hlm) / 12 / a',
    'ref.x / a',
    '(a + b + c + d) / (a + b)',
  ])('agrees with the engine whatever the answers: %s', async (text) => {
    const expression = parseFormula(text);
    const keys = leavesOf(expression)
      .map(leafKey)
      .filter((key) => !key.startsWith('coef.') && !key.startsWith('ref.'));
    for (const { states, answer } of await answersOf(text)) {
      const expected = answerState(expression, (key) => {
        const state = states[keys.indexOf(key)];
        return state === 'blank' || state === undefined ? 'missing' : state;
      });
      expect({ states, answer }).toEqual({ states, answer: words[expected] });
    }
  });

  itWithLibreOffice('reads the specification', async () => {
    const of = async (text: string, ...states: State[]) =>
      (await answersOf(text)).find((one) => one.states.join() === states.join())?.answer;
    // A sum is SO only if all its terms are; one factor is enough in a product, even beside a missing one.
    expect(await of('a + b', 'not_applicable', 'number')).toBe('R');
    expect(await of('a + b', 'not_applicable', 'not_applicable')).toBe('SO');
    expect(await of('a + b', 'not_applicable', 'missing')).toBe('ND');
    expect(await of('a / b', 'missing', 'not_applicable')).toBe('SO');
    expect(await of('1 - a / b', 'not_applicable', 'number')).toBe('SO');
    expect(await of('a', 'blank')).toBe('ND');
  });

  it('needs no answer where a formula has none', () => {
    expect(answerFormula(parseFormula('ref.x'), () => 0, 'M', 3)).toBe('"R"');
  });
});
