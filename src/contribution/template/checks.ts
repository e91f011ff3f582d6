import { formulaInWords, labelsOf, type Catalogue } from '../../catalogue';
import { leavesOf, parseCheck, toExcel, type Check, type Expression, type Leaf } from '../../formula';
import { columnName, formulaText } from '../../xlsx';
import { columnOf, structured } from './columns';
import type { Question } from './questions';

const relationWords: Readonly<Record<Check['relation'], string>> = {
  '=': 'doit être égal à',
  '<=': 'doit être au plus',
  '>=': 'doit être au moins',
  '<': 'doit être inférieur à',
  '>': 'doit être supérieur à',
  '~': 'devrait être proche de',
};

/** Differences below this are rounding, in any unit. */
const ROUNDING = '0.001';

/**
 * The live message beside an answer, as an Excel formula. Other answers are looked up by code, year and
 * territory, never by address: the table may be sorted, filtered and extended.
 * @param row the answer's row, from 0
 */
export function controlFormula(question: Question, row: number, catalogue: Catalogue): string {
  const answer = `$${columnName(columnOf('Valeur'))}${row + 1}`;
  const word = `UPPER(TRIM(${answer}))`;
  const other = `IF(${word}="ND","Non disponible",IF(${word}="SO","Sans objet",${formulaText(mistake(question))}))`;
  const numeric = question.elsewhere
    ? `IF(${answer}=0,"OK",${formulaText(mistake(question))})`
    : numberControl(question, answer, row, catalogue);
  const blank = question.elsewhere
    ? `IF(COUNTIFS(${question.elsewhere.rows})>0,"OK : feuille ${question.elsewhere.sheet} remplie","À répondre : feuille ${question.elsewhere.sheet}")`
    : '"À répondre"';
  const error = '"Erreur dans la cellule : corrigez la formule"';
  return `IF(ISERROR(${answer}),${error},IF(ISBLANK(${answer}),${blank},IF(ISNUMBER(${answer}),${numeric},${other})))`;
}

function mistake(question: Question): string {
  return question.elsewhere
    ? `Écrivez seulement 0, ND ou SO ; le reste va dans la feuille ${question.elsewhere.sheet}`
    : 'Écrivez un nombre, ND ou SO';
}

function numberControl(question: Question, answer: string, row: number, catalogue: Catalogue): string {
  const point = question.dataPoint;
  let formula = '"OK"';
  for (const text of [...(point?.checks ?? [])].reverse()) {
    const check = parseCheck(text);
    const problem = checkFormula(check, row);
    if (problem === undefined) continue;
    formula = `IF(${problem},${formulaText(checkWords(check, question.code, catalogue))},${formula})`;
  }
  if (point?.integer)
    formula = `IF(${answer}<>INT(${answer}),"À vérifier : nombre entier attendu",${formula})`;
  if (point?.nonnegative) formula = `IF(${answer}<0,"Négatif impossible : corrigez",${formula})`;
  return formula;
}

/** TRUE when all the figures of a check are known and it fails; undefined when it needs more than answers. */
function checkFormula({ left, relation, right, tolerance }: Check, row: number): string | undefined {
  const leaves = [...leavesOf(left), ...leavesOf(right)];
  if (leaves.some((leaf) => leaf.kind !== 'data')) return undefined;
  const codes = [...new Set(leaves.map((leaf) => (leaf.kind === 'data' ? leaf.code : '')))];
  const known = codes.map((code) => `COUNTIFS(${sameRow(code, row)},${structured('Valeur')},">-1E300")`);
  const side = (one: Expression): string => toExcel(one, (leaf) => answerOf(leaf, row));
  const [a, b] = [side(left), side(right)];
  const fails: Readonly<Record<Check['relation'], string>> = {
    '=': `ABS((${a})-(${b}))>${ROUNDING}`,
    '<=': `(${a})-(${b})>${ROUNDING}`,
    '>=': `(${b})-(${a})>${ROUNDING}`,
    '<': `(${a})>=(${b})`,
    '>': `(${a})<=(${b})`,
    '~': `ABS((${a})-(${b}))>${tolerance ?? 0}*ABS(${b})`,
  };
  return `IF(${known.join('+')}=${codes.length},${fails[relation]},FALSE)`;
}

function sameRow(code: string, row: number): string {
  const here = (heading: 'Année' | 'Territoire'): string => `$${columnName(columnOf(heading))}${row + 1}`;
  return [
    `${structured('Code')},"${code}"`,
    `${structured('Année')},${here('Année')}`,
    // An empty criterion would mean 0; this one means « the same text, or as blank ».
    `${structured('Territoire')},${here('Territoire')}&""`,
  ].join(',');
}

function answerOf(leaf: Leaf, row: number): string {
  return leaf.kind === 'data' ? `SUMIFS(${structured('Valeur')},${sameRow(leaf.code, row)})` : '0';
}

/** A check as a sentence: « À vérifier : doit être au plus Logements locatifs sociaux ». */
export function checkWords(check: Check, own: string, catalogue: Catalogue): string {
  const labelOf = labelsOf(catalogue);
  const words = (one: Expression): string => formulaInWords(one, labelOf);
  const subject = check.left.kind === 'data' && check.left.code === own ? '' : `${words(check.left)} `;
  const tolerance = check.tolerance === undefined ? '' : ` (à ${check.tolerance * 100} % près)`;
  return `À vérifier : ${subject}${relationWords[check.relation]} ${words(check.right)}${tolerance}`;
}
