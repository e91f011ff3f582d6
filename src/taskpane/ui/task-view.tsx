import { useEffect, useState, type ComponentType } from 'react';
import type { Task } from '../tasks';
import { painted } from './after-paint';
import { Broken } from './broken';
import { Waiting } from './waiting';

const fetched = new Map<Task['id'], ComponentType>();

/** Fetches the views of the tasks, so that opening one takes no time; a failure is told when it is opened. */
export async function fetchAhead(tasks: readonly Task[]): Promise<void> {
  for (const task of tasks) await fetchView(task).catch(() => undefined);
}

async function fetchView(task: Task): Promise<void> {
  if (!fetched.has(task.id)) fetched.set(task.id, (await task.load()).default);
}

/** A task, once its view is there; asked for again when it could not be fetched. */
export function TaskView({ task }: { readonly task: Task }) {
  const [state, setState] = useState<'waiting' | 'ready' | 'failed'>(() =>
    fetched.has(task.id) ? 'ready' : 'waiting',
  );
  useEffect(() => {
    if (state !== 'waiting') return;
    let shown = true;
    const settle = (settled: 'ready' | 'failed') => () => shown && setState(settled);
    void painted()
      .then(() => fetchView(task))
      .then(settle('ready'), settle('failed'));
    return () => {
      shown = false;
    };
  }, [state, task]);
  const View = fetched.get(task.id);
  if (state === 'failed') return <Broken again={() => setState('waiting')} />;
  return View ? <View /> : <Waiting />;
}
