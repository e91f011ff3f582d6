import type { Outcome } from '../../../campaign';
import type { ReceivedFile } from '../../jobs';
import type { IconName } from '../../ui/icons';
import type { Tone } from '../../ui/tag';

/** What a line says of a file, the ones to look at first. */
export type LineKind = 'refused' | 'waiting' | 'older' | 'superseded' | 'warned' | 'accepted' | 'unchanged';

export const lineKinds: readonly LineKind[] = [
  'refused',
  'waiting',
  'older',
  'superseded',
  'warned',
  'accepted',
  'unchanged',
];

export const looks: Readonly<Record<LineKind, readonly [IconName, Tone]>> = {
  refused: ['blocking', 'bad'],
  waiting: ['warning', 'warn'],
  older: ['open', 'neutral'],
  superseded: ['open', 'neutral'],
  warned: ['warning', 'warn'],
  accepted: ['done', 'good'],
  unchanged: ['done', 'neutral'],
};

const plain: Readonly<Record<Exclude<Outcome['kind'], 'taken'>, LineKind>> = {
  refused: 'refused',
  waiting: 'waiting',
  older: 'older',
  superseded: 'superseded',
  unchanged: 'unchanged',
};

/** An accepted file with blocking remarks is told from one that has none. */
export function lineKind({ kind, remarks }: ReceivedFile): LineKind {
  if (kind !== 'taken') return plain[kind];
  return remarks.some(({ level }) => level === 'blocking') ? 'warned' : 'accepted';
}

/** The remarks worth showing on a line: blocking ones, and those on the file as a whole. */
export function shownRemarks({ kind, remarks }: ReceivedFile) {
  if (kind === 'unchanged') return remarks.filter(({ code }) => code === 'same_file');
  return remarks.filter(({ level, source }) => level === 'blocking' || source.cell === '');
}
