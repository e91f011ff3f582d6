import type { Contribution, Remark, RemarkLevel, Source } from '../contribution';

/** A remark on a whole file: there is no sheet or cell to name. */
export function remarkOnFile(level: RemarkLevel, code: string, message: string, file: string): Remark {
  return { level, code, message, source: { file, sheet: '', cell: '' } };
}

/** A remark on one cell. */
export function remarkOnCell(
  level: RemarkLevel,
  code: string,
  message: string,
  source: Source,
  subject: string,
): Remark {
  return { level, code, message, source, subject };
}

/** The contribution with a status and a remark more. */
export function withRemark(
  contribution: Contribution,
  remark: Remark,
  status: Contribution['status'] = contribution.status,
): Contribution {
  return { ...contribution, status, remarks: [...contribution.remarks, remark] };
}

/** The last part of a path: what a person calls the file. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
