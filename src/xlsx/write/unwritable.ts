/** The workbook asked for breaks a rule of Excel: opening it would show « repaired records ». */
export class UnwritableWorkbook extends Error {
  override readonly name = 'UnwritableWorkbook';
}
