import tseslint from 'typescript-eslint';

/**
 * Who may import whom: one way only, from the bottom (formula) to the top (cli).
 * A context not named on the right may not be imported; every context is entered by its index.
 */
export const contexts = {
  formula: [],
  xlsx: [],
  territory: [],
  catalogue: ['formula'],
  contribution: ['formula', 'catalogue', 'territory', 'xlsx'],
  consolidation: ['formula', 'catalogue', 'territory', 'contribution', 'xlsx'],
  campaign: ['formula', 'catalogue', 'territory', 'contribution', 'consolidation', 'xlsx'],
  sample: ['formula', 'catalogue', 'territory', 'contribution', 'xlsx'],
  mapping: ['formula', 'catalogue', 'territory', 'contribution', 'xlsx'],
  importers: ['formula', 'catalogue', 'territory', 'contribution', 'mapping', 'xlsx'],
  study: ['formula', 'catalogue', 'territory', 'contribution', 'consolidation', 'xlsx'],
  cli: [
    'formula',
    'catalogue',
    'territory',
    'contribution',
    'consolidation',
    'campaign',
    'mapping',
    'importers',
    'sample',
    'study',
    'xlsx',
  ],
  functions: ['formula', 'catalogue', 'territory', 'contribution', 'consolidation', 'campaign'],
  excel: ['xlsx'],
  taskpane: [
    'formula',
    'catalogue',
    'territory',
    'contribution',
    'consolidation',
    'campaign',
    'mapping',
    'importers',
    'study',
    'xlsx',
    'excel',
    'functions',
  ],
  help: ['formula', 'catalogue', 'functions'],
  simulator: ['xlsx', 'functions'],
};

/**
 * Only these may know Node; the core runs in a browser and in Excel as well. The headless Excel of the
 * tests reads the office.js that npm installed.
 */
const nodeContexts = ['cli'];
const nodeFolders = ['src/simulator/host/node/**/*.ts'];

/** Only these may know React; only `excel` and `functions` may know Office. */
const reactContexts = ['taskpane', 'simulator'];

const foreignModules = ['react', 'react-dom', '@fluentui/*', 'office-js', '@microsoft/office-js'];

const nodeModules = {
  regex: '^(node:|fs$|path$|zlib$|os$)',
  message: 'Only the command line knows Node.',
};

function boundaries([context, allowed]) {
  const others = Object.keys(contexts).filter((one) => one !== context);
  const forbidden = others.filter((one) => !allowed.includes(one));
  const patterns = [
    {
      regex: `^(\\.\\./)+(${others.join('|')})/.+`,
      message: 'Deep import: a context is entered by its index.ts only.',
    },
  ];
  if (!reactContexts.includes(context)) {
    patterns.push({ group: foreignModules, message: 'The core knows neither Office nor React.' });
  }
  if (forbidden.length > 0) {
    patterns.push({
      regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`,
      message: `Dependencies point one way: ${context} may import ${allowed.join(', ') || 'no other context'}.`,
    });
  }
  if (!nodeContexts.includes(context)) {
    const ofNode = nodeFolders.filter((folder) => folder.startsWith(`src/${context}/`));
    return [
      rulesFor([`src/${context}/**/*.{ts,tsx}`], [...patterns, nodeModules]),
      ...(ofNode.length > 0 ? [rulesFor(ofNode, patterns)] : []),
    ];
  }
  return [rulesFor([`src/${context}/**/*.{ts,tsx}`], patterns)];
}

const rulesFor = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default tseslint.config(
  { ignores: ['dist/', 'generated/', 'coverage/', 'sortie/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: false } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['test/**/*.ts', 'bench/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  ...Object.entries(contexts).flatMap(boundaries),
);
