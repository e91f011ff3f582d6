import type { DeskInput, DeskMessage, DeskQuestions, DeskRequest, QuestionName } from './model';
import type { OnPart } from './union-desk';

export type * from './model';

/** A campaign that keeps it from being consolidated; the message is a French sentence for the person. */
export class DeskObstacle extends Error {
  override readonly name = 'DeskObstacle';
}

/** A consolidated campaign, in a worker: ask it, and close it once the workbook says otherwise. */
export interface Desk {
  ask<Name extends QuestionName>(
    name: Name,
    input: DeskQuestions[Name]['input'],
    onPart?: OnPart,
  ): Promise<DeskQuestions[Name]['output']>;
  close(): void;
}

/** How long a worker has to answer first, in milliseconds: its program may have to be fetched. */
const PATIENCE = 20_000;

/**
 * Consolidates a campaign in a worker, so that the pane still answers; where none can be started, in this thread.
 * Rejects with DeskObstacle when the campaign cannot be consolidated.
 */
export async function openDesk(input: DeskInput): Promise<Desk> {
  const worker = await workerOf().catch(() => undefined);
  if (!worker) return openHere(input);
  const channel = new Channel(worker);
  const { received, ...rest } = input;
  const { handOver } = await import(/* webpackChunkName: "desk-start" */ '../union/hand-over');
  await handOver(received, (part) => worker.postMessage(part satisfies DeskRequest));
  worker.postMessage({ kind: 'open', input: rest } satisfies DeskRequest);
  try {
    await channel.opened;
    return channel;
  } catch (error) {
    channel.close();
    if (error instanceof DeskObstacle || !(error instanceof NoAnswer)) throw error;
    return openHere(input);
  }
}

/** The worker has not answered at all. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

async function workerOf(): Promise<Worker | undefined> {
  if (typeof Worker === 'undefined') return undefined;
  const { startDesk } = await import(/* webpackChunkName: "desk-start" */ './start-desk');
  return startDesk();
}

interface Waiting {
  resolve(output: unknown): void;
  reject(reason: Error): void;
  onPart?: OnPart;
}

class Channel implements Desk {
  readonly opened: Promise<void>;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(private readonly worker: Worker) {
    this.opened = new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new NoAnswer('silent')), PATIENCE);
      worker.addEventListener('error', (event) => {
        reject(new NoAnswer(event.message));
        this.#giveUp(new Error(event.message));
      });
      worker.addEventListener('message', ({ data }: MessageEvent<DeskMessage>) => {
        clearTimeout(patience);
        if (data.kind === 'opened') resolve();
        else if (data.kind === 'obstacle') reject(new DeskObstacle(data.message));
        else if (data.kind === 'failed' && data.id === undefined) reject(new Error(data.reason));
        else this.#receive(data);
      });
    });
  }

  ask<Name extends QuestionName>(
    name: Name,
    input: DeskQuestions[Name]['input'],
    onPart?: OnPart,
  ): Promise<DeskQuestions[Name]['output']> {
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve: (output) => resolve(output as DeskQuestions[Name]['output']),
        reject,
        ...(onPart && { onPart }),
      });
      this.worker.postMessage({ kind: 'ask', id, name, input } satisfies DeskRequest);
    });
  }

  /** What was asked and not answered is given up. */
  close(): void {
    this.worker.terminate();
    this.#giveUp(new DOMException('closed', 'AbortError'));
  }

  #giveUp(reason: Error): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(reason);
  }

  #receive(data: DeskMessage): void {
    if (!('id' in data) || data.id === undefined) return;
    const waiting = this.#waiting.get(data.id);
    if (data.kind === 'part') {
      waiting?.onPart?.(data.done, data.total);
      return;
    }
    this.#waiting.delete(data.id);
    if (data.kind === 'answer') waiting?.resolve(data.output);
    else waiting?.reject(new Error(data.reason));
  }
}

async function openHere(input: DeskInput): Promise<Desk> {
  const { openUnionDesk } = await import(/* webpackChunkName: "union-desk" */ './open');
  const desk = await openUnionDesk(input);
  if (typeof desk === 'string') throw new DeskObstacle(desk);
  return { ask: (name, given, onPart) => desk.ask(name, given, onPart), close: () => undefined };
}
