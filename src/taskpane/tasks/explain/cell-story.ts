import { evaluate, FunctionFailure, functionTable, type FunctionSpec } from '../../../functions';
import type { Selection } from '../../../excel';
import type { Locale } from '../../../formula';
import type { Engine } from '../../engine';
import type { Bilingual } from '../../i18n';
import type { ExcelPort, Precedent, RangeContent } from '../../port';
import type { WorkbookView } from '../../session';
import { callsIn, type WrittenCall } from '../../workbook/formula-calls';
import { questionnaireOf, type AnswerRow, type Question } from '../../workbook/questionnaire';
import { summaryOf, type RangeSummary } from '../../workbook/range-summary';
import { argumentOf, readReference } from '../../workbook/reference';

/** An argument of a call, with what it holds. */
export interface ArgumentStory {
  readonly name: string;
  readonly description?: Bilingual;
  /** As written in the formula. */
  readonly text: string;
  readonly range?: RangeContent;
  readonly summary?: RangeSummary;
}

/** One of our functions, called by the cell. */
export interface CallStory {
  readonly spec: FunctionSpec;
  readonly arguments: readonly ArgumentStory[];
  /** Why it gives no value, if it does not. */
  readonly failure?: Bilingual;
}

/** What can be said of the selected cell. */
export interface CellStory {
  readonly selection: Selection;
  /** The answer that the cell is, when it is one. */
  readonly answer?: { readonly question: Question; readonly row: AnswerRow };
  readonly calls: readonly CallStory[];
  /** The indicator that the cell shows, when it does. */
  readonly indicator?: string;
  readonly precedents: readonly Precedent[];
}

interface Scene {
  readonly port: ExcelPort;
  readonly engine: Engine;
  readonly workbook: WorkbookView | undefined;
  readonly locale: Locale;
}

/** Looks at a cell: its formula, what it reads, and what the questionnaire says of it. */
export async function cellStory(selection: Selection, scene: Scene): Promise<CellStory> {
  const { sheet, cell, formula } = selection;
  const { port } = scene;
  const [precedents, calls, indicator] = await Promise.all([
    formula === null ? [] : port.precedents(sheet, cell),
    Promise.all(callsIn(formula ?? '').map((call) => callStory(call, sheet, scene))),
    indicatorBeside(selection, scene),
  ]);
  const known = calls.filter((call) => call !== undefined);
  const code = known.flatMap((call) => indicatorOf(call, indicatorsOf(scene)))[0] ?? indicator;
  const answer = answerAt(selection, scene);
  return {
    selection,
    calls: known,
    precedents,
    ...(answer && { answer }),
    ...(code !== undefined && { indicator: code }),
  };
}

function answerAt({ sheet, cell }: Selection, { workbook, engine }: Scene): CellStory['answer'] {
  const contribution = workbook?.contribution;
  if (!workbook || !contribution) return undefined;
  const questions = questionnaireOf(workbook, contribution, engine)?.themes.flatMap((one) => one.questions);
  for (const question of questions ?? []) {
    const row = question.rows.find((one) => one.sheet === sheet && one.address === cell);
    if (row) return { question, row };
  }
  return undefined;
}

async function callStory(call: WrittenCall, sheet: string, scene: Scene): Promise<CallStory | undefined> {
  const spec = functionTable.find(({ id }) => id === call.id);
  if (!spec) return undefined;
  const stories = await Promise.all(
    call.arguments.map(async (text, at): Promise<ArgumentStory> => {
      const parameter = spec.parameters[at];
      const range = await readReference(text, sheet, scene.port).catch(() => undefined);
      return {
        name: parameter?.name ?? '',
        text,
        ...(parameter && { description: parameter.description }),
        ...(range && { range, summary: summaryOf(range.values) }),
      };
    }),
  );
  const failure = failureOf(spec, stories, scene);
  return { spec, arguments: stories, ...(failure && { failure }) };
}

/** Calls the function again to know why it fails; undefined when it does not, or when an argument is a formula. */
function failureOf(
  spec: FunctionSpec,
  stories: readonly ArgumentStory[],
  { engine, locale }: Scene,
): Bilingual | undefined {
  const given = stories.map(({ text, range }) => (range ? argumentOf(range) : literalOf(text)));
  if (given.includes(undefined)) return undefined;
  try {
    evaluate(spec, given, { catalogue: engine.catalogue, locale });
    return undefined;
  } catch (problem) {
    return problem instanceof FunctionFailure ? problem.text : undefined;
  }
}

/** A constant of a formula in English; null where nothing is written, undefined for anything but a constant. */
export function literalOf(text: string): number | string | boolean | null | undefined {
  if (text === '') return null;
  if (/^"(?:[^"]|"")*"$/u.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/iu.test(text)) return Number(text);
  if (/^(true|false)$/iu.test(text)) return text.toLowerCase() === 'true';
  return undefined;
}

type Indicators = Engine['catalogue']['indicators'];

/** Those of the catalogue, and the landlord's own. */
const indicatorsOf = ({ workbook, engine }: Scene): Indicators =>
  (workbook?.consolidation?.catalogue ?? engine.catalogue).indicators;

/** The indicator a call is about: its argument `code`, a constant or a cell. */
function indicatorOf(call: CallStory, indicators: Indicators): string[] {
  const argument = call.arguments.find(({ name }) => name === 'code');
  if (!argument) return [];
  const value = argument.range ? argument.range.values[0]?.[0] : literalOf(argument.text);
  const code = String(value ?? '')
    .trim()
    .toUpperCase();
  return indicators.has(code) ? [code] : [];
}

/** How far to the left of a result its code may stand. */
const REACH = 12;

/** The code of an indicator on the same row, before the cell: how tables of results are laid out. */
async function indicatorBeside({ sheet, cell, value }: Selection, scene: Scene): Promise<string | undefined> {
  const { port, engine } = scene;
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (value === null || column < 0) return undefined;
  const first = engine.cellAddress(Number(row) - 1, Math.max(0, column - REACH));
  const { values } = await port.readRange(sheet, `${first}:${cell}`);
  const codes = (values[0] ?? []).map((one) =>
    String(one ?? '')
      .trim()
      .toUpperCase(),
  );
  return codes.findLast((code) => indicatorsOf(scene).has(code));
}
