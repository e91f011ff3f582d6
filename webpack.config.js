import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import { parse } from 'yaml';
import { AddinFiles } from './scripts/addin-files.mjs';
import { Minify } from './scripts/minify.mjs';
import { addinFiles } from './scripts/urls.mjs';

const root = import.meta.dirname;
const at = (...path) => resolve(root, ...path);

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

const typescript = (tsx) => ({
  test: tsx ? /\.tsx$/ : /\.ts$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
  },
});

const shared = {
  mode: 'production',
  devtool: false,
  context: root,
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [typescript(false), typescript(true), { test: /\.yaml$/, type: 'json', parser: { parse } }],
  },
  performance: { hints: false },
};

/** What runs in Node: one file that starts quickly. Names are kept: an unexpected error must name our functions. */
const inNode = (name, entry, file) => ({
  ...shared,
  name,
  target: 'node20',
  entry: { [file]: entry },
  output: { path: at('dist', name), filename: '[name].cjs', clean: true },
  optimization: { minimize: false },
  node: { __filename: false },
});

/** What runs in a browser or in Excel: hashed names, so that a folder can be served with long caching. */
const inBrowser = (name, cache = name) => ({
  ...shared,
  name,
  target: ['web', 'es2022'],
  cache: { type: 'filesystem', name: cache, buildDependencies: { config: [import.meta.filename] } },
  // Addresses relative to the script: the folder may be published below any path.
  output: {
    path: at('dist', name),
    publicPath: 'auto',
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
  },
  experiments: { css: true },
  optimization: { minimizer: [new Minify()] },
});

const html = (options) => new HtmlWebpackPlugin({ minify: false, ...options });

export const cli = inNode('cli', './src/cli/main.ts', 'impact');

export const bench = inNode('bench', './bench/main.ts', 'bench');

const addinBase = inBrowser('addin');

/**
 * The add-in: the pane's page, which is the shared runtime of everything, and the functions alone under a name
 * that does not change, because the manifest names it.
 */
export const addin = {
  ...addinBase,
  resolve: {
    ...shared.resolve,
    // The catalogue in two parts, its texts after the start.
    alias: { [at('src/catalogue/shipped.ts')]: at('src/catalogue/shipped-in-parts.ts') },
  },
  module: {
    // No module of these contexts acts by being imported, so what an index offers and nobody takes is left out: the
    // schemas that verify the catalogue, and zod with them.
    rules: [...shared.module.rules, { test: /[\\/]src[\\/].*\.tsx?$/, sideEffects: false }],
  },
  entry: { taskpane: './src/taskpane/main.tsx', functions: './src/functions/main.ts' },
  optimization: {
    minimizer: [new Minify({ atStart: /^(taskpane|engine|excel)\./ })],
    splitChunks: {
      cacheGroups: {
        // In one file, whoever else asks for a part of it: the functions wait for it.
        figures: {
          test: /catalogue-figures\.json$/,
          name: 'catalogue-figures',
          chunks: 'async',
          enforce: true,
        },
      },
    },
  },
  output: {
    ...addinBase.output,
    filename: ({ chunk }) =>
      chunk.name === 'functions' ? addinFiles.functions : '[name].[contenthash:8].js',
  },
  plugins: [
    html({ template: './src/taskpane/index.html', filename: addinFiles.pane, chunks: ['taskpane'] }),
    new webpack.DefinePlugin({ IMPACT_VERSION: JSON.stringify(version) }),
    new AddinFiles(root),
  ],
};

const simulatorBase = inBrowser('simulator');

/** The page « Excel simulé »: ES modules, so that the grid's rarely used parts load when they are asked for. */
export const simulator = {
  ...simulatorBase,
  // The frame of the add-in starts to load before the grid, which is large, has come.
  entry: { boot: './src/simulator/page/boot.ts', page: './src/simulator/page/main.ts' },
  output: { ...simulatorBase.output, module: true, chunkFormat: 'module' },
  // Tables of all of Unicode, and of languages, and a reader of font files, which the grid asks for: the browser has the
  // first, no cell needs the others.
  resolve: {
    ...shared.resolve,
    alias: {
      'cjk-regex$': at('src/simulator/page/east-asian.ts'),
      'franc-min$': at('src/simulator/page/no-hyphenation.ts'),
      'opentype.js$': at('src/simulator/page/no-font-files.ts'),
    },
  },
  experiments: { ...simulatorBase.experiments, outputModule: true },
  optimization: {
    minimizer: [new Minify({ keepClassNames: true, atStart: /^(page|display)\./ })],
    // The display in one file, which a script of the page waits for.
    splitChunks: { chunks: (chunk) => !chunk.canBeInitial() && chunk.name !== 'display' },
  },
  plugins: [
    html({
      template: './src/simulator/page/index.html',
      filename: 'index.html',
      scriptLoading: 'module',
      chunks: ['boot', 'page'],
      chunksSortMode: 'manual',
    }),
  ],
};

export default [cli, addin, simulator, bench];
