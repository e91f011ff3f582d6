import type { Catalogue } from '../../catalogue';
import {
  area,
  cell,
  cellAddress,
  columnName,
  figureFormat,
  Grid,
  headings,
  palette,
  styles,
  type CellModel,
  type HighlightModel,
  type SheetModel,
  type ValidationModel,
} from '../../xlsx';
import { controlFormula } from './checks';
import { columnOf, questionnaire, type QuestionnaireHeading } from './columns';
import type { Question } from './questions';

/** What the questionnaire asks for every row: the year, and the territory if one was chosen. */
export interface QuestionnaireContext {
  readonly name: string;
  readonly year: number;
  readonly territory?: string;
}

const firstRow = questionnaire.headingRow + 1;

/** The questionnaire: it is the table IMPACT_DONNEES itself, with the help beside each answer (DECISIONS.md). */
export function questionnaireSheet(
  questions: readonly Question[],
  context: QuestionnaireContext,
  catalogue: Catalogue,
): SheetModel {
  const grid = new Grid();
  const themes = new Map(catalogue.dimensions.map(({ code, label }) => [code, label.fr]));
  grid.add([cell('Questionnaire', styles.title)], 28);
  grid.add([cell(`${context.name} — exercice ${context.year}`, styles.subtitle)]);
  grid.add([
    cell(
      'Répondez dans la colonne « Valeur » : un nombre (0 compris), ND (non disponible) ou SO (sans objet). Une case vide veut dire « pas encore répondu ».',
      { color: palette.ink },
    ),
  ]);
  grid.skip();
  grid.add(
    headings(
      questionnaire.columns.map(({ heading }) => heading),
      styles.heading,
    ),
    32,
  );
  let previous = '';
  for (const question of questions) {
    grid.add(questionRow(question, grid.next, context, catalogue, themes, question.theme !== previous));
    previous = question.theme;
  }
  const last = grid.next - 1;
  const bottom = Math.max(last, firstRow);
  return {
    name: questionnaire.sheet,
    columns: questionnaire.columns.map(({ width }) => ({ width })),
    rows: grid.rows(),
    freeze: { rows: firstRow, columns: 2 },
    tables: [
      {
        name: questionnaire.table,
        ref: area(questionnaire.headingRow, 0, bottom, questionnaire.columns.length - 1),
        columns: questionnaire.columns.map(({ heading }) => heading),
      },
    ],
    validations: validations(questions),
    highlights: highlights(bottom),
    print: {
      landscape: true,
      fitToWidth: true,
      area: area(0, 0, bottom, columnOf('Commentaire')),
      repeatRows: `${questionnaire.headingRow + 1}:${questionnaire.headingRow + 1}`,
      footer: `&L${context.name.replaceAll('&', '&&')} — ${context.year}&RPage &P / &N`,
    },
    gridLines: false,
    tabColor: palette.primary,
  };
}

function questionRow(
  question: Question,
  row: number,
  context: QuestionnaireContext,
  catalogue: Catalogue,
  themes: ReadonlyMap<string, string>,
  newTheme: boolean,
): readonly CellModel[] {
  const control = question.elsewhere ? `À répondre : feuille ${question.elsewhere.sheet}` : 'À répondre';
  const cells: Readonly<Record<QuestionnaireHeading, CellModel>> = {
    Thème: cell(themes.get(question.theme) ?? question.theme, newTheme ? styles.strong : styles.muted),
    Libellé: {
      ...cell(question.label, styles.strong),
      ...(question.elsewhere ? { link: { to: `'${question.elsewhere.sheet}'!A1` } } : {}),
    },
    Question: cell(question.text, styles.textLined),
    Unité: cell(question.unit === '' ? null : question.unit, styles.unit),
    Valeur: { style: { ...styles.input, wrap: false, align: 'right', format: figureFormat(question.unit) } },
    Contrôle: { ...cell(control, styles.textLined), formula: controlFormula(question, row, catalogue) },
    'Où trouver': cell(question.find === '' ? null : question.find, { ...styles.muted, size: 9 }),
    Source: cell(null, styles.input),
    Commentaire: cell(null, styles.input),
    Code: cell(question.code, styles.muted),
    Année: cell(context.year, { ...styles.muted, align: 'center', format: '0' }),
    Territoire: cell(context.territory ?? null, { ...styles.input, fill: palette.white }),
  };
  return questionnaire.columns.map(({ heading }) => cells[heading]);
}

/** One rule for each kind of answer, on all the rows of that kind. */
function validations(questions: readonly Question[]): readonly ValidationModel[] {
  const column = columnOf('Valeur');
  const kindOf = (question: Question): 'elsewhere' | 'positive' | 'any' =>
    question.elsewhere ? 'elsewhere' : question.dataPoint?.nonnegative ? 'positive' : 'any';
  const runs: { kind: ReturnType<typeof kindOf>; from: number; to: number }[] = [];
  questions.forEach((question, index) => {
    const row = firstRow + index;
    const kind = kindOf(question);
    const run = runs.at(-1);
    if (run?.kind === kind) run.to = row;
    else runs.push({ kind, from: row, to: row });
  });
  return runs.map(({ kind, from, to }): ValidationModel => {
    const address = cellAddress(from, column);
    const word = `OR(UPPER(TRIM(${address}))="ND",UPPER(TRIM(${address}))="SO")`;
    const number = { elsewhere: `${address}=0`, positive: `${address}>=0`, any: 'TRUE' }[kind];
    return {
      ref: area(from, column, to, column),
      kind: 'custom',
      formula: `IF(ISNUMBER(${address}),${number},${word})`,
      ...wording(kind),
    };
  });
}

function wording(kind: 'elsewhere' | 'positive' | 'any'): Pick<ValidationModel, 'prompt' | 'error'> {
  if (kind === 'elsewhere') {
    const text =
      'Remplissez la feuille indiquée. Ici, seulement : 0 (aucune ligne), ND (non disponible) ou SO (sans objet).';
    return { prompt: { title: 'Votre réponse', text }, error: { title: 'Réponse impossible', text } };
  }
  const number = kind === 'positive' ? 'un nombre, 0 compris, jamais négatif' : 'un nombre, 0 compris';
  return {
    prompt: {
      title: 'Votre réponse',
      text: `${number[0]?.toUpperCase()}${number.slice(1)} ; ND si vous ne disposez pas de l’information ; SO si la question ne vous concerne pas. Laissez vide si vous n’avez pas encore répondu.`,
    },
    error: { title: 'Réponse impossible', text: `Écrivez ${number}, ou bien ND ou SO.` },
  };
}

function highlights(last: number): readonly HighlightModel[] {
  const control = columnOf('Contrôle');
  const ref = area(firstRow, control, last, control);
  const here = `$${columnName(control)}${firstRow + 1}`;
  const starts = (text: string): string => `LEFT(${here},${text.length})="${text}"`;
  return [
    { ref, formula: starts('OK'), color: palette.good },
    { ref, formula: starts('À répondre'), color: palette.muted },
    {
      ref,
      formula: `OR(${starts('À vérifier')},${starts('Erreur')},${starts('Écrivez')},${starts('Négatif')})`,
      color: palette.bad,
      fill: palette.badFill,
    },
  ];
}
