import { catalogue, rawCatalogue, type Bilingual } from '../../src/catalogue';

/** Every pair of French and English texts of the catalogue, with where it is. */
function* textsOf(value: unknown, path: string): Generator<{ path: string; text: Bilingual }> {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Map) {
    for (const [key, one] of value) yield* textsOf(one, `${path} ${key}`);
    return;
  }
  if ('fr' in value || 'en' in value) yield { path, text: value as Bilingual };
  for (const [key, one] of Object.entries(value)) {
    if (key !== 'expression' && key !== 'inlined') yield* textsOf(one, `${path} ${key}`);
  }
}

const { dimensions, indicators, dataPoints, coefficients } = catalogue;
const texts = [...textsOf({ dimensions, indicators, dataPoints, coefficients }, '')];

test('there are texts for everything that is shown', () => {
  // A label and a question a data point; a label, a definition and a sentence an indicator; a label and a scope a coefficient.
  const least = dimensions.length + dataPoints.size * 2 + indicators.size * 3 + coefficients.length * 2;
  expect(texts.length).toBeGreaterThanOrEqual(least);
});

test('every text is there in both languages', () => {
  const bare = texts.filter(({ text }) => !text.fr?.trim() || !text.en?.trim());
  expect(bare.map((one) => one.path)).toEqual([]);
});

test('English texts are not French ones left untranslated', () => {
  // An accent or a French word in English is a proper name; these are the ones that the texts hold.
  const names =
    /cœur de ville|départements?|Île-de-France|Économie et Statistique|Bourgogne-Franche-Comté|€/g;
  const french = texts.filter(({ text }) =>
    /[éèêàçùœ]| (?:des|les|une|dans|par an) /.test(text.en.replace(names, '')),
  );
  expect(french.map((one) => [one.path, one.text.en])).toEqual([]);
});

test('French texts end and space their punctuation the French way', () => {
  const wrong = texts.filter(({ text }) =>
    /[^\u00a0\s][?;!](?:\s|$)| [?;:!»](?:\s|$)|« |"|\d %/.test(text.fr),
  );
  expect(wrong.map((one) => [one.path, one.text.fr])).toEqual([]);
});

test('definitions, sentences and notes are sentences; labels are not', () => {
  const faults: string[] = [];
  for (const { code, label, definition, sentence, note } of indicators.values()) {
    for (const text of [definition, sentence, ...(note ? [note] : [])]) {
      for (const one of [text.fr, text.en])
        if (!/^[«"\p{Lu}€{].*[.»"]$/su.test(one)) faults.push(`${code}: ${one}`);
    }
    for (const one of [label.fr, label.en]) if (/[.:?]$/.test(one)) faults.push(`${code}: ${one}`);
  }
  expect(faults).toEqual([]);
});

test('questions are questions', () => {
  const faults = [...dataPoints.values()].filter(
    ({ question }) => !/[^ ]\u00a0\?$/.test(question.fr) || !/[^ ]\?$/.test(question.en),
  );
  expect(faults.map((one) => one.code)).toEqual([]);
});

test('every sentence has a place for the value, once', () => {
  const faults = [...indicators.values()].filter(({ sentence }) =>
    [sentence.fr, sentence.en].some((text) => text.split('{value}').length !== 2),
  );
  expect(faults.map((one) => one.code)).toEqual([]);
});

test('the number a sentence is given stands with its unit', () => {
  const symbols: Record<string, { fr: RegExp; en: RegExp }> = {
    '€': { fr: /\{value\}\u00a0?\s?(?:€|euros?)/, en: /€\{value\}|\{value\} euros/ },
    h: { fr: /\{value\} heures/, en: /\{value\} (?:social-clause )?hours/ },
    ETP: { fr: /\{value\} ETP/, en: /\{value\} FTE/ },
    emploi: { fr: /\{value\} emplois/, en: /\{value\} jobs/ },
    kWhEP: { fr: /\{value\} kWh/, en: /\{value\} kWh/ },
    kgCO2e: { fr: /\{value\} kgCO2e/, en: /\{value\} kgCO2e/ },
    'm²': { fr: /\{value\} m²/, en: /\{value\} m²/ },
    'm³': { fr: /\{value\} m³/, en: /\{value\} m³/ },
    logement: {
      fr: /\{value\} (?:équivalents-)?(?:logements|places)/,
      en: /\{value\} (?:[a-z-]+ )*dwellings?/,
    },
  };
  const faults = [...indicators.values()].flatMap(({ code, unit, sentence }) => {
    const expected = symbols[unit.split('/')[0] ?? ''];
    if (!expected) return [];
    return expected.fr.test(sentence.fr) && expected.en.test(sentence.en)
      ? []
      : [[code, sentence.fr, sentence.en]];
  });
  expect(faults).toEqual([]);
});

test('no two data points, and no two indicators, have the same name', () => {
  for (const things of [[...dataPoints.values()], [...indicators.values()]]) {
    for (const language of ['fr', 'en'] as const) {
      const names = things.map((one) => one.label[language].toLowerCase());
      expect(names.filter((name, position) => names.indexOf(name) !== position)).toEqual([]);
    }
  }
});

test('the version is a version', () => {
  expect(rawCatalogue.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(catalogue.version).toBe(rawCatalogue.version);
});
