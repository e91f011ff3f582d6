import { element } from './element';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const contentOf = async (file: File): Promise<GivenFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** Asks the person for a workbook; resolves when one is chosen. */
export function pickFile(): Promise<GivenFile> {
  return new Promise((resolve, reject) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.xlsx,.xlsm' });
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) contentOf(file).then(resolve, reject);
    });
    input.click();
  });
}

/** Opens a workbook that is dropped anywhere on the page. */
export function watchDrops(open: (file: GivenFile) => void): void {
  const veil = element('drop');
  window.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    veil.hidden = false;
  });
  veil.addEventListener('dragleave', () => (veil.hidden = true));
  window.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    veil.hidden = true;
    void contentOf(file).then(open);
  });
}

/** Hands the workbook to the person, as the browser saves files. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: TYPE }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A workbook that the server offers beside the page. Throws an Error, with a sentence, when there is none. */
export async function served(name: string): Promise<GivenFile> {
  const response = await fetch(`../exemples/${encodeURIComponent(name)}`);
  if (!response.ok)
    throw new Error(`« ${name} » n’est pas servi ici : ouvrez un classeur de votre ordinateur.`);
  return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
}
