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

/**
 * What code asks for all the time. A test file's sandbox looks globals up through an interceptor; given to each module
 * as a parameter, they cost nothing. Not those that tests replace: timers, `Date`, `process`.
 */
const sandboxInjectedGlobals = [
  'Array',
  'Boolean',
  'Error',
  'Float64Array',
  'Int32Array',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'Uint16Array',
  'Uint32Array',
  'Uint8Array',
  'WeakMap',
  'isNaN',
  'parseFloat',
  'parseInt',
];

const common = {
  sandboxInjectedGlobals,
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
    // The drawing of the pane.
    '\\.tsx$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
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
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'yaml'],
};

export default {
  // A loaded machine is no failure: nothing here is timed.
  testTimeout: 120_000,
  // Univer, which the simulated Excel stands on, keeps timers running after it is disposed of.
  forceExit: true,
  projects: [
    {
      ...common,
      displayName: 'code',
      globalSetup: '<rootDir>/test/support/start.mjs',
      globalTeardown: '<rootDir>/test/support/stop.mjs',
      setupFiles: ['<rootDir>/test/support/territories.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      // One build, one server, one browser for all of them.
      globalSetup: '<rootDir>/test/e2e/start.mjs',
      globalTeardown: '<rootDir>/test/e2e/stop.mjs',
    },
  ],
};
