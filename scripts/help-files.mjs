import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pngSize } from './drawing/png.mjs';
import { load } from './load.mjs';
import { addinFiles } from './urls.mjs';

/**
 * The help as files of the add-in: pages, style, script, pictures.
 * @returns {Promise<{files: [string, string | Buffer][], pageOf: (locale: string, id: string) => string}>} `pageOf`
 *   gives the page of a function, from the root of the add-in
 */
export async function help(root) {
  const { functionPagePath, guideDocuments, helpPages } = await load('help/index.ts');
  const docs = join(root, 'docs');
  const folder = addinFiles.guide.fr;
  const names = Object.values(guideDocuments).flatMap((one) => Object.keys(one));
  const documents = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(docs, name), 'utf8')])),
  );
  const images = (await readdir(join(docs, 'images'))).filter((name) => name.endsWith('.png'));
  const contents = await Promise.all(
    images.map(async (name) => [name, await readFile(join(docs, 'images', name))]),
  );
  const pictures = Object.fromEntries(contents.map(([name, content]) => [name, pngSize(content)]));
  const pages = (
    await Promise.all(Object.keys(guideDocuments).map((locale) => helpPages(locale, { documents, pictures })))
  ).flat();
  const beside = join(root, 'src/help/static');
  const fixed = await Promise.all(
    (await readdir(beside)).map(async (name) => [name, await readFile(join(beside, name))]),
  );
  // Only the pictures that a page shows.
  const shown = contents.filter(([name]) => pages.some(({ html }) => html.includes(`images/${name}"`)));
  return {
    files: [
      ...pages.map(({ path, html }) => [folder + path, html]),
      ...fixed.map(([name, content]) => [folder + name, content]),
      ...shown.map(([name, content]) => [`${folder}images/${name}`, content]),
    ],
    pageOf: (locale, id) => folder + functionPagePath(locale, id),
  };
}
