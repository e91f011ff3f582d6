import { minify } from '@swc/core';

/**
 * Asks Chromium (136 and later; WebView2 of Excel too) to compile every function of a file on another thread while the
 * file arrives. Otherwise each is compiled when it is first called, which was a third of what the page's own thread did
 * at start: some 12,000 functions. Other browsers see a comment. https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad\n';

/**
 * Makes webpack's scripts small with swc, several times faster than its own minimizer, which matters at the first
 * `npm start`.
 */
export class Minify {
  /**
   * @param {object} [options]
   * @param {boolean} [options.keepClassNames] for a library that names its classes in its error messages
   * @param {RegExp} [options.atStart] names of the scripts that run when the page starts
   */
  constructor({ keepClassNames = false, atStart } = {}) {
    this.keepClassNames = keepClassNames;
    this.atStart = atStart;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const options = {
      compress: { passes: 2, keep_classnames: this.keepClassNames },
      mangle: { keep_classnames: this.keepClassNames },
      module: Boolean(compiler.options.output.module),
      ecma: 2022,
      format: { comments: false },
    };
    compiler.hooks.compilation.tap('Minify', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
      compilation.hooks.processAssets.tapPromise({ name: 'Minify', stage }, async (assets) => {
        const names = Object.keys(assets).filter((name) => name.endsWith('.js'));
        const first = (name) => (this.atStart?.test(name) ? COMPILE_AHEAD : '');
        await Promise.all(names.map((name) => shorten(compilation, sources, name, options, first(name))));
      });
    });
  }
}

async function shorten(compilation, sources, name, options, first) {
  const { source, info } = compilation.getAsset(name);
  if (info.minimized) return;
  const { code } = await minify(source.source().toString(), options);
  compilation.updateAsset(name, new sources.RawSource(first + code), { minimized: true });
}
