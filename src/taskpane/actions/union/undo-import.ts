import { campaignTables, type ReceivedVersion } from '../../../campaign';
import type { Action } from '../action';
import { filled } from '../sentences';
import { followUpCells, sinceOf } from './take-versions';
import { messages } from './messages';
import { keyOf, markReplaced, removeVersions, sirenOf, textOf } from './received-rows';
import { writeReminders } from './reminders';

export interface ImportToUndo {
  readonly versions: readonly ReceivedVersion[];
  /** All that were taken: where the versions before are found. */
  readonly all: readonly ReceivedVersion[];
}

/**
 * Undoes an import: each landlord's version before counts again, or none. One that was replaced since is left, because
 * what replaced it was compared with it.
 */
export const undoImport: Action<ImportToUndo, { readonly undone: number; readonly kept: number }> = {
  id: 'annuler-import',
  doing: { fr: 'Annulation de l’import', en: 'Undoing the import' },
  changes: true,
  async perform({ versions, all }, { port, engine, work, now }) {
    const wanted = new Map(versions.map((one) => [keyOf(one), one]));
    const former = new Map(all.map((one) => [keyOf(one), one]));
    const undone = new Map<string, ReceivedVersion>();
    await port.updateRows(campaignTables.followUp, ['siren', 'version', 'raison_sociale'], (row) => {
      const siren = sirenOf(row['siren']);
      const one = wanted.get(keyOf({ siren, version: textOf(row['version']) }));
      if (!one) return undefined;
      undone.set(siren, one);
      const earlier = former.get(keyOf({ siren, version: one.replaces }));
      const { state, date, by } = one.before;
      return followUpCells({
        siren,
        name: textOf(row['raison_sociale']),
        state: state ?? 'attendu',
        ...(date ? { date } : {}),
        by,
        sentBy: earlier?.sentBy ?? '',
        ...(earlier?.sentAt ? { sentAt: earlier.sentAt } : {}),
        version: one.replaces,
        file: earlier?.file ?? '',
        ...(earlier?.filled === undefined ? {} : { filled: earlier.filled }),
        ...(earlier?.blocking === undefined ? {} : { blocking: earlier.blocking }),
        comment: '',
      });
    });
    const gone = [...undone.values()];
    await markReplaced(port, sinceOf(now()));
    await removeVersions(port, gone, work);
    await writeReminders(port, engine, [...undone.keys()]);
    return { undone: gone.length, kept: versions.length - gone.length };
  },
  told: ({ undone, kept }) =>
    kept === 0
      ? filled(messages.undone, { count: undone })
      : filled(messages.undoneSome, { count: undone, kept }),
};

/** Takes away what an import left behind that was stopped for good: rows that count nowhere. */
export const cleanUp: Action<readonly ReceivedVersion[], number> = {
  id: 'nettoyer-import',
  doing: { fr: 'Retrait d’un import interrompu', en: 'Removing an interrupted import' },
  changes: true,
  async perform(versions, { port, work, now }) {
    // What was stopped may be an undoing: the versions that count again must be found as such first.
    await markReplaced(port, sinceOf(now()));
    await removeVersions(port, versions, work);
    return versions.length;
  },
  told: (count) => filled(messages.cleaned, { count }),
};
