/**
 * Packages that only exist as ES modules, which jest's own module system does not load: hucre, which
 * writes workbooks for the tests, and what Univer asks for.
 */
const esModules = [
  'cjk-regex',
  'collapse-white-space',
  'franc-min',
  'hucre',
  'kdbush',
  'n-gram',
  'nanoid',
  'quickselect',
  'rbush',
  'regexp-util',
  'trigram-utils',
  'unicode-regex',
].join('|');

export default {
  testEnvironment: 'node',
  // A loaded machine is no failure: nothing here is timed.
  testTimeout: 120_000,
  // Univer, which the simulated Excel stands on, keeps timers running after it is disposed of.
  forceExit: true,
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/scripts/generate.mjs',
  setupFiles: ['<rootDir>/test/support/territories.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
    [`node_modules/(?:${esModules})/.*\\.m?js$`]: [
      '@swc/jest',
      { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
    '\\.yaml$': '<rootDir>/scripts/jest-yaml.cjs',
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esModules})/)`],
  // Univer's CommonJS build asks for lodash's ES modules; the same functions, from the same project.
  moduleNameMapper: { '^lodash-es$': 'lodash' },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'yaml'],
};
