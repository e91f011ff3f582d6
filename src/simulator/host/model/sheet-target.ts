/** A sheet is known to a batch by its id: it may be deleted meanwhile. */
export class SheetTarget {
  constructor(readonly id: string) {}
}

/** Univer's sheet id in the form that Excel's ids have. */
export const sheetKey = (sheetId: string): string => `{${sheetId}}`;
