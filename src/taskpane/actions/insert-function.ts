import type { Action } from './action';

export interface FunctionCall {
  readonly sheet: string;
  readonly address: string;
  /** In English with commas, `=` first. */
  readonly formula: string;
}

/** Writes a formula in a cell, and selects it. */
export const insertFunction: Action<FunctionCall, void> = {
  id: 'inserer-fonction',
  doing: { fr: 'Écriture de la formule', en: 'Writing the formula' },
  changes: true,
  async perform({ sheet, address, formula }, { port }) {
    await port.setFormula(sheet, address, formula);
    await port.selectCell(sheet, address);
  },
};
