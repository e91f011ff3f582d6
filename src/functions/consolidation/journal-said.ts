import type { Adjusted } from '../../campaign';
import type { Remark } from '../../contribution';
import type { Locale } from '../../formula';
import type { JournalGiven } from './journal';

/** Reasons shown in a cell; the pane shows them all. */
const MOST_REASONS = 3;

/**
 * What became of the adjustments of a journal, in a sentence: how many count, how many were cancelled, and why the
 * others are left out. Reasons are in French, as remarks are everywhere.
 */
export function journalSaid(
  { journal, remarks }: JournalGiven,
  adjusted: Pick<Adjusted, 'applied' | 'remarks'>,
  locale: Locale,
): string {
  const applied = adjusted.applied.length;
  const cancelled = journal.filter(({ cancelledBy }) => cancelledBy !== '').length;
  const leftOut = [...adjusted.remarks, ...remarks.filter(isBlocking)].map(reasonOf);
  const say = sentences[locale];
  if (applied + cancelled + leftOut.length === 0) return say.none;
  const counted = [say.applied(applied), ...(cancelled > 0 ? [say.cancelled(cancelled)] : [])].join(', ');
  if (leftOut.length === 0) return `${counted}.`;
  const more = leftOut.length - MOST_REASONS;
  return [
    `${counted}, ${say.leftOut(leftOut.length)}`,
    ...leftOut.slice(0, MOST_REASONS),
    ...(more > 0 ? [say.more(more)] : []),
  ].join(' ');
}

const isBlocking = ({ level }: Remark): boolean => level === 'blocking';

/** With the row of the range that it is about, the headings being row 1. */
const reasonOf = ({ message, source }: Remark): string => `Journal, ${source.cell} : ${message}`;

const sentences = {
  fr: {
    none: 'Aucun ajustement dans le journal.',
    applied: (count: number) =>
      count === 0
        ? 'Aucun ajustement du journal n’est compté'
        : count === 1
          ? '1 ajustement du journal est compté'
          : `${count} ajustements du journal sont comptés`,
    cancelled: (count: number) => (count === 1 ? '1 est annulé' : `${count} sont annulés`),
    leftOut: (count: number) =>
      count === 1
        ? '1 n’est pas appliqué, ces chiffres sont sans lui.'
        : `${count} ne sont pas appliqués, ces chiffres sont sans eux.`,
    more: (count: number) =>
      count === 1 ? '1 autre est dit dans « Revue ».' : `${count} autres sont dits dans « Revue ».`,
  },
  en: {
    none: 'No adjustment in the journal.',
    applied: (count: number) =>
      count === 1
        ? '1 adjustment of the journal counts'
        : `${count === 0 ? 'No' : count} adjustments of the journal count`,
    cancelled: (count: number) => (count === 1 ? '1 is cancelled' : `${count} are cancelled`),
    leftOut: (count: number) =>
      count === 1
        ? '1 is not applied, these figures leave it out.'
        : `${count} are not applied, these figures leave them out.`,
    more: (count: number) => `${count} more are told in "Review".`,
  },
} as const;
