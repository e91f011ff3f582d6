import type { CellStyle } from '../model';

/** The house colours (RRGGBB): few, dark enough to read, light enough to print. */
export const palette = {
  ink: '1B2A41',
  primary: '1F4E79',
  accent: '2E8B8B',
  band: 'E8EEF5',
  input: 'FFF8E1',
  muted: '5A6673',
  line: 'C5CED8',
  good: '1E6B3A',
  goodFill: 'E4F2E7',
  warn: '8A4B00',
  warnFill: 'FDECD2',
  bad: '9B1C1C',
  badFill: 'FBE3E0',
  neutralFill: 'ECEEF1',
  white: 'FFFFFF',
} as const;

const wrapped = { wrap: true, verticalAlign: 'top' } as const;

/** The named styles of our workbooks; a cell takes one, spread with a format where it holds a number. */
export const styles = {
  title: { bold: true, size: 18, color: palette.primary },
  subtitle: { size: 11, color: palette.muted },
  section: { bold: true, size: 12, color: palette.white, fill: palette.primary, verticalAlign: 'center' },
  heading: {
    bold: true,
    color: palette.white,
    fill: palette.primary,
    wrap: true,
    verticalAlign: 'center',
    border: 'all',
  },
  text: { ...wrapped, color: palette.ink },
  textLined: { ...wrapped, color: palette.ink, border: 'bottom' },
  strong: { ...wrapped, color: palette.ink, bold: true, border: 'bottom' },
  muted: { ...wrapped, color: palette.muted, border: 'bottom' },
  note: { ...wrapped, color: palette.muted, italic: true },
  number: { color: palette.ink, align: 'right', verticalAlign: 'top', border: 'bottom' },
  center: { color: palette.ink, align: 'center', verticalAlign: 'top', border: 'bottom' },
  unit: { ...wrapped, color: palette.muted, border: 'bottom', indent: 1 },
  link: { color: palette.primary, verticalAlign: 'top', border: 'bottom' },
  input: { ...wrapped, color: palette.ink, fill: palette.input, border: 'all', input: true },
  key: { bold: true, size: 12, color: palette.primary, align: 'right', border: 'bottom' },
} as const satisfies Record<string, CellStyle>;

/**
 * The number format of a quantity, as Excel stores it (the reader's separators are put in by Excel).
 * @param unit the unit of the algebra; `%` is a fraction shown as a percentage
 * @param decimals digits after the decimal mark
 */
export function numberFormat(unit: string, decimals: number): string {
  const digits = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
  return unit === '%' ? `0${digits}%` : `#,##0${digits}`;
}

/** Units small enough for their decimals to matter to a reader; every other one is read whole. */
const decimalsOf: Readonly<Record<string, number>> = {
  ETP: 1,
  t: 1,
  'k€': 1,
  'kWhEP/m²/an': 1,
  'kgCO2e/m²/an': 1,
  '€/m²/mois': 2,
};

/** The number format of a figure a landlord gives. A `#` after the point would leave it alone: « 7 070, ». */
export function figureFormat(unit: string): string {
  return numberFormat(unit, decimalsOf[unit] ?? 0);
}

/** A date as French readers write it; Excel stores the format in English. */
export const dateFormat = 'dd/mm/yyyy';
