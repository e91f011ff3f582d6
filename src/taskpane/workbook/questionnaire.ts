import type { Bilingual, DataPoint } from '../../catalogue';
import type { Answer, Contribution, Remark, TableName } from '../../contribution';
import type { CellContent } from '../../excel';
import type { Engine } from '../engine';
import type { WorkbookView } from '../session/state';
import { isAnswer, type QuestionState, statesOf } from './answers';
import { TableCells } from './table-cells';

export type { QuestionState } from './answers';

/** A row of the data table: an answer, at one territory. */
export interface AnswerRow {
  readonly year: number;
  /** As written; empty for the campaign's territory. */
  readonly territory: string;
  readonly sheet: string;
  readonly address: string;
  readonly content: CellContent;
  readonly answer: Answer;
}

/** A question of the questionnaire: a data point, or a row table answered as a whole. */
export interface Question {
  readonly code: string;
  readonly theme: string;
  readonly label: Bilingual;
  readonly point?: DataPoint;
  /** The table where it is answered row by row, if it is. */
  readonly elsewhere?: TableName;
  /** How many rows that table has for it. */
  readonly entries: number;
  readonly rows: readonly AnswerRow[];
  readonly state: QuestionState;
  readonly remarks: readonly Remark[];
  /** Asked by the first review. */
  readonly essential: boolean;
}

export interface Theme {
  readonly code: string;
  readonly label: Bilingual;
  readonly questions: readonly Question[];
  readonly answered: number;
}

/** The questionnaire as it stands in the workbook, theme by theme. */
export interface Questionnaire {
  readonly year: number;
  readonly themes: readonly Theme[];
  readonly answered: number;
  readonly total: number;
}

const tableLabels = {
  IMPACT_LOYERS: { fr: 'Cellules de loyers', en: 'Rent cells' },
  IMPACT_TRAVAUX: { fr: 'Travaux d’énergie', en: 'Energy works' },
} as const;

/** Whether anything was answered: a number, `ND` or `SO`. */
export const isAnswered = ({ state }: Question): boolean => isAnswer(state);

export function questionnaireOf(
  workbook: WorkbookView,
  contribution: Contribution,
  engine: Engine,
): Questionnaire | undefined {
  const content = workbook.tables.get(engine.tableNames.facts);
  const year = contribution.identity?.year;
  if (!content || year === undefined) return undefined;
  const rows = rowsByCode(new TableCells(content, engine), year, contribution, engine);
  const states = statesOf(contribution, year, engine);
  const essential = essentialCodes(engine);
  const question = (
    code: string,
    theme: string,
    label: Bilingual,
    more: Partial<Question> = {},
  ): Question => {
    const own = rows.get(engine.headingKey(code)) ?? [];
    return {
      code,
      theme,
      label,
      rows: own,
      entries: 0,
      state: states.get(code) ?? unreadState(own),
      remarks: contribution.remarks.filter((remark) => remark.subject === code),
      essential: essential.has(code),
      ...more,
    };
  };
  const { catalogue, tableNames, rowTables } = engine;
  const points = [...catalogue.dataPoints.values()].flatMap((point): Question[] => {
    if (point.kind === 'sum') return [question(point.code, point.theme, point.label, { point })];
    if (point.kind !== 'set') return [];
    const entries = contribution.members.filter((one) => one.list === point.code && one.year === year).length;
    return [question(point.code, point.theme, point.label, { point, elsewhere: tableNames.lists, entries })];
  });
  const tables = (['loyers', 'travaux'] as const).map((name): Question => {
    const { table, numbers } = rowTables[name];
    const theme = catalogue.dataPoints.get(numbers[0])?.theme ?? '';
    const entries = contribution.rows.filter((row) => row.table === name && row.year === year).length;
    return question(table, theme, tableLabels[table], { elsewhere: table, entries });
  });
  const all = [...points, ...tables];
  const themes = catalogue.dimensions.flatMap(({ code, label }): Theme[] => {
    const questions = all.filter(({ theme }) => theme === code);
    if (questions.length === 0) return [];
    return [{ code, label, questions, answered: questions.filter(isAnswered).length }];
  });
  return {
    year,
    themes,
    answered: themes.reduce((sum, theme) => sum + theme.answered, 0),
    total: themes.reduce((sum, theme) => sum + theme.questions.length, 0),
  };
}

/** The rows of the year, by code without its case and spaces. */
function rowsByCode(
  table: TableCells,
  year: number,
  contribution: Contribution,
  engine: Engine,
): ReadonlyMap<string, readonly AnswerRow[]> {
  const { sheet } = table.content;
  const answers = new Map(
    contribution.facts
      .filter(({ source }) => source.sheet === sheet)
      .map(({ source, answer }) => [source.cell, answer]),
  );
  const byCode = new Map<string, AnswerRow[]>();
  table.content.rows.forEach((_, row) => {
    const code = engine.headingKey(table.text(row, 'code'));
    const address = table.address(row, 'valeur');
    if (code === '' || address === undefined || table.text(row, 'annee') !== String(year)) return;
    const content = table.at(row, 'valeur');
    const known = answers.get(address);
    const answer: Answer = known ?? { kind: content === null || content === '' ? 'blank' : 'refused' };
    const found: AnswerRow = {
      year,
      territory: table.text(row, 'territoire'),
      sheet,
      address,
      content,
      answer,
    };
    const sofar = byCode.get(code);
    if (sofar) sofar.push(found);
    else byCode.set(code, [found]);
  });
  return byCode;
}

/** For a question that no figure of the contribution answers: to correct if one was kept out, else to answer. */
function unreadState(rows: readonly AnswerRow[]): QuestionState {
  return rows.some(({ answer }) => answer.kind === 'refused') ? 'refused' : 'blank';
}

/** The data points that the indicators of the first review are computed from. */
function essentialCodes({ catalogue, leavesOf, tableNames }: Engine): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { firstReview, inlined } of catalogue.indicators.values()) {
    if (!firstReview) continue;
    for (const leaf of leavesOf(inlined)) {
      if (leaf.kind === 'data') codes.add(leaf.code);
      if (leaf.kind === 'distinct') codes.add(leaf.list);
      if (leaf.kind === 'rows') codes.add(leaf.table === 'loyers' ? tableNames.rents : tableNames.works);
    }
  }
  return codes;
}
