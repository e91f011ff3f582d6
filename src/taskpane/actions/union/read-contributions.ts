import type { Campaign } from '../../../campaign';
import type { Action } from '../action';
import { runJob, type ReceivedFile } from '../../jobs';
import { readCounting } from '../../union/read-received';
import { unlessStopped } from '../connect/stopped';
import { messages } from './messages';

export interface FilesGiven {
  readonly files: readonly File[];
  readonly campaign: Campaign;
  readonly by: string;
}

/** Reads the files that a union was sent, and says what each would change; nothing is written. */
export const readContributions: Action<FilesGiven, readonly ReceivedFile[]> = {
  id: 'lire-contributions',
  doing: { fr: 'Lecture des contributions', en: 'Reading the contributions' },
  changes: false,
  perform: ({ files, campaign, by }, { port, work, now }) =>
    unlessStopped(work.signal, async () => {
      const counting = await readCounting(port, campaign.followUp, work);
      const received: ReceivedFile[] = [];
      await runJob(
        'receive',
        { files, campaign, received: counting, today: dayOf(now()), by },
        {
          ...(work.signal && { signal: work.signal }),
          onPart: (done, total) =>
            work.onProgress?.({ label: messages.reading, done, total: Math.max(total, 1) }),
          onPiece: (piece) => received.push(piece),
        },
      );
      return received;
    }),
};

/** A day, as a workbook holds it: without a time zone. */
export const dayOf = (now: Date): Date =>
  new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
