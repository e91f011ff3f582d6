import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const root = join(__dirname, '../../..');

/**
 * Runs an ES module of this folder in a Node of its own, gives it JSON and reads its JSON back: the project's
 * scripts are ES modules, which jest's own module system does not load.
 */
export function runScript<Result>(
  name: string,
  input: unknown,
  environment: Record<string, string> = {},
): Result {
  const output = execFileSync('node', [join(__dirname, name)], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output) as Result;
}
