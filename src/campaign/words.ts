import { formatQuantity } from '../formula';
import type { Catalogue } from '../catalogue';
import { type Answer, showAnswer } from '../contribution';

/** A person's text on one line, without spaces around it. */
export function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** `15/03/2026`; dates of workbooks know no time zone. */
export function showDate(date: Date): string {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** An answer to a data point, with its unit. */
export function showFigure(answer: Answer, code: string, catalogue: Catalogue): string {
  const unit = catalogue.dataPoints.get(code)?.unit;
  if (answer.kind !== 'number' || unit === undefined) return showAnswer(answer);
  const decimals = Number.isInteger(answer.value) ? 0 : 2;
  return formatQuantity(answer.value, unit, { locale: 'fr', decimals });
}

/** The last part of a path: what a person calls the file. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
