import { readFileSync } from 'node:fs';
import { checkManifest } from '../../../scripts/manifest/checks.mjs';

// The scripts are ES modules and jest's own module system is not: they run in a Node of their own, all cases at once.
const { cases, facts } = JSON.parse(readFileSync(0, 'utf8'));
const results = cases.map(({ xml, changes = {} }) => {
  const all = { ...facts, ...changes };
  return checkManifest(xml, { ...all, image: (path) => all.images[path] });
});
console.log(JSON.stringify(results));
