import type { RecalculationReport } from '../../excel';
import type { Action } from './action';
import { messages } from './messages';
import { filled } from './sentences';

/** Calculates the whole workbook again, when what it shows was stored earlier. */
export const recalculate: Action<void, RecalculationReport> = {
  id: 'recalculer',
  doing: { fr: 'Recalcul du classeur', en: 'Recalculating the workbook' },
  changes: true,
  perform: (_, { port, work }) => port.recalculate(work),
  told({ formulas, failing }) {
    if (formulas === 0) return messages.recalculatedWithoutOurs;
    const done = filled(messages.recalculated, { count: formulas });
    const [first] = failing;
    if (!first) return done;
    const cell = `${first.sheet}!${first.address}`;
    const errors = filled(messages.recalculatedErrors, { count: failing.length, cell });
    return { fr: `${done.fr} ${errors.fr}`, en: `${done.en} ${errors.en}` };
  },
};
