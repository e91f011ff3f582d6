/** A worker of the pane's own files; webpack makes a part of the program of it. Throws where workers are refused. */
export const startDesk = (): Worker =>
  new Worker(/* webpackChunkName: "desk" */ new URL('./desk.worker.ts', import.meta.url));
