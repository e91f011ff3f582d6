import { useEffect } from 'react';
import type { TableContent } from '../../../excel';
import {
  editsOf,
  editsTable,
  formTables,
  type StudyEdit,
  type StudySource,
  templateTable,
  themeTable,
} from '../../../study';
import { runJob } from '../../jobs';
import { openTables } from '../../jobs/study-tables';
import type { ExcelPort } from '../../port';
import { useSession, useSessionState, type Session } from '../../session';
import { studyStore, useStudyState } from './study-store';

const wanted = new Set([
  ...Object.values(formTables).map(({ table }) => table as string),
  ...[templateTable.table, themeTable.table, editsTable.table],
]);

/** What a study is made from in the open workbook. */
export interface StudyGround {
  readonly held: StudySource;
  /** In a landlord's workbook, its name. */
  readonly landlord?: string;
}

/** The tables of the workbook that studies use, and what people rewrote in studies. */
async function readStudyTables(
  port: ExcelPort,
): Promise<{ readonly tables: readonly TableContent[]; readonly edits: readonly StudyEdit[] }> {
  const listed = (await port.listTables()).filter(({ name }) => wanted.has(name.toUpperCase()));
  const all = await Promise.all(listed.map(({ name }) => port.readTable(name)));
  const isEdits = ({ name }: TableContent) => name.toUpperCase() === editsTable.table;
  return {
    tables: all.filter((one) => !isEdits(one)),
    edits: await editsOf([{ name: '', workbook: openTables(all.filter(isEdits)) }]),
  };
}

/** Makes the study again whenever what it is made from has changed; what was rewritten alone changes no figure. */
export function useMaking({ held, landlord }: StudyGround): void {
  const session = useSession();
  const workbook = useSessionState((state) => state.workbook);
  const [{ template, locale, territory, files, key }] = useStudyState();
  useEffect(() => {
    const stop = new AbortController();
    void make(session, { held, ...(landlord !== undefined && { landlord }) }, stop.signal);
    return () => stop.abort();
    // Emptied by « try again », the key asks for it once more.
  }, [workbook, held, landlord, template, locale, territory, files, key === '']);
}

async function make(session: Session, ground: StudyGround, signal: AbortSignal): Promise<void> {
  const store = studyStore(session);
  try {
    const { tables, edits } = await readStudyTables(session.port);
    if (signal.aborted) return;
    const { template, locale, territory, files } = store.get();
    const names = files.map(({ name, size, lastModified }) => [name, size, lastModified]);
    const key = JSON.stringify([ground, tables, template, locale, territory, names]);
    if (store.get().key === key) return store.set({ edits, making: false });
    store.set({ making: true });
    const made = await runJob(
      'study',
      {
        ...ground,
        ...{ tables, files, locale },
        ...(template !== '' && { template }),
        ...(territory !== undefined && { territory }),
      },
      { signal },
    );
    if (signal.aborted) return;
    const found =
      'problem' in made ? { made: undefined, problem: made.problem } : { made, problem: undefined };
    store.set({ key, tables, edits, failed: false, making: false, ...found });
  } catch (error) {
    if (signal.aborted) return;
    store.set({ failed: true, making: false });
    await session.attempt(() => Promise.reject(error));
  }
}
