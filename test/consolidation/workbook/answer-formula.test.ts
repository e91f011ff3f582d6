import { answerState, leafKey, leavesOf, parseFormula } from '../../../src/formula';
import { type RowModel, type SheetModel, writeWorkbook } from '../../../src/xlsx';
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

const formulas = [
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
];

/** The keys of what landlords answer in a formula, in order. */
function questionsOf(text: string): string[] {
  return leavesOf(parseFormula(text))
    .map(leafKey)
    .filter((key) => !key.startsWith('coef.') && !key.startsWith('ref.'));
}

/** A sheet of answers, and a sheet of our formulas on them, a row for every way of answering. */
function sheetsFor(text: string, index: number): SheetModel[] {
  const keys = questionsOf(text);
  // A column left out between the second and the third, so that neighbours and others both occur.
  const columnOf = (key: string) => keys.indexOf(key) + (keys.indexOf(key) > 1 ? 1 : 0);
  const name = `L'an ${index}`;
  const cases = combinations(keys.length);
  return [
    {
      name,
      columns: [],
      rows: cases.map((states): RowModel => {
        const cells = states.map((state) => ({ value: cellValues[state] }));
        return { cells: [...cells.slice(0, 2), ...(cells.length > 2 ? [{}, ...cells.slice(2)] : [])] };
      }),
    },
    {
      name: text.replaceAll('/', '÷').replaceAll('*', '×').replaceAll(':', '').slice(0, 30),
      columns: [],
      rows: cases.map((_, row): RowModel => {
        const formula = answerFormula(parseFormula(text), columnOf, name, row);
        return { cells: [{ value: '?', formula }] };
      }),
    },
  ];
}

describe('who answers, as an Excel formula', () => {
  let answers: { text: string; states: State[]; answer: unknown }[] = [];

  async function calculate(): Promise<void> {
    if (answers.length > 0) return;
    const sheets = formulas.map(sheetsFor);
    const model = { title: '', creator: '', modified: new Date(0), sheets: sheets.flat() };
    const values = await recalculate(await writeWorkbook(model));
    answers = formulas.flatMap((text, index) =>
      combinations(questionsOf(text).length).map((states, row) => ({
        text,
        states,
        answer: values.get(sheets[index]![1]!.name)?.[row]?.[0],
      })),
    );
  }

  itWithLibreOffice('agrees with the engine, whatever the answers', async () => {
    await calculate();
    const expected = answers.map(({ text, states }) => {
      const keys = questionsOf(text);
      const state = answerState(parseFormula(text), (key) => {
        const given = states[keys.indexOf(key)];
        return given === 'blank' || given === undefined ? 'missing' : given;
      });
      return { text, states, answer: words[state] };
    });
    expect(answers).toEqual(expected);
    // 4 ways for each question: one question twice, up to four questions three times …
    expect(answers.length).toBeGreaterThan(900);
  });

  itWithLibreOffice('reads the specification', async () => {
    await calculate();
    const of = (text: string, ...states: State[]) =>
      answers.find((one) => one.text === text && one.states.join() === states.join())?.answer;
    // A sum is SO only if all its terms are; one factor is enough in a product, even beside a missing one.
    expect(of('a + b', 'not_applicable', 'number')).toBe('R');
    expect(of('a + b', 'not_applicable', 'not_applicable')).toBe('SO');
    expect(of('a + b', 'not_applicable', 'missing')).toBe('ND');
    expect(of('a / b', 'missing', 'not_applicable')).toBe('SO');
    expect(of('1 - a / b', 'not_applicable', 'number')).toBe('SO');
    expect(of('a', 'blank')).toBe('ND');
  });

  it('needs no answer where a formula has none', () => {
    expect(answerFormula(parseFormula('ref.x'), () => 0, 'M', 3)).toBe('"R"');
  });
});
