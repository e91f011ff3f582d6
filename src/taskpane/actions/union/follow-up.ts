import { campaignTables, contributionFileName, type FollowUp, type FollowUpState } from '../../../campaign';
import type { Campaign } from '../../../campaign';
import type { Action, ActionContext } from '../action';
import { ActionProblem } from '../action';
import { runJob } from '../../jobs';
import { filled } from '../sentences';
import { readCounting } from '../../union/read-received';
import { unlessStopped } from '../connect/stopped';
import { messages } from './messages';
import type { OfferedFile } from './prefill';
import { dayOf } from './read-contributions';
import { sirenOf, textOf } from './received-rows';
import { writeReminders } from './reminders';

export interface StateChange {
  /** As the person saw it. */
  readonly one: FollowUp;
  readonly state: FollowUpState;
  readonly by: string;
  /** Undefined leaves the comment. */
  readonly comment?: string;
}

/** Says where a landlord stands, since when and by whom; refused when someone has said otherwise meanwhile. */
export const changeState: Action<StateChange, StateChange> = {
  id: 'changer-etat',
  doing: { fr: 'Enregistrement du suivi', en: 'Saving the follow-up' },
  changes: true,
  async perform(change, context) {
    await writeState(change, context);
    return change;
  },
  told: ({ one, state }) => filled(messages.stateSaved, { name: one.name || one.siren, state }),
};

async function writeState(
  { one, state, by, comment }: StateChange,
  { port, engine, now }: ActionContext,
): Promise<void> {
  if (by.trim() === '') throw new ActionProblem(messages.whoMissing, messages.whoMissingRemedy);
  const day = dayOf(now());
  const found = await port.updateRows(campaignTables.followUp, ['siren', 'etat', 'version', 'qui'], (row) => {
    if (sirenOf(row['siren']) !== one.siren) return undefined;
    const isDone = textOf(row['etat']) === state && textOf(row['qui']) === by;
    const isAsSeen =
      textOf(row['etat']) === one.state || (textOf(row['etat']) === '' && one.state === 'attendu');
    if (textOf(row['version']) !== one.version || (!isAsSeen && !isDone)) {
      throw new ActionProblem(
        filled(messages.stateMeanwhile, { name: one.name || one.siren }),
        messages.nothingWritten,
      );
    }
    return {
      etat: state,
      date: day,
      qui: by.trim(),
      ...(comment === undefined ? {} : { commentaire: comment || null }),
    };
  });
  if (found === 0) {
    await port.appendRows(campaignTables.followUp, [
      {
        siren: one.siren,
        raison_sociale: one.name,
        etat: state,
        date: day,
        qui: by.trim(),
        commentaire: comment || null,
      },
    ]);
  }
  await writeReminders(port, engine, [one.siren]);
}

export interface Return extends StateChange {
  readonly campaign: Campaign;
  /** The landlord's own file, if it is at hand. */
  readonly file?: File;
}

/** The file that goes back. */
export interface ReturnedWorkbook extends OfferedFile {
  /** False: the remarks alone, because the landlord's file was not given, or is another version. */
  readonly own: boolean;
}

/** Writes the workbook that goes back to a landlord, and says in the follow-up that it did. */
export const sendBack: Action<Return, ReturnedWorkbook> = {
  id: 'renvoyer-contribution',
  doing: { fr: 'Préparation du classeur à renvoyer', en: 'Preparing the workbook to send back' },
  changes: true,
  perform: (asked, context) =>
    unlessStopped(context.work.signal, async () => {
      const { one, campaign, file, comment } = asked;
      const { work, port } = context;
      if (asked.by.trim() === '') throw new ActionProblem(messages.whoMissing, messages.whoMissingRemedy);
      const received = await readCounting(port, campaign.followUp, work);
      const followUp = campaign.followUp.map((row) =>
        row.siren === one.siren && comment !== undefined ? { ...row, comment } : row,
      );
      const { bytes, own, remarks } = await runJob(
        'sendBack',
        { ...(file && { file }), siren: one.siren, campaign: { ...campaign, followUp }, received },
        { ...(work.signal && { signal: work.signal }) },
      );
      await writeState(asked, context);
      const base = contributionFileName(one.siren, one.name, campaign.settings.year);
      return {
        name: own && file ? file.name : base.replace(/\.xlsx$/u, '-remarques.xlsx'),
        bytes,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        count: remarks,
        own,
      };
    }),
  told: ({ count, own }) => filled(own ? messages.returned : messages.returnedAlone, { count }),
};
