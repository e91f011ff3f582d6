import type { HighlightModel, SheetModel, ValidationModel } from '../../xlsx';

const MAX_TITLE = 32;
const MAX_PROMPT = 255;
const MAX_ERROR = 225;
const LARGEST = '9.99999999999999E+307';
const SEVERITY = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

const cut = (text: string, max: number): string => (text.length <= max ? text : `${text.slice(0, max - 1)}…`);
const asFormula = (formula: string): string => (formula.startsWith('=') ? formula : `=${formula}`);

/** Sets the rules of entry of a sheet; done twice, it changes nothing. */
export function applyValidations(sheet: Excel.Worksheet, { validations = [] }: SheetModel): void {
  for (const validation of validations) {
    const { dataValidation } = sheet.getRange(validation.ref);
    dataValidation.rule = ruleOf(validation);
    dataValidation.ignoreBlanks = true;
    const { prompt, error, severity = 'stop' } = validation;
    if (prompt)
      dataValidation.prompt = {
        showPrompt: true,
        title: cut(prompt.title, MAX_TITLE),
        message: cut(prompt.text, MAX_PROMPT),
      };
    dataValidation.errorAlert = {
      showAlert: true,
      style: SEVERITY[severity],
      title: cut(error?.title ?? '', MAX_TITLE),
      message: cut(error?.text ?? '', MAX_ERROR),
    };
  }
}

function ruleOf({ kind, values, formula, maximum }: ValidationModel): Excel.DataValidationRule {
  switch (kind) {
    case 'list': {
      const source = formula === undefined ? (values ?? []).join(',') : asFormula(formula);
      return { list: { inCellDropDown: true, source } };
    }
    case 'custom':
      return { custom: { formula: asFormula(formula ?? 'TRUE') } };
    case 'decimal':
    case 'whole': {
      const formula1 = bound(formula ?? `-${LARGEST}`);
      const rule: Excel.BasicDataValidation =
        maximum === undefined
          ? { formula1, operator: 'GreaterThanOrEqualTo' }
          : { formula1, formula2: bound(maximum), operator: 'Between' };
      return kind === 'whole' ? { wholeNumber: rule } : { decimal: rule };
    }
  }
}

/** A bound that is a plain number is given as one, anything else as a formula. */
const bound = (text: string): number | string =>
  Number.isNaN(Number(text)) ? asFormula(text) : Number(text);

/** Replaces the conditional formats of a new sheet: done twice, it changes nothing. */
export function applyHighlights(sheet: Excel.Worksheet, { highlights = [] }: SheetModel): void {
  if (highlights.length === 0) return;
  sheet.getRange().conditionalFormats.clearAll();
  // Excel gives the last one added the first place.
  for (const highlight of [...highlights].reverse()) applyHighlight(sheet, highlight);
}

function applyHighlight(sheet: Excel.Worksheet, { ref, formula, fill, color }: HighlightModel): void {
  const { custom } = sheet.getRange(ref).conditionalFormats.add('Custom');
  custom.rule.formula = asFormula(formula);
  if (fill !== undefined) custom.format.fill.color = `#${fill}`;
  if (color !== undefined) custom.format.font.color = `#${color}`;
}
