import { writtenSheet, writtenTable } from '../../../study';
import { sheetNameFrom } from '../../../xlsx';
import type { Bilingual } from '../../i18n';
import { runJob, type Jobs } from '../../jobs';
import type { ExcelPort } from '../../port';
import { ActionProblem, type Action, type ActionContext } from '../action';
import { unlessStopped } from '../connect/stopped';
import { filled } from '../sentences';
import { textOf } from '../union/received-rows';
import { messages } from './messages';
import { fingerprints, namedAs, writtenSheets, type WrittenSheet } from './written-sheets';

export interface StudyToWrite extends Pick<Jobs['studyPages']['input'], 'document' | 'tables' | 'files'> {
  /** The sheets that the person agreed to have replaced: all that the study has in the workbook. */
  readonly over: readonly string[];
}

interface Written {
  readonly sheets: readonly string[];
  readonly charts: number;
  readonly kept?: Bilingual | undefined;
}

/** The figures of a study, in its sheets; one more where another study has that name. */
const FIGURES = 'ETUDE_DONNEES';
/** While the new sheets are being written. */
const ASIDE = ' (avant)';

/**
 * Writes a study in the open workbook: a sheet for each chapter, native charts, live on the sheet of its figures. Written
 * again, it takes the place of its own sheets: they stand aside until the new ones are whole, and come back if
 * something goes wrong on the way.
 */
export const writeStudy: Action<StudyToWrite, Written> = {
  id: 'ecrire-etude',
  doing: { fr: 'Écriture de l’étude dans le classeur', en: 'Writing the study in the workbook' },
  changes: true,
  perform: (input, context) => unlessStopped(context.work.signal, () => write(input, context)),
  told: ({ sheets, charts, kept }) =>
    withKept(
      filled(charts > 0 ? messages.inWorkbookDrawn : messages.inWorkbook, { sheets: sheets.length, charts }),
      kept,
    ),
};

/** Takes the sheets of a study out of the workbook, and nothing else. */
export const removeStudy: Action<Pick<StudyToWrite, 'document'>, Written> = {
  id: 'retirer-etude',
  doing: { fr: 'Retrait de l’étude', en: 'Removing the study' },
  changes: true,
  async perform({ document }, { port, work }) {
    const study = namedAs(document);
    const former = await formerSheets(port, study);
    const gone = former.figures !== undefined && former.missing.length > 0 ? [former.figures] : [];
    const removed = former.there.filter((one) => !gone.includes(one));
    await port.removeSheets(removed);
    await forget(port, study, work);
    return { sheets: removed, charts: 0, kept: keptFigures(former, gone[0]) };
  },
  told: ({ sheets, kept }) => withKept(filled(messages.outOfWorkbook, { sheets: sheets.length }), kept),
};

async function write(
  { document, tables, files, over }: StudyToWrite,
  { port, work }: ActionContext,
): Promise<Written> {
  const study = namedAs(document);
  const former = await formerSheets(port, study);
  const unasked = former.there.filter((one) => !over.includes(one));
  if (unasked.length > 0)
    throw new ActionProblem(
      filled(messages.writtenMeanwhile, { sheets: unasked.join(', ') }),
      messages.writtenRemedy,
    );
  const aside = new Map<string, string>();
  for (const one of former.there)
    aside.set(one, sheetNameFrom(one.slice(0, 22) + ASIDE, [...former.all, ...aside.values()]));
  const taken = [...former.all.filter((one) => !aside.has(one)), ...aside.values()];
  const place = { taken, table: await freeTable(port) };
  const laid = await runJob(
    'studyPages',
    { document, tables, files, place },
    work.signal ? { signal: work.signal } : {},
  );
  if ('problem' in laid)
    throw new ActionProblem({ fr: laid.problem, en: laid.problem }, messages.notWrittenRemedy);
  const { sheets } = laid;
  const names = sheets.map(({ name }) => name);
  await port.renameSheets(aside);
  let charts: number;
  try {
    ({ charts } = await port.insertSheets(sheets, work));
    await record(port, study, names, work);
  } catch (error) {
    // Begun sheets go by themselves; whole ones that could not be listed would never be found again.
    await port.removeSheets(names);
    await port.renameSheets(new Map([...aside].map(([name, now]) => [now, name])));
    throw error;
  }
  const kept = former.missing.length > 0 ? aside.get(former.figures ?? '') : undefined;
  await port.removeSheets([...aside.values()].filter((one) => one !== kept));
  await port.selectCell(names[0] ?? '', 'A1');
  return { sheets: names, charts, kept: keptFigures(former, kept) };
}

interface Former {
  /** All the sheets of the workbook. */
  readonly all: readonly string[];
  /** Those of the study. */
  readonly there: readonly string[];
  /** Those that are no longer under their name: a person may have renamed them, and keeps them. */
  readonly missing: readonly string[];
  /** That of its figures, which the others read. */
  readonly figures: string | undefined;
}

async function formerSheets(port: ExcelPort, study: string): Promise<Former> {
  const all = await port.listSheets();
  const written = (await writtenSheets(port, study)).map(({ sheet }: WrittenSheet) => sheet);
  const there = written.filter((one) => all.includes(one));
  return {
    all,
    there,
    missing: written.filter((one) => !all.includes(one)),
    figures: there.find((one) => one === written.at(-1)),
  };
}

async function freeTable(port: ExcelPort): Promise<string> {
  const taken = new Set((await port.listTables()).map(({ name }) => name.toUpperCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? FIGURES : `${FIGURES}_${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Lists the sheets of a study in the table of the workbook, in place of those it had. */
async function record(
  port: ExcelPort,
  study: string,
  names: readonly string[],
  work: ActionContext['work'],
): Promise<void> {
  const marks = await fingerprints(port, names);
  if ((await writtenSheets(port)).length === 0) {
    const listed = await port.listTables();
    if (!listed.some(({ name }) => name.toUpperCase() === writtenTable.table))
      await port.insertSheets([writtenSheet()], work);
  }
  const rows = names.map((name) => ({ etude: study, feuille: name, empreinte: marks.get(name) ?? '' }));
  await forget(port, study, work);
  await port.appendRows(writtenTable.table, rows, work);
}

async function forget(port: ExcelPort, study: string, work: ActionContext['work']): Promise<void> {
  if ((await writtenSheets(port, study)).length === 0) return;
  await port.removeRows(writtenTable.table, ['etude'], (row) => textOf(row['etude']).trim() === study, work);
}

function keptFigures({ missing }: Former, kept: string | undefined): Bilingual | undefined {
  if (kept === undefined) return undefined;
  const names = missing.map((name) => `« ${name} »`).join(', ');
  return filled(messages.figuresKept, { missing: names, kept });
}

const withKept = (told: Bilingual, kept: Bilingual | undefined): Bilingual =>
  kept ? { fr: `${told.fr} ${kept.fr}`, en: `${told.en} ${kept.en}` } : told;
