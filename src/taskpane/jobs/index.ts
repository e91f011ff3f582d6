import type { JobMessage, JobName, JobOptions, Jobs, WorkerRequest } from './model';

export type * from './model';

/** The worker could not be started, or has not answered at all. */
class NoWorker extends Error {
  override readonly name = 'NoWorker';
}

/** How long a worker has to answer first, in milliseconds: its program may have to be fetched. */
const PATIENCE = 20_000;

/**
 * Does a long work in a worker, so that the pane still answers; where none can be started (an old browser, a strict
 * policy), in this thread, in pieces. Rejects with the signal's reason when stopped.
 */
export async function runJob<Name extends JobName>(
  name: Name,
  input: Jobs[Name]['input'],
  options: JobOptions<Name> = {},
): Promise<Jobs[Name]['output']> {
  options.signal?.throwIfAborted();
  if (typeof Worker !== 'undefined') {
    try {
      return await inWorker(name, input, options);
    } catch (error) {
      if (!(error instanceof NoWorker)) throw error;
    }
  }
  const { perform } = await import(/* webpackChunkName: "job-here" */ './perform');
  return perform(name, input, options);
}

async function inWorker<Name extends JobName>(
  name: Name,
  input: Jobs[Name]['input'],
  { signal, onPart, onPiece }: JobOptions<Name>,
): Promise<Jobs[Name]['output']> {
  const worker = await import(/* webpackChunkName: "job-start" */ './start-worker')
    .then(({ startWorker }) => startWorker())
    .catch((error: unknown) => {
      throw new NoWorker(String(error));
    });
  let patience: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Jobs[Name]['output']>((resolve, reject) => {
      // Stopped while the worker was being started.
      signal?.throwIfAborted();
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      patience = setTimeout(() => reject(new NoWorker('silent')), PATIENCE);
      let isAlive = false;
      worker.addEventListener('error', ({ message }) =>
        // Broken on the way, it has told pieces already: done again here, they would be told twice.
        reject(isAlive ? new Error(message) : new NoWorker(message)),
      );
      worker.addEventListener('message', ({ data }: MessageEvent<JobMessage>) => {
        clearTimeout(patience);
        isAlive = true;
        if (data.kind === 'part') onPart?.(data.done, data.total);
        else if (data.kind === 'piece') onPiece?.(data.piece as Jobs[Name]['piece']);
        else if (data.kind === 'failed') reject(new Error(data.reason));
        else resolve(data.output as Jobs[Name]['output']);
      });
      give(worker, name, input, signal).catch(reject);
    });
  } finally {
    clearTimeout(patience);
    worker.terminate();
  }
}

/** The input of a job. What may be long comes before it, part by part: files, and the tables of what was received. */
async function give<Name extends JobName>(
  worker: Worker,
  name: Name,
  input: Jobs[Name]['input'],
  signal: AbortSignal | undefined,
): Promise<void> {
  const tell = (request: WorkerRequest) => worker.postMessage(request);
  const { handFiles, handOver } = await import(/* webpackChunkName: "job-start" */ '../union/hand-over');
  if ('received' in input) await handOver(input.received, tell, () => signal?.aborted !== true);
  if ('files' in input) await handFiles(input.files, tell);
  tell({
    kind: 'job',
    name,
    input: {
      ...input,
      ...('received' in input && { received: {} }),
      ...('files' in input && { files: [] }),
    },
  });
}
