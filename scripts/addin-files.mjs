import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { help } from './help-files.mjs';
import { load } from './load.mjs';
import { addinFiles, manifestFor, publishedUrl } from './urls.mjs';

/** The files of the add-in that no entry leads to: descriptions of the functions, manifest, pictures, help. */
async function filesBeside(root) {
  const { metadata } = await load('functions/index.ts');
  const pictures = (await readdir(join(root, 'assets'))).filter((name) => name.endsWith('.png'));
  const { files, pageOf } = await help(root);
  const helpUrl = (locale) => (id) => `${publishedUrl()}/${pageOf(locale, id)}`;
  return [
    ...files,
    ...Object.entries(addinFiles.metadata).map(([locale, name]) => [
      name,
      JSON.stringify(metadata(locale, helpUrl(locale))),
    ]),
    ['manifest.xml', manifestFor(await readFile(join(root, 'manifest.xml'), 'utf8'), publishedUrl())],
    ...(await Promise.all(
      pictures.map(async (name) => [`assets/${name}`, await readFile(join(root, 'assets', name))]),
    )),
  ];
}

/** Lets webpack write those files with the rest of the add-in. */
export class AddinFiles {
  constructor(root) {
    this.root = root;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('AddinFiles', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: 'AddinFiles', stage }, async () => {
        compilation.fileDependencies.add(join(this.root, 'manifest.xml'));
        for (const [name, content] of await filesBeside(this.root)) {
          compilation.emitAsset(name, new sources.RawSource(content));
        }
      });
    });
  }
}
