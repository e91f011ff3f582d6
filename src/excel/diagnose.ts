import { ExcelProblem } from './problem';
import type { ProblemCode, ProblemFacts } from './wordings';

/** Microsoft's codes (`OfficeExtension.Error.code`), by what they mean for the person. */
const codes: Readonly<Record<string, ProblemCode>> = {
  InvalidOperationInCellEditMode: 'cell_edit',
  ActivityLimitReached: 'throttled',
  RequestPayloadSizeLimitExceeded: 'too_large',
  ResponsePayloadSizeLimitExceeded: 'too_large',
  RangeExceedsLimit: 'too_large',
  OperationCellsExceedLimit: 'too_large',
  MemoryLimitReached: 'too_large',
  AccessDenied: 'protected',
  ItemNotFound: 'missing',
  ItemAlreadyExists: 'exists',
  InvalidArgument: 'invalid',
  InvalidReference: 'invalid',
  InvalidBinding: 'invalid',
  InvalidSelection: 'selection',
  InsertDeleteConflict: 'conflict',
  MergedRangeConflict: 'conflict',
  FilteredRangeConflict: 'conflict',
  PartialArrayUpdateError: 'conflict',
  Conflict: 'conflict',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedOperation: 'unsupported',
  UnsupportedFeature: 'unsupported',
  InvalidOrTimedOutSession: 'connection',
  RequestAborted: 'connection',
  Timeout: 'connection',
};

/** Numbers of the older `Office.context.document` calls. */
const numbers: Readonly<Record<number, ProblemCode>> = {
  5004: 'cell_edit',
  5012: 'connection',
  5102: 'throttled',
  5103: 'too_large',
  5104: 'too_large',
  7000: 'protected',
};

/** Turns whatever was thrown into a problem to show; never throws. */
export function diagnose(thrown: unknown, facts: ProblemFacts = {}): ExcelProblem {
  if (thrown instanceof ExcelProblem) return thrown.with({ ...facts, ...thrown.facts });
  const { code, name, message } = (thrown ?? {}) as { code?: unknown; name?: unknown; message?: unknown };
  if (name === 'AbortError') return new ExcelProblem('cancelled', facts, thrown);
  const known = typeof code === 'string' ? codes[code] : typeof code === 'number' ? numbers[code] : undefined;
  const detail = typeof message === 'string' ? message : String(thrown);
  return new ExcelProblem(known ?? 'unknown', { ...facts, detail }, thrown);
}
