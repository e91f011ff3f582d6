/**
 * An error as Excel reports it inside a batch. Codes and messages follow Microsoft's table
 * "Error handling with the application-specific JavaScript APIs".
 */
export class RichApiError extends Error {
  override readonly name = 'RichApiError';

  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus: number,
  ) {
    super(message);
  }
}

const make = (code: string, httpStatus: number, text: string) => (detail?: string) =>
  new RichApiError(code, detail ?? text, httpStatus);

export const accessDenied = make('AccessDenied', 403, 'You cannot perform the requested operation.');
export const invalidArgument = make(
  'InvalidArgument',
  400,
  'The argument is invalid or missing or has an incorrect format.',
);
export const invalidReference = make(
  'InvalidReference',
  400,
  'This reference is not valid for the current operation.',
);
export const invalidOperation = make(
  'InvalidOperation',
  400,
  'The operation attempted is invalid on the object.',
);
export const itemNotFound = make('ItemNotFound', 404, "The requested resource doesn't exist.");
export const itemAlreadyExists = make('ItemAlreadyExists', 409, 'The resource being created already exists.');
export const unsupported = make(
  'UnsupportedOperation',
  501,
  'The operation being attempted is not supported.',
);
export const generalException = make(
  'GeneralException',
  500,
  'There was an internal error while processing the request.',
);

/** A member the host lacks, or that its declared requirement set does not hold: always named. */
export const apiNotFound = (member: string, since?: string) =>
  new RichApiError(
    'ApiNotFound',
    since === undefined
      ? `The API you are trying to use could not be found: ${member}.`
      : `The API you are trying to use could not be found: ${member} needs ExcelApi ${since}.`,
    404,
  );

/** What the transport itself refuses; office.js maps the number to a code of its own. */
export const transportErrors = {
  cellEditMode: 5004,
  throttled: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
} as const;
