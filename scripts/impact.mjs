import { createRequire } from 'node:module';
import { ensureBuilt, entry } from './build.mjs';

// Right after `npm ci` there is no build yet: it is made once, silently, then reused.
await ensureBuilt();
process.argv.splice(1, 1, entry);
createRequire(import.meta.url)(entry);
