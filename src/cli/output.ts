import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotRun } from './errors';

/** Writes to standard output at once: a pipe closed early or a big JSON must lose nothing at exit. */
export function print(text: string): void {
  writeFileSync(1, `${text}\n`);
}

/** Writes JSON to a file, making the folders it needs, or to standard output for `-`. */
export function writeJson(target: string, value: unknown): void {
  const text = JSON.stringify(value, null, 2);
  if (target === '-') return print(text);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${text}\n`);
  } catch {
    throw new CannotRun(`« ${target} » ne peut pas être écrit : vérifiez le chemin.`);
  }
}

/** A line of progress, on a terminal only; `done` wipes it. */
export function progress(total: number, what: string): { step(name: string): void; done(): void } {
  const shown = process.stderr.isTTY;
  let count = 0;
  return {
    step(name) {
      count += 1;
      if (shown) process.stderr.write(`\r\u001b[K${what} ${count}/${total} ${name}`);
    },
    done() {
      if (shown) process.stderr.write('\r\u001b[K');
    },
  };
}
