/** The name of a workbook that was not saved yet. */
export const BLANK_NAME = 'Classeur1.xlsx';

/** The workbook of the server that the address of the page asks for, by name. */
export const askedFile = (): string | undefined =>
  new URLSearchParams(location.search).get('classeur') ?? undefined;
