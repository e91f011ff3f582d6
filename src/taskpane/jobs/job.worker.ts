import { takeOver } from '../union/hand-over';
import type { JobMessage, WorkerRequest } from './model';
import { perform } from './perform';

/** The thread that reads files and looks through sheets: one work, then it is ended by the pane. */
const tell = (message: JobMessage) => self.postMessage(message);

const { received, files, take } = takeOver();

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const onPart = (done: number, total: number) => tell({ kind: 'part', done, total });
  const onPiece = (piece: unknown) => tell({ kind: 'piece', piece });
  // Says at once that there is a worker: what it does may last.
  onPart(0, 0);
  if (data.kind !== 'job') {
    take(data);
    return;
  }
  const input = {
    ...data.input,
    ...('received' in data.input && { received }),
    ...('files' in data.input && { files }),
  } as typeof data.input;
  perform(data.name, input, { onPart, onPiece }).then(
    (output) => tell({ kind: 'done', output }),
    (error: unknown) => tell({ kind: 'failed', reason: String(error) }),
  );
});
