import { takeOver } from '../union/hand-over';
import type { DeskInput, DeskMessage, DeskRequest } from './model';
import type { UnionDesk } from './union-desk';

/** The thread that holds a campaign: it is opened once, then answers; ended by the pane. */
const tell = (message: DeskMessage) => self.postMessage(message);

const { received, take } = takeOver();

let desk: Promise<UnionDesk | undefined> = Promise.resolve(undefined);

self.addEventListener('message', ({ data }: MessageEvent<DeskRequest>) => {
  // Says at once that there is a worker: what it does may last.
  if (data.kind !== 'ask') tell({ kind: 'alive' });
  if (data.kind === 'rows') {
    take(data);
    return;
  }
  if (data.kind === 'open') {
    desk = open({ ...data.input, received }).catch((error: unknown) => {
      tell({ kind: 'failed', id: undefined, reason: String(error) });
      return undefined;
    });
    return;
  }
  const { id, name, input } = data;
  desk
    .then((opened) =>
      opened?.ask(name, input as never, (done, total) => tell({ kind: 'part', id, done, total })),
    )
    .then(
      (output) => tell({ kind: 'answer', id, output }),
      (error: unknown) => tell({ kind: 'failed', id, reason: String(error) }),
    );
});

async function open(input: DeskInput): Promise<UnionDesk | undefined> {
  const { openUnionDesk } = await import(/* webpackChunkName: "union-desk" */ './open');
  const result = await openUnionDesk(input);
  if (typeof result === 'string') {
    tell({ kind: 'obstacle', message: result });
    return undefined;
  }
  tell({ kind: 'opened' });
  return result;
}
