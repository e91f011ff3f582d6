import {
  catalogue,
  CatalogueError,
  catalogueToJson,
  loadCatalogue,
  rawCatalogue,
  type RawCatalogue,
} from '../../src/catalogue';

type Tree = { [key: string]: Tree | unknown };

function copyWith(place: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const known = place as Tree;
  if (rest.length > 0 && known[step] === undefined) throw new Error(`${step} is not in the catalogue`);
  const copy: Tree = Array.isArray(known) ? ([...known] as unknown as Tree) : { ...known };
  copy[step] = copyWith(known[step], rest, value);
  if (copy[step] === undefined) delete copy[step];
  return copy;
}

/** The catalogue's files with one thing changed: `path` leads to it, `undefined` takes it away. */
function changed(path: readonly string[], value: unknown): RawCatalogue {
  return copyWith(rawCatalogue, path, value) as RawCatalogue;
}

function refusal(raw: RawCatalogue): string {
  try {
    loadCatalogue(raw);
  } catch (error) {
    if (error instanceof CatalogueError) return error.message;
    throw error;
  }
  return 'accepted';
}

const pac03 = ['indicators', 'pac', 'PAC-03'];
const bdt = ['coefficients', 'jobs', 'emplois_par_logement_neuf', 'values', '0'];

test('the files as they ship pass every rule', () => {
  expect(refusal(rawCatalogue)).toBe('accepted');
});

test('the catalogue that ships is the verified one', () => {
  expect(catalogueToJson(catalogue)).toEqual(catalogueToJson(loadCatalogue(rawCatalogue)));
});

test('a formula is pointed at, at the character that is wrong', () => {
  const message = refusal(changed([...pac03, 'formula'], '12[mois/an] * sum(loyers: loyer_hlm * )'));
  const [place, text, caret] = message.split('\n');
  expect(place).toMatch(/^indicators\/pac\.yaml, PAC-03 : /);
  expect(text).toBe('    12[mois/an] * sum(loyers: loyer_hlm * )');
  expect(caret!.indexOf('^')).toBe(text!.indexOf(')'));
});

test('what an unreadable formula drags along is named too', () => {
  const message = refusal(changed([...pac03, 'formula'], 'nb_lls +'));
  expect(message).toContain('indicators/pac.yaml, PAC-03');
  expect(message).toContain('indicators/pac.yaml, PAC-04');
});

