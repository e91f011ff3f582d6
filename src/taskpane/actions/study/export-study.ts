import type { StudyFormat } from '../../../study';
import { runJob, type Jobs } from '../../jobs';
import { ActionProblem, type Action } from '../action';
import { unlessStopped } from '../connect/stopped';
import { filled } from '../sentences';
import { messages } from './messages';

export type StudyToExport = Jobs['studyFile']['input'];

/** A file to save. */
export interface ExportedStudy {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

const office = 'application/vnd.openxmlformats-officedocument';
const types: Readonly<Record<StudyFormat, string>> = {
  docx: `${office}.wordprocessingml.document`,
  pptx: `${office}.presentationml.presentation`,
  xlsx: `${office}.spreadsheetml.sheet`,
};

/** Writes a study as a file: with the texts that people rewrote, and without anything that is still to be settled. */
export const exportStudy: Action<StudyToExport, ExportedStudy> = {
  id: 'exporter-etude',
  doing: { fr: 'Écriture de l’étude', en: 'Writing the study' },
  changes: false,
  perform: (input, { work }) =>
    unlessStopped(work.signal, async () => {
      const { document, format } = input;
      const written = await runJob('studyFile', input, work.signal ? { signal: work.signal } : {});
      if ('problem' in written)
        throw new ActionProblem({ fr: written.problem, en: written.problem }, messages.notWrittenRemedy);
      const place = document.territory.toLowerCase().replace(':', '-');
      const name = `${document.template}-${place}-${document.date.getUTCFullYear()}.${format}`;
      return { name, bytes: written.bytes, type: types[format] };
    }),
  told: ({ name }) => filled(messages.exported, { name }),
};
