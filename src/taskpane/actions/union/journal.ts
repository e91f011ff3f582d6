import { type Adjustment, campaignTables, type ReviewedFigure } from '../../../campaign';
import type { Answer } from '../../../contribution';
import type { Action } from '../action';
import { ActionProblem } from '../action';
import { filled } from '../sentences';
import { messages } from './journal-messages';
import { dayOf } from './read-contributions';
import { sirenOf, textOf } from './received-rows';

export interface FigureAdjustment {
  readonly figure: ReviewedFigure;
  readonly after: number | 'ND' | 'SO';
  readonly reason: string;
  readonly by: string;
}

/** Enters an adjustment in the journal: the landlord's figure stays, the consolidation takes the new one. */
export const adjustFigure: Action<FigureAdjustment, FigureAdjustment> = {
  id: 'ajuster-chiffre',
  doing: { fr: 'Écriture dans le journal', en: 'Writing to the journal' },
  changes: true,
  async perform(adjustment, { port, engine, now }) {
    const { figure, after, reason, by } = adjustment;
    if (by.trim() === '') throw new ActionProblem(messages.whoMissing, messages.whoMissingRemedy);
    if (reason.trim() === '') throw new ActionProblem(messages.reasonMissing, messages.reasonMissingRemedy);
    const point = engine.catalogue.dataPoints.get(figure.code);
    if (point?.kind !== 'sum') throw new ActionProblem(messages.notAFigure, messages.notAFigureRemedy);
    if (typeof after === 'number' && after < 0 && point.nonnegative) {
      throw new ActionProblem(filled(messages.negative, { label: point.label.fr }), messages.negativeRemedy);
    }
    await port.appendRows(campaignTables.journal, [
      {
        quand: dayOf(now()),
        qui: by.trim(),
        siren: figure.siren,
        code: figure.code,
        annee: figure.year,
        territoire: figure.territory || null,
        ancien: writtenOf(figure.answer),
        nouveau: after,
        motif: reason.trim(),
      },
    ]);
    return adjustment;
  },
  told: ({ figure }) => filled(messages.adjusted, { name: figure.landlord, code: figure.code }),
};

export interface Cancellation {
  readonly adjustment: Adjustment;
  readonly by: string;
}

/** Cancels an adjustment: its row stays in the journal, the landlord's figure is back. */
export const cancelAdjustment: Action<Cancellation, Cancellation> = {
  id: 'annuler-ajustement',
  doing: { fr: 'Écriture dans le journal', en: 'Writing to the journal' },
  changes: true,
  async perform(asked, { port }) {
    const { adjustment, by } = asked;
    if (by.trim() === '') throw new ActionProblem(messages.whoMissing, messages.whoMissingRemedy);
    let isDone = false;
    await port.updateRows(campaignTables.journal, columns, (row) => {
      if (isDone || !isSame(row, adjustment)) return undefined;
      isDone = true;
      return { annule_par: by.trim() };
    });
    if (!isDone) throw new ActionProblem(messages.goneMeanwhile, messages.goneRemedy);
    return asked;
  },
  told: ({ adjustment }) => filled(messages.cancelled, { siren: adjustment.siren, code: adjustment.code }),
};

const columns = ['qui', 'siren', 'code', 'annee', 'territoire', 'ancien', 'nouveau', 'motif', 'annule_par'];

type Row = Parameters<typeof textOf>[0];

/** The row of an adjustment that still holds, as it was read. */
function isSame(row: Readonly<Record<string, Row>>, one: Adjustment): boolean {
  const text = (heading: string) => textOf(row[heading]).trim();
  return (
    text('annule_par') === '' &&
    sirenOf(row['siren']) === one.siren &&
    text('code') === one.code &&
    text('annee') === String(one.year) &&
    text('qui') === one.by &&
    text('motif') === one.reason &&
    isAnswer(row['ancien'], one.before) &&
    isAnswer(row['nouveau'], one.after)
  );
}

function isAnswer(content: Row, answer: Answer): boolean {
  const written = writtenOf(answer);
  if (typeof written !== 'number') return textOf(content).trim().toUpperCase() === (written ?? '');
  return Number(textOf(content).replace(',', '.')) === written;
}

/** As the journal holds an answer; a figure that nobody could read is blank there. */
function writtenOf(answer: Answer): number | 'ND' | 'SO' | null {
  switch (answer.kind) {
    case 'number':
      return answer.value;
    case 'unavailable':
      return 'ND';
    case 'not_applicable':
      return 'SO';
    default:
      return null;
  }
}
