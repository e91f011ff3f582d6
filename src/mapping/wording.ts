/** Writings of one word: abbreviations of landlords' sheets and database headings, in the words of the catalogue. */
const abbreviations: Readonly<Record<string, string>> = {
  lgt: 'logement',
  lgts: 'logement',
  logt: 'logement',
  logts: 'logement',
  log: 'logement',
  lgmt: 'logement',
  dwelling: 'logement',
  nb: 'nombre',
  nbr: 'nombre',
  nbre: 'nombre',
  num: 'numero',
  no: 'numero',
  hab: 'habitable',
  surf: 'surface',
  tot: 'total',
  totaux: 'total',
  ensemble: 'total',
  indiv: 'individuel',
  coll: 'collectif',
  rehab: 'rehabilitation',
  conso: 'consommation',
  elec: 'electricite',
  euro: '€',
  eur: '€',
  keur: 'k€',
  keuro: 'k€',
  ke: 'k€',
  meur: 'm€',
  etiq: 'etiquette',
  ppal: 'principal',
  tx: 'taux',
  dep: 'dep',
  const: 'construction',
  adr: 'adresse',
  postcode: 'postal',
  tel: 'telephone',
  hc: 'hc',
  moy: 'moyen',
  moyenne: 'moyen',
  ens: 'total',
  prev: 'prevision',
  previsionnel: 'prevision',
  previsionnelle: 'prevision',
  realisation: 'realise',
  sqm: 'm2',
  plafond: 'plafond',
};

const joined: readonly (readonly [RegExp, string])[] = [
  [/\bs\.? ?hab\b|\bsh(ab)?\b/g, 'surface habitable'],
  [/\bhors charges?\b/g, 'hc'],
  [/\bloyer_?ppal\b/g, 'loyer principal'],
  [/\bnon (renseignee?s?|connue?s?|communique)\b|\binconnue?s?\b|\bn\.?[cd]\b|\bvierges?\b/g, 'inconnu'],
  [/\bsans dpe\b|\bdpe absents?\b/g, 'dpe inconnu'],
  [/\bconcours (de la )?force publique\b/g, 'cfp'],
  [/\bquartiers? prioritaires?( de la (politique de la )?ville)?\b/g, 'qpv'],
  [/\bat\b/g, 'accident travail'],
  [/\bequivalents? temps plein\b/g, 'etp'],
  [/\b1er\b|\bpremier\b/g, '1'],
];

/** Words that only hold a sentence together. `à` goes too, `A` stays: it is a class. */
const stopWords = new Set(
  'de du des la le les au aux en et un une sur pour dans avec ou depuis of the in their'.split(' '),
);

const unitOfMeasure = /^(k€|m€|€|m2|m3|kwh|mwh|gwh|%|pourcent)$/;

/**
 * The words of a heading or a label: lower case, no accents, singular, abbreviations in full, in order. A
 * comparison sign becomes `plus` or `moins`.
 */
export function wordsOf(text: string): readonly string[] {
  let plain = text
    .replace(/(^|\s)à(?=\s|$)/giu, ' ')
    .replace(/²/g, '2')
    .replace(/³/g, '3')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/_/g, ' ')
    .replace(/(>|≥|\bplus de\b|\bau moins\b)/g, ' plus ')
    .replace(/(\d+ (?:mois|ans?)) et (?:plus|\+)/g, ' plus $1 ')
    .replace(/(<|≤|\bmoins de\b|\bsous\b)/g, ' moins ')
    .replace(/\+ ?(?=\d)/g, ' plus ');
  plain = plain
    .replace(/\b(milliers|k) ?(?:d.)?(?:euros?|€)/g, 'k€')
    .replace(/\b(millions|m) ?(?:d.)?(?:euros?|€)/g, 'm€');
  plain = plain.replace(/(^|[^a-z])[dlnsjcqm][’'](?=[a-z])/g, '$1 ').replace(/[’']/g, ' ');
  for (const [pattern, word] of joined) plain = plain.replace(pattern, word);
  const words = plain.match(/k€|m€|€|%|×|[\p{L}\p{N}]+/gu) ?? [];
  return words.map(singular).filter((word) => !stopWords.has(word));
}

function singular(word: string): string {
  const known = abbreviations[word];
  if (known !== undefined) return stem(known);
  const short = word.length > 3 ? word.replace(/(s|x)$/, '') : word;
  return stem(abbreviations[short] ?? short);
}

/** Feminine and masculine become one; so do the words of the catalogue and those of a heading. */
function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  const base = word.replace(/(ee|e)$/, '');
  return base.length >= 4 ? base : word;
}

/** One word as `wordsOf` gives it: for tables of words written in full French. */
export function wordOf(text: string): string {
  return wordsOf(text)[0] ?? '';
}

/** Whether a word names a unit. */
export const isUnitWord = (word: string): boolean => unitOfMeasure.test(word);
