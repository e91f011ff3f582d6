import type { FecImport } from '../../../importers';
import { runJob, type ReadFile } from '../../jobs';
import { filled } from '../sentences';
import type { Action } from '../action';
import { accountsOf } from './accounts-table';
import { messages } from './messages';
import { unlessStopped } from './stopped';

export interface FilesToRead {
  readonly files: readonly File[];
  /** The landlord's, if it is known: the lines of others are left out. */
  readonly siren?: string;
}

/** Reads files the person chose or dropped, whatever they are; nothing is written. */
export const readFiles: Action<FilesToRead, readonly ReadFile[]> = {
  id: 'lire-fichiers',
  doing: { fr: 'Lecture des fichiers', en: 'Reading the files' },
  changes: false,
  perform: ({ files, siren }, { work: { signal, onProgress } }) =>
    unlessStopped(signal, async () => {
      const read: ReadFile[] = [];
      for (const file of files) {
        const label = filled(messages.readingFile, { name: file.name });
        const percent = (done: number, total: number) =>
          onProgress?.({ label, done: total === 0 ? 0 : Math.floor((100 * done) / total), total: 100 });
        percent(0, 1);
        const options = { ...(signal && { signal }), onPart: percent };
        read.push(await runJob('readFile', { file, ...(siren !== undefined && { siren }) }, options));
      }
      return read;
    }),
};

export interface LedgerFigures {
  readonly imports: readonly FecImport[];
  /** Why the files cannot be taken together, in French. */
  readonly problem?: string;
}

/** The figures of accounting entries already read, for a territory and with a list of suppliers. */
export const readLedgers: Action<
  { readonly files: readonly ReadFile[]; readonly local: readonly string[] },
  LedgerFigures
> = {
  id: 'chiffrer-ecritures',
  doing: { fr: 'Classement des écritures', en: 'Sorting the entries' },
  changes: false,
  perform: ({ files, local }, { port, work: { signal } }) =>
    unlessStopped(signal, async () => {
      const ledgers = files.flatMap((one) => (one.kind === 'fec' ? [one.ledger] : []));
      const suppliers = files.findLast((one) => one.kind === 'suppliers')?.list;
      const accounts = await accountsOf({ port });
      const input = { ledgers, local, ...(suppliers && { suppliers }), ...(accounts && { accounts }) };
      return runJob('fecFigures', input, { ...(signal && { signal }) });
    }),
};
