import { about, amount } from '../../src/study/language/amounts';
import { parseSentence, say, type Speakable } from '../../src/study/language/sentence';
import { shareInWords } from '../../src/study/language/share';

const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');

const home = { one: 'logement', several: 'logements', feminine: false };
const residence = { one: 'résidence principale', several: 'résidences principales', feminine: true };
const inhabitant = { one: 'habitant', several: 'habitants', feminine: false };

describe('shares, as the published study of Normandy says them', () => {
  test.each([
    // Published beside each other: 20,4 % is one principal residence in five; 550 000 of 3 330 000 is one in six.
    [0.204, residence, 'une résidence principale sur cinq'],
    [550_000 / 3_330_000, inhabitant, 'un habitant sur six'],
    [0.4, home, 'deux logements sur cinq'],
    [0.355, home, 'plus d’un logement sur trois'],
    [0.215, home, 'plus d’un logement sur cinq'],
    [0.192, home, 'près d’un logement sur cinq'],
    [0.385, home, 'près de deux logements sur cinq'],
    [0.49, residence, 'une résidence principale sur deux'],
    [0.245, residence, 'une résidence principale sur quatre'],
  ])('%d', (value, noun, expected) => expect(shareInWords(value, noun, 'fr')).toBe(expected));

  test('in English, and nothing where no share is near', () => {
    const word = { one: 'home', several: 'homes', feminine: false };
    expect(shareInWords(0.204, word, 'en')).toBe('one home in five');
    expect(shareInWords(0.385, word, 'en')).toBe('nearly two homes in five');
    expect([0, 1, 1.2, -0.2, 0.012].map((one) => shareInWords(one, home, 'fr'))).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe('amounts', () => {
  test.each([
    [800_000_000, '€', 0, 'fr', '800 M€'],
    [1_553_800_000, '€', 0, 'fr', '1,55 Md€'],
    [999_999_600, '€', 0, 'fr', '1 Md€'],
    [12_345_678, '€/an', 0, 'fr', '12,3 M€ par an'],
    [456_123, '€', 0, 'fr', '456 123 €'],
    [1, 'logement', 0, 'fr', '1 logement'],
    [307_834, 'logement', 0, 'fr', '307 834 logements'],
    [0.2086, '%', 1, 'fr', '20,9 %'],
    [800_000_000, '€', 0, 'en', '€800m'],
    [-2_300_000_000, '€', 0, 'en', '-€2.3bn'],
  ] as const)('%d %s', (value, unit, decimals, locale, expected) =>
    expect(plain(amount(value, unit, decimals, locale))).toBe(expected),
  );

  test.each([
    // 767 M€ invested in 2017, 325 000 dwellings: what the union publishes.
    [767_000_000, '€', 'fr', 'près de 770 M€'],
    [800_100_000, '€', 'fr', '800 M€'],
    [312_400, 'logement', 'fr', 'plus de 310 000 logements'],
    [767_000_000, '€', 'en', 'nearly €770m'],
    [87, 'logement', 'fr', '87 logements'],
  ] as const)('about %d %s', (value, unit, locale, expected) =>
    expect(plain(about(value, unit, 0, locale))).toBe(expected),
  );
});

describe('sentences', () => {
  const known: Record<string, Partial<Speakable>> = {
    'CTX-01': { value: 307_834, unit: 'logement' },
    'OFF-06': { value: 1, unit: 'logement' },
    'CTX-04': { value: 0.204, unit: '%', decimals: 1, marks: '²' },
    'ECO-06': { value: 15_095, low: 6_520, high: 16_600, unit: 'emploi', marks: '¹' },
  };
  const speak = (text: string, locale: 'fr' | 'en' = 'fr', landlord = 'Mon office') => {
    const pieces = parseSentence(text, (code) => code in known || code === 'PAC-01');
    if ('problem' in pieces) return pieces.problem;
    return plain(
      say(pieces, {
        locale,
        territory: 'REG:32',
        year: 2019,
        landlord,
        value: (code) =>
          known[code] && {
            value: 0,
            low: null,
            high: null,
            unit: '',
            decimals: 0,
            marks: '',
            ...known[code],
          },
      }),
    );
  };

  test('put numbers, ranges, places and agreements in', () => {
    expect(speak('{in territory}, {CTX-01} sont {CTX-01|plural|géré,gérés}.')).toBe(
      'Dans les Hauts-de-France, 307 834 logements sont gérés.',
    );
    expect(speak('{OFF-06} {OFF-06|plural|a été livré,ont été livrés} en {year}.')).toBe(
      '1 logement a été livré en 2019.',
    );
    expect(
      speak('Le parc {of territory} : {CTX-04|share|résidence principale,résidences principales,f}.'),
    ).toBe('Le parc des Hauts-de-France : une résidence principale sur cinq (20,4 %²).');
    expect(speak('{ECO-06|about}, de {ECO-06|low} à {ECO-06|high}.')).toBe(
      'Plus de 15 000 emplois¹, de 6 520 emplois à 16 600 emplois.',
    );
    expect(speak('{CTX-04|share|home,homes} {in territory}', 'en')).toBe(
      'One home in five (20.4%²) in Hauts-de-France',
    );
  });

  test('elide before the name of a landlord', () => {
    const title = (landlord: string) => speak('Ce que {landlord} apporte', 'fr', landlord);
    expect(['Estuarine Habitat', 'Élan', 'Habitat 76', 'HLM du Bocage', 'Mon office'].map(title)).toEqual([
      'Ce qu’Estuarine Habitat apporte',
      'Ce qu’Élan apporte',
      'Ce qu’Habitat 76 apporte',
      'Ce que HLM du Bocage apporte',
      'Ce que Mon office apporte',
    ]);
    expect(speak('La demande {landlord}, le parc de {landlord}', 'fr', 'Orne Habitat')).toBe(
      'La demande Orne Habitat, le parc d’Orne Habitat',
    );
  });

  test('are not written when a number is withheld', () => {
    expect(speak('Le loyer est de {PAC-01}.')).toBeUndefined();
    expect(speak('De {CTX-01|low}.')).toBeUndefined();
  });

  test('say what is broken', () => {
    expect(speak('Un {XXX-99}.')).toMatch(/« XXX-99 » n’existe pas/);
    expect(speak('Un {CTX-01.')).toMatch(/pas fermée/);
    expect(speak('Un CTX-01}.')).toMatch(/sans avoir été ouverte/);
    expect(speak('Un {CTX-01|environ}.')).toMatch(/ne se comprend pas/);
    expect(speak('Un {CTX-01|share}.')).toMatch(/ne se comprend pas/);
  });
});
