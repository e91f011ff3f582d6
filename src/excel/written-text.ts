import { TEXT_FORMAT } from './entries';
import type { Bilingual } from './model';
import { ExcelProblem } from './problem';
import { run } from './run';

/** A text that was written, and what the cell is found to hold. */
export interface WrittenText {
  readonly address: string;
  readonly text: string;
  readonly found: unknown;
  readonly format: string;
}

const isKept = ({ text, found }: WrittenText): boolean =>
  found === text ||
  (typeof found === 'string' && found.replaceAll('\r\n', '\n') === text.replaceAll('\r\n', '\n'));

/**
 * Writes again, the other way, the texts that Excel did not keep: text format where an apostrophe was
 * not enough, an apostrophe where the text format was not. Rejects if neither works.
 */
export async function keepAsText(
  label: Bilingual,
  sheet: string,
  texts: readonly WrittenText[],
): Promise<void> {
  const lost = texts.filter((text) => !isKept(text));
  if (lost.length === 0) return;
  await run(
    label,
    async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const ranges = lost.map(({ address, text, format }) => {
        const range = worksheet.getRange(address);
        if (format === TEXT_FORMAT) range.formulas = [[`'${text}`]];
        else {
          range.numberFormat = [[TEXT_FORMAT]];
          range.formulas = [[text]];
        }
        return range;
      });
      // Once all are written: Excel calculates before each reading.
      for (const range of ranges) range.load('values');
      await context.sync();
      for (const [index, one] of lost.entries())
        if (!isKept({ ...one, found: ranges[index]?.values[0]?.[0] }))
          throw new ExcelProblem('not_text', { during: label, address: one.address });
    },
    { repeatable: true },
  );
}
