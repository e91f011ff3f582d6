/** A worker of the pane's own files; webpack makes a part of the program of it. Throws where workers are refused. */
export const startWorker = (): Worker =>
  new Worker(/* webpackChunkName: "job" */ new URL('./job.worker.ts', import.meta.url));
