import type { CellModel, WorkbookModel } from '../model';
import { parseReference } from './address';
import { dateSerial } from './cells';
import { rowAt } from './rows';
import { UnwritableWorkbook } from './unwritable';
import { escapeFormula, escapeText } from './xml';

/** The cells a chart draws, with their values of now: shown by programs that do not calculate. */
export class ChartData {
  constructor(private readonly model: WorkbookModel) {}

  categories(reference: string): string {
    const cells = this.cells(reference);
    const points = cells.map(({ value }, index) => {
      if (value === undefined || value === '') return '';
      const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
      return `<c:pt idx="${index}"><c:v>${escapeText(text)}</c:v></c:pt>`;
    });
    return `<c:cat><c:strRef><c:f>${escapeFormula(reference)}</c:f><c:strCache><c:ptCount val="${cells.length}"/>${points.join('')}</c:strCache></c:strRef></c:cat>`;
  }

  values(reference: string): string {
    const cells = this.cells(reference);
    const points = cells.map(({ value }, index) => {
      const number = value instanceof Date ? dateSerial(value) : value;
      if (typeof number !== 'number' || !Number.isFinite(number)) return '';
      return `<c:pt idx="${index}"><c:v>${number}</c:v></c:pt>`;
    });
    return `<c:val><c:numRef><c:f>${escapeFormula(reference)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${cells.length}"/>${points.join('')}</c:numCache></c:numRef></c:val>`;
  }

  count(reference: string): number {
    return this.cells(reference).length;
  }

  /** The least number drawn; Infinity where there is none. */
  smallest(reference: string): number {
    const numbers = this.cells(reference).map(({ value }) => (typeof value === 'number' ? value : Infinity));
    return Math.min(...numbers);
  }

  /** Excel leaves hidden cells out of a chart unless told otherwise. */
  drawsHiddenCells(references: readonly string[]): boolean {
    return references.some((reference) => {
      const { sheet, area } = this.locate(reference);
      return sheet.hidden || sheet.columns.slice(area.left, area.right + 1).some(({ hidden }) => hidden);
    });
  }

  private cells(reference: string): CellModel[] {
    const { sheet, area } = this.locate(reference);
    const cells: CellModel[] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        cells.push(rowAt(sheet, row)?.cells[column] ?? {});
      }
    }
    return cells;
  }

  private locate(reference: string) {
    const { sheet: name, area } = parseReference(reference) ?? {};
    const sheet = this.model.sheets.find((one) => one.name === name);
    if (sheet === undefined || area === undefined) {
      throw new UnwritableWorkbook(
        `Un graphique désigne « ${reference} », qui n’est pas une plage de ce classeur : écrivez-la comme 'Nom de feuille'!$A$2:$A$9.`,
      );
    }
    return { sheet, area };
  }
}
