import type { Campaign } from '../../../campaign';
import type { Action } from '../action';
import { ActionProblem } from '../action';
import { runJob } from '../../jobs';
import { filled } from '../sentences';
import { unlessStopped } from '../connect/stopped';
import { messages } from './messages';

/** A file to offer for saving. */
export interface OfferedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
  /** What it holds, in a count: workbooks, remarks. */
  readonly count: number;
}

export interface Prefilling {
  readonly campaign: Campaign;
  /** Workbooks of another year, whose answers are recalled beside the questions. */
  readonly previous: readonly File[];
}

export interface PrefilledArchive extends OfferedFile {
  /** In how many workbooks answers of another year are recalled; undefined when none were given. */
  readonly recalled?: number;
}

/** The workbooks that landlords fill, in one archive to save; nothing is written in the workbook. */
export const prefillWorkbooks: Action<Prefilling, PrefilledArchive> = {
  id: 'preparer-classeurs',
  doing: { fr: 'Préparation des classeurs des bailleurs', en: 'Preparing the landlords’ workbooks' },
  changes: false,
  perform: ({ campaign, previous }, { work }) =>
    unlessStopped(work.signal, async () => {
      if (campaign.followUp.length === 0)
        throw new ActionProblem(messages.noLandlord, messages.noLandlordRemedy);
      const { archive, files, recalled, problem } = await runJob(
        'prefill',
        { campaign, previous },
        {
          ...(work.signal && { signal: work.signal }),
          onPart: (done, total) =>
            work.onProgress?.({ label: messages.preparing, done, total: Math.max(total, 1) }),
        },
      );
      if (problem !== undefined)
        throw new ActionProblem({ fr: problem, en: problem }, messages.previousRemedy);
      return {
        name: `contributions-${campaign.settings.year}.zip`,
        bytes: archive,
        type: 'application/zip',
        count: files,
        ...(previous.length > 0 ? { recalled } : {}),
      };
    }),
  told: ({ count, recalled }) =>
    recalled === undefined
      ? filled(messages.prepared, { count })
      : filled(messages.preparedWithRecall, { count, recalled }),
};
