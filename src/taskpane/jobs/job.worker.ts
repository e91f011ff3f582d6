import type { JobMessage, JobRequest } from './model';
import { perform } from './perform';

/** The thread that reads files and looks through sheets: one work, then it is ended by the pane. */
const tell = (message: JobMessage) => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<JobRequest>) => {
  const onPart = (done: number, total: number) => tell({ kind: 'part', done, total });
  const onPiece = (piece: unknown) => tell({ kind: 'piece', piece });
  // Says at once that there is a worker: what it does may last.
  onPart(0, 0);
  perform(data.name, data.input, { onPart, onPiece }).then(
    (output) => tell({ kind: 'done', output }),
    (error: unknown) => tell({ kind: 'failed', reason: String(error) }),
  );
});
