import { CellValueType, InterceptorEffectEnum, isDefaultFormat, type Univer } from '@univerjs/core';
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
} from '@univerjs/sheets';
import { SheetsNumfmtCellContentController } from '@univerjs/sheets-numfmt';
import { frenchEntry } from '../host';

/** As many as Excel shows of a number without a format. */
const DIGITS = 10;
/** From there on Excel writes powers of ten. */
const TOO_LONG = 1e11;
/** After Univer's own, which applies the number formats. */
const AFTER_FORMATS = 5;
/** Before Univer's own, which reads a comma as an English one: 12,5 % would be 125 %. */
const BEFORE_FORMATS = 100;

const AFTER_ALL = -100;

const ENGLISH_NUMBER = /^[+-]?\d*\.?\d+(?:e[+-]?\d+)?%?$/iu;

/** Made once: making one costs a thousand times what it does, and every cell of the screen asks at each drawing. */
const french = new Intl.NumberFormat('fr-FR', { useGrouping: false, maximumSignificantDigits: DIGITS });

/** A number without a format, as a French Excel shows it. */
const shown = (value: number): string =>
  Math.abs(value) < TOO_LONG && (value === 0 || Math.abs(value) >= 1e-9)
    ? french.format(value)
    : value.toExponential(5).replace('.', ',').toUpperCase();

const done = new WeakSet<Univer>();

/**
 * Numbers as a French Excel has them: shown, edited and typed with a decimal comma. Univer does so for what has a
 * number format only, and reads what is typed in English. To be called once a workbook is open.
 */
export function useFrenchNumbers(univer: Univer): void {
  if (done.has(univer)) return;
  done.add(univer);
  const injector = univer.__getInjector();
  injector.get(SheetsNumfmtCellContentController).setNumfmtLocal('fr');
  const interceptors = injector.get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    priority: AFTER_FORMATS,
    handler(cell, { workbook }, next) {
      if (typeof cell?.v !== 'number' || cell.t !== CellValueType.NUMBER) return next(cell);
      const pattern = workbook.getStyles().get(cell.s)?.n?.pattern;
      return next(isDefaultFormat(pattern) ? { ...cell, v: shown(cell.v) } : cell);
    },
  });
  const edited = interceptors.writeCellInterceptor;
  edited.intercept(BEFORE_CELL_EDIT, {
    priority: AFTER_ALL,
    handler(cell, { worksheet, row, col }, next) {
      const raw = worksheet.getCellRaw(row, col);
      if (!cell || cell.f || raw?.f || raw?.t !== CellValueType.NUMBER) return next(cell);
      const pattern = worksheet.getComposedCellStyle(row, col).n?.pattern;
      // All its digits, more than the cell shows.
      const text = isDefaultFormat(pattern) ? String(raw.v) : String(cell.v ?? '');
      return next(ENGLISH_NUMBER.test(text) ? { ...cell, v: text.replace('.', ',') } : cell);
    },
  });
  edited.intercept(AFTER_CELL_EDIT, {
    priority: BEFORE_FORMATS,
    handler(cell, _place, next) {
      if (typeof cell?.v !== 'string' || cell.f || cell.t === CellValueType.FORCE_STRING) return next(cell);
      const english = frenchEntry(cell.v);
      return next(ENGLISH_NUMBER.test(english) ? { ...cell, v: english } : cell);
    },
  });
}
