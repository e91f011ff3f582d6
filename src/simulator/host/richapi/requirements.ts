import type { Session } from '../session';
import { apiNotFound } from './errors';
import { memberVersions } from './member-versions';

/**
 * Refuses a member above the ExcelApi version that the host declares. The library's own gate is
 * switched off in this build, so without this one a test would pass on an Excel that lacks the member.
 */
export function checkRequirement(member: string, session: Session): void {
  const since = memberVersions[member];
  if (since !== undefined && compare(since, session.options.excelApi) > 0) throw apiNotFound(member, since);
}

/** 1.9 comes before 1.10: versions are compared by their minor number. */
const compare = (one: string, other: string): number => minor(one) - minor(other);

const minor = (version: string): number => Number(version.split('.')[1] ?? 0);
