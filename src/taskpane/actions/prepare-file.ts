import type { Contribution } from '../../contribution';
import { ActionProblem, type Action } from './action';
import { messages } from './messages';
import { filled } from './sentences';

/** The file to send, read back as its recipient will read it. */
export interface PreparedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly answers: number;
  readonly blocking: number;
  readonly warnings: number;
}

/** Takes the workbook as it is now, and checks that what it holds is a contribution that can be read. */
export const prepareFile: Action<void, PreparedFile> = {
  id: 'preparer-fichier',
  doing: { fr: 'Préparation du fichier à transmettre', en: 'Preparing the file to send' },
  changes: false,
  async perform(_, { port, engine, work }) {
    const bytes = await port.workbookBytes(work);
    const { catalogue } = engine;
    const contribution = await engine.readContribution(engine.bytesSource(bytes), '', { catalogue });
    const { identity, remarks } = contribution;
    const count = (level: 'blocking' | 'warning') => remarks.filter((one) => one.level === level).length;
    if (!identity || contribution.status === 'rejected') throw unusable(remarks[0]?.message ?? '');
    return {
      name: `contribution-${identity.siren}-${identity.year}.xlsx`,
      bytes,
      answers: answersIn(contribution, identity.year),
      blocking: count('blocking'),
      warnings: count('warning'),
    };
  },
  told({ answers, blocking }) {
    const read = filled(messages.readBack, { count: answers });
    const remarks = blocking === 0 ? messages.noBlocking : filled(messages.blocking, { count: blocking });
    return {
      fr: `Le fichier est prêt : ${read.fr}, ${remarks.fr}.`,
      en: `The file is ready: ${read.en}, ${remarks.en}.`,
    };
  },
};

/** As the questionnaire counts them: one for a question wherever it is answered, one for a list or a table of rows. */
function answersIn({ facts, members, rows }: Contribution, year: number): number {
  const answered = new Map<string, boolean>();
  for (const { code, year: of, answer } of facts) {
    if (of !== year) continue;
    const counts = answer.kind !== 'blank' && answer.kind !== 'refused';
    answered.set(code, counts && (answered.get(code) ?? true));
  }
  for (const { list, year: of } of members) if (of === year) answered.set(list, true);
  for (const { table, year: of } of rows) if (of === year) answered.set(table, true);
  return [...answered.values()].filter(Boolean).length;
}

function unusable(reason: string): ActionProblem {
  return new ActionProblem(
    {
      fr: `Le fichier serait rejeté par son destinataire. ${reason}`,
      en: 'The recipient would reject this file: its identity or its data table cannot be read.',
    },
    {
      fr: 'Corrigez l’identité et les tables du classeur, puis recommencez.',
      en: 'Correct the identity and the tables of the workbook, then try again.',
    },
  );
}
