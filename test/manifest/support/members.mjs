import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesBelow, usedMembers } from '../../../scripts/manifest/members.mjs';

// Inside the project, so that the types of office.js are found; its name begins with a dot, so nothing else reads it.
const folder = mkdtempSync(join(import.meta.dirname, '.sources-'));
try {
  for (const [name, text] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
    writeFileSync(join(folder, name), text);
  }
  console.log(JSON.stringify(usedMembers(sourcesBelow(folder))));
} finally {
  rmSync(folder, { recursive: true });
}
