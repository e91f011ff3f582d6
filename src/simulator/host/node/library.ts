import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Where npm put Microsoft's library. It is read from there, unmodified, and never copied. */
const folder = join(
  dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json')),
  'dist',
);

const compiled = new Map<string, Script>();

/** One file of the library, compiled once for all panes of a test file. */
export function libraryScript(name: string): Script {
  const known = compiled.get(name);
  if (known) return known;
  const script = new Script(readFileSync(join(folder, name.toLowerCase()), 'utf8'), { filename: name });
  compiled.set(name, script);
  return script;
}
