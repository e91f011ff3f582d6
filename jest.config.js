export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/scripts/generate.mjs',
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
    // hucre, which writes workbooks for the tests, is an ES module; jest's own module system is not.
    'node_modules/hucre/.*\\.mjs$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
    '\\.yaml$': '<rootDir>/scripts/jest-yaml.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'yaml'],
};
