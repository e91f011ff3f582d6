import type { FollowUp, ReceivedVersion } from '../../../campaign';
import { keyOf } from '../../actions/union/received-rows';

/** The files that one person took in one go, as far as they still count. */
export interface DoneImport {
  readonly at: number;
  readonly by: string;
  readonly versions: readonly ReceivedVersion[];
}

/** The imports that can be undone, the latest first. */
export function doneImports(
  versions: readonly ReceivedVersion[],
  followUp: readonly FollowUp[],
): readonly DoneImport[] {
  const counting = new Set(followUp.map(keyOf));
  const found = new Map<string, { at: number; by: string; versions: ReceivedVersion[] }>();
  for (const one of versions) {
    if (!counting.has(keyOf(one))) continue;
    const key = `${one.at} ${one.by}`;
    const known = found.get(key) ?? { at: one.at, by: one.by, versions: [] };
    known.versions.push(one);
    found.set(key, known);
  }
  return [...found.values()].sort((one, other) => other.at - one.at);
}

/** Versions that neither count nor were replaced by one that does: what an interrupted import left. */
export function leftovers(
  versions: readonly ReceivedVersion[],
  followUp: readonly FollowUp[],
): readonly ReceivedVersion[] {
  const byKey = new Map(versions.map((one) => [keyOf(one), one]));
  const reached = new Set<string>();
  for (const one of followUp) {
    let key = keyOf(one);
    while (!reached.has(key)) {
      reached.add(key);
      key = keyOf({ siren: one.siren, version: byKey.get(key)?.replaces ?? '' });
    }
  }
  return versions.filter((one) => !reached.has(keyOf(one)));
}

const DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** The date and time that a cell holds, without a time zone. */
export const dateOfSerial = (serial: number): Date => new Date(Math.round((serial - SERIAL_OF_1970) * DAY));
