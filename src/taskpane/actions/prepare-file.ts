import { settled } from '../session/read-workbook';
import { countAnswers } from '../workbook/answers';
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
    const read = await engine.readContribution(engine.bytesSource(bytes), '', { catalogue });
    const { contribution } = settled(read, engine);
    const { identity, remarks } = contribution;
    const count = (level: 'blocking' | 'warning') => remarks.filter((one) => one.level === level).length;
    if (!identity || contribution.status === 'rejected') throw unusable(remarks[0]?.message ?? '');
    return {
      name: `contribution-${identity.siren}-${identity.year}.xlsx`,
      bytes,
      answers: countAnswers(contribution, engine),
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
