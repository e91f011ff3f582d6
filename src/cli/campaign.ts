import { CampaignError } from '../consolidation';
import { CannotRun } from './errors';

/** What the engine cannot settle by itself becomes one line for the person. */
export function orCannotRun<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof CampaignError) throw new CannotRun(error.message);
    throw error;
  }
}
