import { resolve } from 'node:path';
import { parse } from 'yaml';

const root = import.meta.dirname;

/** The command line, in one file that starts quickly. */
export default {
  name: 'cli',
  target: 'node20',
  mode: 'production',
  devtool: false,
  entry: { impact: './src/cli/main.ts' },
  output: { path: resolve(root, 'dist/cli'), filename: '[name].cjs', clean: true },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      { test: /\.ts$/, exclude: /node_modules/, use: 'swc-loader' },
      { test: /\.yaml$/, type: 'json', parser: { parse } },
    ],
  },
  // Names are kept: an unexpected error report must name our functions.
  optimization: { minimize: false },
  performance: { hints: false },
};
