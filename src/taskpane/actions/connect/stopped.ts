import { ActionProblem } from '../action';
import { messages } from './messages';

/** Runs a job; one that the person stopped is told as such. */
export async function unlessStopped<Result>(
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) throw new ActionProblem(messages.stopped, messages.stoppedRemedy);
    throw error;
  }
}
