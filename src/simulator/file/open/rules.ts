import { type Block, parseBlock } from '../../../xlsx';
import type { FileHighlight, FileValidation } from '../model';
import { colorOf } from '../styles/colors';
import type { XmlElement } from '../xml/element';

/** The blocks of a `sqref`: addresses separated by spaces. */
export function blocksOf(sqref: string | undefined): Block[] {
  return (sqref ?? '').split(/\s+/).flatMap((ref) => {
    const block = ref === '' ? undefined : parseBlock(ref);
    return block === undefined ? [] : [block];
  });
}

export function readValidations(root: XmlElement, sheetId: string): FileValidation[] {
  return (root.child('dataValidations')?.all('dataValidation') ?? []).map((rule) => {
    const formula = rule.child('formula1')?.text ?? '';
    const listed = /^"((?:[^"]|"")*)"$/.exec(formula.trim())?.[1];
    const prompt = rule.attribute('prompt');
    const error = rule.attribute('error');
    return {
      sheetId,
      ranges: blocksOf(rule.attribute('sqref')),
      kind: rule.attribute('type') ?? 'none',
      ...(listed === undefined
        ? formula !== '' && { formula }
        : {
            values: listed
              .replaceAll('""', '"')
              .split(',')
              .map((one) => one.trim()),
          }),
      ...(prompt !== undefined && { prompt }),
      ...(error !== undefined && { error }),
    };
  });
}

/**
 * Conditional formats by formula.
 * @param differences the `dxf` elements of the styles
 */
export function readHighlights(
  root: XmlElement,
  sheetId: string,
  differences: readonly XmlElement[],
  theme: readonly string[],
): FileHighlight[] {
  return root.all('conditionalFormatting').flatMap((format) =>
    format.all('cfRule').flatMap((rule) => {
      const formula = rule.child('formula')?.text;
      if (rule.attribute('type') !== 'expression' || formula === undefined) return [];
      const change = differences[rule.number('dxfId', -1)];
      const pattern = change?.child('fill')?.child('patternFill');
      const fill = colorOf(pattern?.child('bgColor') ?? pattern?.child('fgColor'), theme);
      const color = colorOf(change?.child('font')?.child('color'), theme);
      return [
        {
          sheetId,
          ranges: blocksOf(format.attribute('sqref')),
          formula,
          ...(fill !== undefined && { fill }),
          ...(color !== undefined && { color }),
        },
      ];
    }),
  );
}
