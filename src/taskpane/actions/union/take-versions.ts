import { campaignTables, type FollowUp, receivedHeadings, type StoredCell } from '../../../campaign';
import type { RowByHeading, RowContent, WorkOptions } from '../../../excel';
import type { ReceivedFile } from '../../jobs';
import type { ExcelPort } from '../../port';
import type { Action } from '../action';
import { ActionProblem } from '../action';
import { filled } from '../sentences';
import { messages } from './messages';
import {
  appendReceived,
  ensureReceivedTables,
  followUpKeys,
  keyOf,
  markReplaced,
  receivedKeys,
  removeVersions,
  sirenOf,
  textOf,
  type VersionKey,
} from './received-rows';
import { writeReminders } from './reminders';

/** A file that may be taken: first answers, and the new versions that a person chose. */
export type Taking = ReceivedFile & Required<Pick<ReceivedFile, 'taking' | 'siren'>>;

export interface VersionsToTake {
  readonly files: readonly Taking[];
  readonly by: string;
}

/**
 * Takes versions: their rows are added first, then one call says in the follow-up which version counts. Until that call
 * nothing counts, and whatever stops the work before takes the rows away again; after it all of them count.
 */
export const takeVersions: Action<VersionsToTake, number> = {
  id: 'prendre-versions',
  doing: { fr: 'Écriture des réponses dans le classeur', en: 'Writing the answers in the workbook' },
  changes: true,
  async perform({ files, by }, { port, work, now, engine }) {
    if (files.length === 0) return 0;
    const versions = files.map(({ siren, version }): VersionKey => ({ siren, version }));
    await ensureReceivedTables(port, work);
    // Left there by an import that was stopped for good.
    await removeVersions(port, await notCounting(port, versions), work);
    try {
      await writeRows(port, files, { at: secondOf(now()), by }, work);
      await ensureFollowUp(port, files);
      await commit(port, files, by);
    } catch (problem) {
      await takeAway(port, versions);
      throw problem;
    }
    await markReplaced(port, sinceOf(now()));
    await writeReminders(
      port,
      engine,
      files.map(({ siren }) => siren),
    );
    return files.length;
  },
  told: (count) => filled(messages.taken, { count }),
};

/** As the workbook, which is in French, says since when a row counts no more. */
export const sinceOf = (date: Date): string => `le ${date.toLocaleDateString('fr-FR')}`;

/** Versions of the same names that are in the tables though they do not count. */
async function notCounting(port: ExcelPort, versions: readonly VersionKey[]): Promise<readonly VersionKey[]> {
  const counting = new Set((await followUpKeys(port)).map(keyOf));
  return versions.filter((one) => !counting.has(keyOf(one)));
}

/** A time that a cell gives back as it was written. */
const secondOf = (date: Date): Date =>
  new Date(
    Date.UTC(
      date.getFullYear(),
      date.getMonth(),
      date.getDate(),
      date.getHours(),
      date.getMinutes(),
      date.getSeconds(),
    ),
  );

async function writeRows(
  port: ExcelPort,
  files: readonly Taking[],
  taken: { readonly at: Date; readonly by: string },
  work: WorkOptions,
): Promise<void> {
  const total = files.reduce(
    (sum, { taking }) => sum + receivedKeys.reduce((rows, key) => rows + taking.rows[key].length, 0),
    0,
  );
  let done = 0;
  const told = (rows: number) => {
    done += rows;
    work.onProgress?.({ label: messages.writing, done, total });
  };
  const [atColumn, byColumn] = ['pris_le', 'pris_par'].map((one) =>
    (receivedHeadings.versions as readonly string[]).indexOf(one),
  );
  for (const key of receivedKeys) {
    let waiting: (readonly StoredCell[])[] = [];
    const flush = async () => {
      await appendReceived(port, key, waiting, work);
      told(waiting.length);
      waiting = [];
    };
    for (const { taking } of files) {
      const own =
        key === 'versions'
          ? taking.rows.versions.map((row) =>
              row.map((cell, at) => (at === atColumn ? taken.at : at === byColumn ? taken.by || null : cell)),
            )
          : taking.rows[key];
      waiting.push(...own);
      if (waiting.length >= ROWS_AT_ONCE) await flush();
    }
    await flush();
  }
}

/** Rows held before they are written. */
const ROWS_AT_ONCE = 2000;

/** Landlords of the perimeter that have no row of follow-up yet get one. */
async function ensureFollowUp(port: ExcelPort, files: readonly Taking[]): Promise<void> {
  const known = new Set((await followUpKeys(port)).map(({ siren }) => siren));
  const added = files.filter(({ siren }) => !known.has(siren));
  if (added.length === 0) return;
  await port.appendRows(
    campaignTables.followUp,
    added.map(({ siren, taking }) => ({ siren, raison_sociale: taking.after.name, etat: 'attendu' })),
  );
}

/** The one call that makes versions count; refused when someone took another one meanwhile. */
async function commit(port: ExcelPort, files: readonly Taking[], by: string): Promise<void> {
  const wanted = new Map(files.map((one) => [one.siren, one]));
  await port.updateRows(campaignTables.followUp, ['siren', 'version'], (row: RowContent) => {
    const one = wanted.get(sirenOf(row['siren']));
    if (!one) return undefined;
    const { before, after } = one.taking;
    const now = textOf(row['version']);
    // Told of a lost connection, this call may be made again after it got through.
    if (now !== (before?.version ?? '') && now !== one.version) {
      throw new ActionProblem(
        filled(messages.takenMeanwhile, { name: after.name }),
        messages.takenMeanwhileRemedy,
      );
    }
    return followUpCells({ ...after, by });
  });
}

/** A row of the follow-up as cells; what a landlord or a person wrote beside stays. */
export function followUpCells(one: FollowUp): RowByHeading {
  return {
    etat: one.state,
    date: one.date ?? null,
    qui: one.by || null,
    part_remplie: one.filled ?? null,
    remarques_bloquantes: one.blocking ?? null,
    transmis_par: one.sentBy || null,
    transmis_le: one.sentAt ?? null,
    version: one.version || null,
    fichier: one.file || null,
  };
}

/** Takes away what was begun; if Excel refuses that as well, what is left counts nowhere, and the pane says so. */
async function takeAway(port: ExcelPort, versions: readonly VersionKey[]): Promise<void> {
  try {
    await removeVersions(port, await notCounting(port, versions));
  } catch {
    throw new ActionProblem(messages.leftovers, messages.leftoversRemedy);
  }
}
