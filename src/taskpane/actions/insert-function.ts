import type { Action } from './action';
import { messages } from './messages';
import { filled } from './sentences';

export interface FunctionCall {
  readonly sheet: string;
  readonly address: string;
  /** In English with commas, `=` first. */
  readonly formula: string;
}

/** Writes a formula in a cell, and selects it. */
export const insertFunction: Action<FunctionCall, FunctionCall> = {
  id: 'inserer-fonction',
  doing: { fr: 'Écriture de la formule', en: 'Writing the formula' },
  changes: true,
  async perform(call, { port }) {
    const { sheet, address, formula } = call;
    await port.setFormula(sheet, address, formula);
    await port.selectCell(sheet, address);
    return call;
  },
  told: ({ sheet, address }) => filled(messages.formulaWritten, { cell: `${sheet}!${address}` }),
};
