import { escapeAttribute, escapeFormula } from '../../../xlsx';
import { blocksOf } from '../open/rules';
import type { XmlElement } from '../xml/element';
import { type Json, type StoredRule, memberOf, ruleFormula, rulesFor, textIn } from './extras';

export const VALIDATION = 'validation';

/** The kinds of rules, by their name in a file and in the object model of Excel. */
const KINDS = [
  ['list', 'list'],
  ['whole', 'wholeNumber'],
  ['decimal', 'decimal'],
  ['date', 'date'],
  ['time', 'time'],
  ['textLength', 'textLength'],
  ['custom', 'custom'],
] as const;

const OPERATORS = [
  ['between', 'Between'],
  ['notBetween', 'NotBetween'],
  ['equal', 'EqualTo'],
  ['notEqual', 'NotEqualTo'],
  ['greaterThan', 'GreaterThan'],
  ['lessThan', 'LessThan'],
  ['greaterThanOrEqual', 'GreaterThanOrEqualTo'],
  ['lessThanOrEqual', 'LessThanOrEqualTo'],
] as const;

const STYLES = [
  ['stop', 'Stop'],
  ['warning', 'Warning'],
  ['information', 'Information'],
] as const;

const inModel = (names: readonly (readonly [string, string])[], stored: string): string | undefined =>
  names.find((one) => one[0] === stored)?.[1];
const inFile = (names: readonly (readonly [string, string])[], shown: Json | undefined): string | undefined =>
  names.find((one) => one[1] === shown)?.[0];

/** The rules of entry of a sheet as the host keeps them. */
export function loadValidations(root: XmlElement, sheetId: string): StoredRule[] {
  const rules = root.child('dataValidations')?.all('dataValidation') ?? [];
  return rules.flatMap((rule, index) =>
    rulesFor(VALIDATION, sheetId, index, blocksOf(rule.attribute('sqref')), membersOf(rule)),
  );
}

function membersOf(rule: XmlElement): Record<string, Json> {
  const kind = inModel(KINDS, rule.attribute('type') ?? 'none');
  return {
    Rule: kind === undefined ? {} : { [kind]: ruleOf(rule, kind) },
    IgnoreBlanks: rule.flag('allowBlank'),
    Prompt: {
      showPrompt: rule.flag('showInputMessage'),
      title: rule.attribute('promptTitle') ?? '',
      message: rule.attribute('prompt') ?? '',
    },
    ErrorAlert: {
      showAlert: rule.flag('showErrorMessage'),
      style: inModel(STYLES, rule.attribute('errorStyle') ?? 'stop') ?? 'Stop',
      title: rule.attribute('errorTitle') ?? '',
      message: rule.attribute('error') ?? '',
    },
  };
}

function ruleOf(rule: XmlElement, kind: string): Json {
  const [first = '', second = ''] = ['formula1', 'formula2'].map(
    (name) => rule.child(name)?.text.trim() ?? '',
  );
  if (kind === 'list') {
    const words = /^"((?:[^"]|"")*)"$/.exec(first)?.[1]?.replaceAll('""', '"');
    return { inCellDropDown: !rule.flag('showDropDown'), source: words ?? `=${first}` };
  }
  if (kind === 'custom') return { formula: `=${first}` };
  return {
    formula1: valueOf(first),
    ...(second !== '' && { formula2: valueOf(second) }),
    operator: inModel(OPERATORS, rule.attribute('operator') ?? 'between') ?? 'Between',
  };
}

const valueOf = (formula: string): Json =>
  formula !== '' && Number.isFinite(Number(formula)) ? Number(formula) : `=${formula}`;

/** The markup of a rule that the file did not have. */
export function validationMarkup(
  { members }: StoredRule,
  sqref: string,
  prefix: string,
  toFile: (formula: string) => string,
): string {
  const rule = members.Rule;
  const kind = KINDS.find(
    (one) => typeof memberOf(rule, one[1]) === 'object' && memberOf(rule, one[1]) !== null,
  );
  if (kind === undefined) return '';
  const body = memberOf(rule, kind[1]);
  const isList = kind[0] === 'list';
  const operator = inFile(OPERATORS, memberOf(body, 'operator'));
  const first = memberOf(body, isList ? 'source' : kind[0] === 'custom' ? 'formula' : 'formula1');
  const formulas = [ruleFormula(first, toFile), ruleFormula(memberOf(body, 'formula2'), toFile)];
  const { Prompt: prompt, ErrorAlert: alert } = members;
  const style = inFile(STYLES, memberOf(alert, 'style'));
  const attributes: Record<string, string | undefined> = {
    type: kind[0],
    errorStyle: style === 'stop' ? undefined : style,
    operator: operator === 'between' ? undefined : operator,
    allowBlank: members.IgnoreBlanks === false ? undefined : '1',
    showDropDown: isList && memberOf(body, 'inCellDropDown') === false ? '1' : undefined,
    showInputMessage: memberOf(prompt, 'showPrompt') === false ? undefined : '1',
    showErrorMessage: memberOf(alert, 'showAlert') === false ? undefined : '1',
    errorTitle: textIn(alert, 'title') || undefined,
    error: textIn(alert, 'message') || undefined,
    promptTitle: textIn(prompt, 'title') || undefined,
    prompt: textIn(prompt, 'message') || undefined,
    sqref,
  };
  const written = Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
  const content = formulas
    .map((text, index) => {
      const name = `${prefix}formula${index + 1}`;
      return text === '' ? '' : `<${name}>${escapeFormula(text)}</${name}>`;
    })
    .join('');
  return `<${prefix}dataValidation${written}>${content}</${prefix}dataValidation>`;
}
