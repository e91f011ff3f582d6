import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What Chromium and Chrome are called by the systems that install them. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where they are on systems that do not put them on the path. */
const PLACES = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].map(
    (folder) => join(folder ?? '', 'Google\\Chrome\\Application\\chrome.exe'),
  ),
};

/** The browser of this computer, if it has one. */
export function installedBrowser() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(existsSync);
}
