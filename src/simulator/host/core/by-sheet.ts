import {
  UniverInstanceType,
  type IUniverInstanceService,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';

/** What is found of each sheet of each workbook that is open, by their identifiers, as Univer wants it. */
export function bySheet<Found>(
  instances: IUniverInstanceService,
  find: (sheet: Worksheet) => Found,
): Record<string, Record<string, Found>> {
  return Object.fromEntries(
    instances
      .getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)
      .map((workbook) => [
        workbook.getUnitId(),
        Object.fromEntries(workbook.getSheets().map((sheet) => [sheet.getSheetId(), find(sheet)])),
      ]),
  );
}
