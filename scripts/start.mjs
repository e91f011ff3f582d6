import { spawn, spawnSync } from 'node:child_process';
import { ensureBuilt, entry } from './build.mjs';
import { ensureSample, offerRegion } from './sample-workbook.mjs';
import { serve } from './serve.mjs';

// `npm start`: the region consolidated in the terminal, then Excel simulated in the browser with the add-in in it.
const once = process.argv.includes('--once');
await ensureBuilt();
const { status } = spawnSync(process.execPath, [entry, 'start'], { stdio: 'inherit' });
if (status !== 0 || once) process.exitCode = status ?? 1;
else await show();

async function show() {
  process.stdout.write('\nPréparation du complément et d’Excel simulé…\n');
  await ensureBuilt('addin', 'simulator');
  await ensureSample();
  await offerRegion('sortie/normandie/consolidation.xlsx');
  const { url } = await serve();
  const address = `${url}/simulateur/?classeur=exemple.xlsx`;
  process.stdout.write(
    [
      '',
      `Excel simulé, avec le classeur d’un bailleur fictif : ${address}`,
      'La région consolidée y est à un clic : onglet Accueil, « La région ».',
      'Au premier passage, office.js demande une fois l’accord pour localhost : répondez OK.',
      'Dans le vrai Excel : docs/installer-dans-excel.md. Ctrl+C pour arrêter.',
      '',
    ].join('\n'),
  );
  open(address);
}

/** Opens the browser where there is a display; the address is printed anyway. */
function open(address) {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display || process.env.CI) return;
  const [command, ...args] = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address],
  }[process.platform] ?? ['xdg-open', address];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
