import type { Consolidation } from '../../../consolidation';
import type { Contribution } from '../../../contribution';
import type { Engine } from '../../engine';
import type { WorkbookView } from '../../session';
import { questionnaireOf } from '../../workbook/questionnaire';

/** How far a contribution is, step by step. */
export interface Progress {
  readonly answered: number;
  readonly total: number;
  readonly blocking: number;
  readonly warnings: number;
  readonly computed: number;
  readonly status: 'draft' | 'sent' | 'validated';
}

const statuses = { brouillon: 'draft', transmis: 'sent', validé: 'validated' } as const;

export function progressOf(workbook: WorkbookView, contribution: Contribution, engine: Engine): Progress {
  const questionnaire = questionnaireOf(workbook, contribution, engine);
  const count = (level: 'blocking' | 'warning') =>
    contribution.remarks.filter((one) => one.level === level).length;
  return {
    answered: questionnaire?.answered ?? 0,
    total: questionnaire?.total ?? 0,
    blocking: count('blocking'),
    warnings: count('warning'),
    computed: computedCells(workbook.consolidation).length,
    status: statuses[contribution.identity?.status ?? 'brouillon'],
  };
}

/** The indicators that have a value for this landlord, those on the quality of a campaign aside. */
function computedCells(consolidation: Consolidation | undefined) {
  return (consolidation?.cells ?? []).filter(
    ({ code, value }) =>
      value !== null && consolidation?.catalogue.indicators.get(code)?.consolidation !== 'quality',
  );
}
