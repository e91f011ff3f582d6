import type { HighlightModel, PrintModel, SheetModel, ValidationModel } from '../model';
import { parseArea, printArea } from './address';
import type { Styles } from './styles';
import type { Found } from './survey';
import { UnwritableWorkbook } from './unwritable';
import { attributes, cutText, escapeFormula, escapeText } from './xml';

// Excel repairs the file when these are longer.
const MAX_TITLE = 32;
const MAX_PROMPT = 255;
const MAX_ERROR = 225;
const MAX_LIST = 255;
const MAX_TIP = 255;
const MAX_HEADER = 255;
const A4 = 9;
const LARGEST = '9.99999999999999E+307';

export function mergesXml(refs: readonly string[]): string {
  const areas = refs.map(parseArea).filter(({ top, left, bottom, right }) => top < bottom || left < right);
  if (areas.length === 0) return '';
  const cells = areas.map((area) => `<mergeCell ref="${printArea(area)}"/>`).join('');
  return `<mergeCells count="${areas.length}">${cells}</mergeCells>`;
}

export function highlightsXml(highlights: readonly HighlightModel[], styles: Styles): string {
  return highlights
    .map((highlight, index) => {
      const rule = attributes({
        type: 'expression',
        dxfId: styles.difference(highlight),
        priority: index + 1,
      });
      const formula = `<formula>${escapeFormula(highlight.formula)}</formula>`;
      const ref = printArea(parseArea(highlight.ref));
      return `<conditionalFormatting sqref="${ref}"><cfRule${rule}>${formula}</cfRule></conditionalFormatting>`;
    })
    .join('');
}

export function validationsXml({ name, validations = [] }: SheetModel): string {
  if (validations.length === 0) return '';
  const written = validations.map((validation) => validationXml(name, validation)).join('');
  return `<dataValidations count="${validations.length}">${written}</dataValidations>`;
}

function validationXml(sheet: string, validation: ValidationModel): string {
  const { kind, prompt, error, severity, ref } = validation;
  const [operator, ...formulas] = conditionOf(sheet, validation);
  const written = attributes({
    type: kind,
    errorStyle: severity === 'stop' ? undefined : severity,
    operator,
    allowBlank: 1,
    showInputMessage: prompt === undefined ? undefined : 1,
    showErrorMessage: 1,
    errorTitle: error && cutText(error.title, MAX_TITLE),
    error: error && cutText(error.text, MAX_ERROR),
    promptTitle: prompt && cutText(prompt.title, MAX_TITLE),
    prompt: prompt && cutText(prompt.text, MAX_PROMPT),
    sqref: printArea(parseArea(ref)),
  });
  const conditions = formulas.map(
    (formula, index) => `<formula${index + 1}>${escapeFormula(formula)}</formula${index + 1}>`,
  );
  return `<dataValidation${written}>${conditions.join('')}</dataValidation>`;
}

/** Operator, then one or two formulas. */
function conditionOf(sheet: string, validation: ValidationModel): [string | undefined, ...string[]] {
  const { kind, values, formula, maximum, ref } = validation;
  if (kind === 'decimal' || kind === 'whole') {
    if (maximum !== undefined) return [undefined, formula ?? `-${LARGEST}`, maximum];
    return ['greaterThanOrEqual', formula ?? `-${LARGEST}`];
  }
  if (formula !== undefined) return [undefined, formula];
  const list = (values ?? []).join(',');
  if (kind === 'custom' || list === '') {
    throw new UnwritableWorkbook(`Feuille « ${sheet} », contrôle de saisie ${ref} : la condition manque.`);
  }
  if (list.length > MAX_LIST || values?.some((value) => value.includes(','))) {
    throw new UnwritableWorkbook(
      `Feuille « ${sheet} », contrôle de saisie ${ref} : une liste écrite sur place tient en ${MAX_LIST} caractères et sans virgule dans les mots ; désignez plutôt une plage de cellules.`,
    );
  }
  return [undefined, `"${list.replaceAll('"', '""')}"`];
}

/** `web` holds the relationship id of the links that leave the workbook. */
export function linksXml(links: readonly Found[], web: ReadonlyMap<string, string>): string {
  if (links.length === 0) return '';
  const written = links.map(({ address, cell }) => {
    const tip = cell.link?.tip;
    const id = web.get(address);
    const target = id === undefined ? attributes({ location: cell.link?.to }) : attributes({ 'r:id': id });
    return `<hyperlink ref="${address}"${target}${attributes({ tooltip: tip && cutText(tip, MAX_TIP) })}/>`;
  });
  return `<hyperlinks>${written.join('')}</hyperlinks>`;
}

export function printXml(print: PrintModel | undefined): string {
  const margins = '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
  if (print === undefined) return margins;
  const setup = attributes({
    paperSize: A4,
    scale: print.scale,
    fitToHeight: print.fitToWidth ? 0 : undefined,
    orientation: print.landscape ? 'landscape' : 'portrait',
  });
  const line = (element: string, text: string | undefined): string =>
    text === undefined ? '' : `<${element}>${escapeText(cutText(text, MAX_HEADER))}</${element}>`;
  const lines = line('oddHeader', print.header) + line('oddFooter', print.footer);
  const heads = lines === '' ? '' : `<headerFooter>${lines}</headerFooter>`;
  return `${margins}<pageSetup${setup}/>${heads}${breaksXml(print.breaks ?? [])}`;
}

/** A break stands after the row it names, counted from 1: before the row of that number counted from 0. */
function breaksXml(breaks: readonly number[]): string {
  if (breaks.length === 0) return '';
  const each = breaks.map((id) => `<brk${attributes({ id, max: 16383, man: 1 })}/>`);
  return `<rowBreaks${attributes({ count: breaks.length, manualBreakCount: breaks.length })}>${each.join('')}</rowBreaks>`;
}