// Each rule broken once: what is changed, to what, and what the person reads.
const broken: readonly [rule: string, path: readonly string[], value: unknown, message: RegExp][] = [
  [
    'euros are not added to dwellings',
    ['indicators', 'ctx', 'CTX-01', 'formula'],
    'nb_lls + loyers',
    /ctx\.yaml, CTX-01 : On ne peut pas ajouter/,
  ],
  [
    'a conversion is said',
    ['indicators', 'eco', 'ECO-06', 'formula'],
    'coef.emplois_par_meur_neuf * inv_neuf / 1e6',
    /ECO-06 : .*1e6\[€\/M€\]|ECO-06 : .*\[€\/M€\]/,
  ],
  ['the unit is the formula’s', ['indicators', 'pac', 'PAC-04', 'unit'], '€/an/ménage', /PAC-04 : /],
  ['the unit is known', ['indicators', 'ctx', 'CTX-01', 'unit'], 'zorglub', /CTX-01 : .*zorglub/],
  [
    'a data point exists',
    ['indicators', 'ctx', 'CTX-01', 'formula'],
    'nb_llx',
    /CTX-01 : la donnée « nb_llx » n’est pas dans le catalogue/,
  ],
  [
    'a reference is not a data point',
    ['indicators', 'ctx', 'CTX-01', 'formula'],
    'rp_territoire',
    /« rp_territoire » ne s’emploie pas seul/,
  ],
  [
    'a reference exists',
    ['indicators', 'ctx', 'CTX-04', 'formula'],
    'nb_lls / ref.nb_lls',
    /la référence « nb_lls » n’est pas/,
  ],
  [
    'a coefficient exists',
    ['indicators', 'eco', 'ECO-15', 'formula'],
    'heures_insertion / coef.heures',
    /le coefficient « heures » n’existe pas/,
  ],
  [
    'a coefficient in a formula has a default',
    ['coefficients', 'jobs', 'heures_etp', 'default'],
    undefined,
    /ECO-15 : le coefficient « heures_etp »/,
  ],
  [
    'a list is a list',
    ['indicators', 'ctx', 'CTX-06', 'formula'],
    'distinct(nb_lls)',
    /« nb_lls » n’est pas une liste/,
  ],
  [
    'a column is of its table',
    [...pac03, 'formula'],
    'sum(loyers: surface)',
    /« surface » n’est pas une colonne de la table « loyers »/,
  ],
  [
    'an indicator named exists',
    ['indicators', 'pac', 'PAC-04', 'formula'],
    'PAC-99 / nb_loues',
    /PAC-04 : .*PAC-99/,
  ],
  ['no indicator leads back to itself', [...pac03, 'formula'], 'PAC-04', /PAC-0[34] : .*lui-même/],
  ['a benchmark exists', ['indicators', 'pac', 'PAC-01', 'benchmark'], 'bm_rien', /le repère « bm_rien »/],
  [
    'bounds are in order',
    ['indicators', 'pac', 'PAC-01', 'sanity'],
    { low: 12, high: 3 },
    /PAC-01 : bornes de vraisemblance inversées/,
  ],
  [
    'extrapolation is what the formula allows',
    ['indicators', 'off', 'OFF-02', 'extrapolation'],
    'sum',
    /OFF-02 : extrapolation « sum ».*« never »/,
  ],
  [
    'a sourced indicator has a source',
    ['indicators', 'pac', 'PAC-01', 'references'],
    [],
    /PAC-01 : un indicateur « sourced » cite/,
  ],
  [
    'a source exists',
    ['indicators', 'pac', 'PAC-01', 'references'],
    ['nulle_part'],
    /PAC-01 : la source « nulle_part »/,
  ],
  [
    'an example gives every figure',
    ['indicators', 'pac', 'PAC-01', 'examples', '0', 'given'],
    { somme_loyers_mois: 1 },
    /PAC-01 : exemple 1 : il manque « somme_shab_loue »/,
  ],
  [
    'an example gives no other figure',
    ['indicators', 'ctx', 'CTX-01', 'examples', '0', 'given'],
    { nb_lls: 1, nb_loues: 1 },
    /« nb_loues » ne sert pas/,
  ],
  [
    'an example gives rows',
    [...pac03, 'examples', '0', 'rows'],
    undefined,
    /il manque les lignes de la table « loyers »/,
  ],
  [
    'an example’s rows are complete',
    [...pac03, 'examples', '0', 'rows', '1', 'surface_louee'],
    undefined,
    /une ligne n’a pas « surface_louee »/,
  ],
  [
    'an example gives members',
    ['indicators', 'ctx', 'CTX-06', 'examples', '0', 'members'],
    undefined,
    /il manque les membres/,
  ],
  [
    'there is an example',
    ['indicators', 'ctx', 'CTX-01', 'examples'],
    [],
    /ctx\.yaml, CTX-01\.examples : au moins un exemple/,
  ],
  [
    'a text is not blank',
    ['indicators', 'ctx', 'CTX-01', 'label', 'fr'],
    ' ',
    /CTX-01\.label\.fr : texte vide/,
  ],
  ['English is not left out', ['indicators', 'ctx', 'CTX-01', 'label', 'en'], undefined, /CTX-01\.label\.en/],
  [
    'an indicator is in the file of its theme',
    ['indicators', 'ctx', 'OFF-99'],
    structuredClone((rawCatalogue.indicators.ctx as Tree)['CTX-01']),
    /OFF-99 : ce code n’est pas du thème CTX/,
  ],
  ['a theme exists', ['indicators', 'zzz'], {}, /zzz\.yaml : le thème « ZZZ »/],
  ['an unknown key is refused', ['indicators', 'ctx', 'CTX-01', 'formule'], 'nb_lls', /CTX-01 : .*formule/],
  [
    'a data point is in one file only',
    ['dataPoints', 'off', 'nb_lls'],
    structuredClone((rawCatalogue.dataPoints.ctx as Tree).nb_lls),
    /off\.yaml, nb_lls : ce code existe déjà/,
  ],
  ['a data point’s unit is known', ['dataPoints', 'ctx', 'nb_lls', 'unit'], 'zorglub', /nb_lls : .*zorglub/],
  [
    'a check compares like with like',
    ['dataPoints', 'pac', 'loyers', 'checks'],
    ['loyers <= nb_lls'],
    /pac\.yaml, loyers : les deux côtés ne se comparent pas/,
  ],
  [
    'a check names known figures',
    ['dataPoints', 'pac', 'loyers', 'checks'],
    ['loyers <= quittancements'],
    /loyers : la donnée « quittancements »/,
  ],
  [
    'a check is a comparison',
    ['dataPoints', 'pac', 'loyers', 'checks'],
    ['loyers'],
    /loyers : .*comparaison/,
  ],
  [
    'a default set has a value',
    ['coefficients', 'jobs', 'heures_etp', 'default'],
    'personne',
    /heures_etp : le jeu par défaut « personne »/,
  ],
  [
    'a value is within its range',
    [...bdt, 'high'],
    2,
    /emplois_par_logement_neuf : la valeur 2.4 sort de sa fourchette/,
  ],
  ['a set gives one value', [...bdt, 'set'], 'ush_2013', /le jeu « ush_2013 » y est deux fois/],
  [
    'a coefficient’s source exists',
    [...bdt, 'source'],
    'nulle_part',
    /jobs\.yaml, emplois_par_logement_neuf : la source « nulle_part »/,
  ],
  [
    'a territory is one',
    ['coefficients', 'benchmarks', 'bm_loyer_m2', 'values', '0', 'territory'],
    'Normandie',
    /bm_loyer_m2.*territoire attendu/,
  ],
];

test.each(broken)('%s', (_rule, path, value, message) => {
  expect(refusal(changed(path, value))).toMatch(message);
});

test('all that is wrong is said at once', () => {
  const raw = changed(['indicators', 'ctx', 'CTX-01', 'formula'], 'nb_llx');
  const message = refusal({ ...raw, dimensions: { ...(raw.dimensions as Tree), RSE: undefined } });
  expect(message).toContain('dimensions.yaml');
  const semantic = refusal({
    ...raw,
    coefficients: { ...raw.coefficients, again: structuredClone(raw.coefficients.jobs) },
  });
  expect(semantic).toContain('indicators/ctx.yaml, CTX-01');
  expect(semantic).toContain('coefficients/again.yaml, heures_etp');
});

test('the JSON holds every code and no parsed formula', () => {
  const json = JSON.parse(JSON.stringify(catalogueToJson(loadCatalogue(rawCatalogue)))) as {
    catalogueVersion: string;
    indicators: { code: string; formula: string; expression?: unknown }[];
  };
  expect(json.catalogueVersion).toBe(rawCatalogue.version);
  expect(json.indicators.find((one) => one.code === 'PAC-04')?.formula).toBe(
    'PAC-03 / 12[mois/an] / nb_loues',
  );
  expect(json.indicators.every((one) => one.expression === undefined)).toBe(true);
});
