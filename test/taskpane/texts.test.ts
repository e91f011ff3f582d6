import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../src/catalogue';
import { localeOf, translate } from '../../src/taskpane/i18n';
import { outOfPlace } from '../../src/taskpane/tasks';
import { messages as explain } from '../../src/taskpane/tasks/explain/messages';
import { messages as indicators } from '../../src/taskpane/tasks/indicators/messages';
import { remarkKinds } from '../../src/taskpane/tasks/check/kinds';
import { stateNames } from '../../src/taskpane/tasks/follow-up/states';
import { declaredTexts, sourceFiles, undeclaredTexts } from './source';

/** Addresses, codes of languages: nothing that a person reads. */
const isCode = (text: string | undefined) => /^([a-z]{2}(-[A-Z]{2})?|[a-z/]+\/)$/u.test(text ?? '');
const texts = declaredTexts().filter(({ fr, en }) => !isCode(fr) && !isCode(en));
const all = texts.map(({ where, fr = '', en = '' }) => ({ where, fr, en }));

/** The values a text asks for; a number with its two forms asks for its number. */
const values = (text: string) => [...text.matchAll(/\{(\w+|…)/gu)].map(([, name]) => name).sort();

test('the pane has texts, and each is there in both languages', () => {
  expect(texts.length).toBeGreaterThan(300);
  const lacking = texts.filter(({ fr, en }) => !fr?.trim() || !en?.trim());
  expect(lacking.map(({ where, key }) => `${where} ${key}`)).toEqual([]);
});

test('nothing is written in the drawing itself, in one language', () => {
  // The name of the product is the same in both; outside of Excel, nothing says which language to speak.
  const allowed = /^(ui\/header\.tsx: Impact HLM$|outside-excel\.tsx: )/u;
  expect(undeclaredTexts().filter((one) => !allowed.test(one))).toEqual([]);
});

test('both languages take the same values', () => {
  const inTables = texts.filter(({ fr }) => !fr?.includes('{…}'));
  const different = inTables.filter(({ fr = '', en = '' }) => values(fr).join() !== values(en).join());
  expect(different.map(({ where, fr, en }) => `${where} ${fr} / ${en}`)).toEqual([]);
});

/** The same word in both languages. */
const same = [
  'SIREN',
  'Questionnaire',
  'ND',
  'SO',
  'Guide',
  'Impact HLM {version} · catalogue {catalogue}',
  'Impact HLM, version {version}',
];

test('each text is in its own language', () => {
  // What is quoted from Excel, the workbook or the product does not change language.
  const bare = (text: string) => text.replace(/\{[^}]*\}|#[A-Z!?]+|IMPACT_\w+|Français|English|N\/A/gu, '');
  const french =
    /[àâçèéêëîïôùûœ«»]|\b(le|la|les|des|du|une?|vous|votre|dans|pour|avec|est|sont|cette|ce)\b/iu;
  const english = /[“”]|\b(the|of|your?|with|is|are|this|and|to|in|from)\b/iu;
  expect(all.filter(({ en }) => french.test(bare(en))).map(({ where, en }) => `${where} ${en}`)).toEqual([]);
  expect(all.filter(({ fr }) => english.test(bare(fr))).map(({ where, fr }) => `${where} ${fr}`)).toEqual([]);
  // Signs and values put together have nothing to translate.
  const untranslated = all.filter(({ fr, en }) => fr === en && /\p{L}/u.test(bare(fr)) && !same.includes(fr));
  expect(untranslated.map(({ where, fr }) => `${where} ${fr}`)).toEqual([]);
});

test('apostrophes are typographic in French', () => {
  expect(all.filter(({ fr }) => /\p{L}'\p{L}/u.test(fr)).map(({ where, fr }) => `${where} ${fr}`)).toEqual(
    [],
  );
});

/** Keys that the core names: what an indicator is sure of, why it has no value, how far a landlord is. */
const namedByTheCore = new Set<string>([
  ...Object.values(stateNames),
  ...['sourced', 'common_practice', 'to_confirm', 'local'],
  ...['zero_denominator', 'no_respondent', 'missing_reference', 'publication_only', 'campaign_only'],
]);

test('no text is left that nobody shows', () => {
  const tables = texts.filter(({ path, key }) => key !== undefined && /(messages|words)\.ts$/u.test(path));
  const elsewhere = sourceFiles.filter(({ path }) => !/(messages|words)\.ts$/u.test(path));
  const unused = tables.filter(({ path, key = '' }) => {
    if (namedByTheCore.has(key)) return false;
    const folder = path.replace(/[^/]+$/u, '');
    const used = new RegExp(`['.]${key}\\b`, 'u');
    return !elsewhere.some((file) => file.path.startsWith(folder) && used.test(file.text));
  });
  expect(unused.map(({ where, key }) => `${where} ${key}`)).toEqual([]);
});

test('every word that the core gives has its text', () => {
  const certainties = new Set([...catalogue.indicators.values()].map(({ confidence }) => confidence));
  for (const one of certainties) expect(Object.keys(explain)).toContain(one);
  const model = readFileSync(join(__dirname, '../../src/consolidation/model.ts'), 'utf8');
  const reasons = /'zero_denominator'[^;]+;/u.exec(model)?.[0] ?? '';
  const named = [...reasons.matchAll(/'(\w+)'/gu)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(Object.keys(indicators)).toEqual(expect.arrayContaining(named));
});

test('every kind of remark has its title, and no title is left over', () => {
  const core = ['contribution', 'consolidation', 'catalogue'].flatMap((context) => {
    const folder = join(__dirname, '../../src', context);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
      one.endsWith('.ts'),
    );
    return names.map((name) => readFileSync(join(folder, name), 'utf8'));
  });
  const code = core.join('\n');
  const raised = [...code.matchAll(/(?:blocking|warning|refused)\(\s*'([a-z_]+)'/gu)].map(([, name]) => name);
  expect(raised.length).toBeGreaterThan(20);
  expect(Object.keys(remarkKinds)).toEqual(expect.arrayContaining(raised));
  // The remarks on reference tables that the pane tells again.
  const told = code + readFileSync(join(__dirname, '../../src/taskpane/session/own-references.ts'), 'utf8');
  expect(Object.keys(remarkKinds).filter((kind) => !told.includes(`'${kind}'`))).toEqual([]);
});

describe('texts with values', () => {
  const message = { fr: '{count|remarque|remarques}', en: '{count|remark|remarks}' };
  test.each([
    // French: the plural begins at two; English: whatever is not one.
    [0, '0\u00a0remarque', '0\u00a0remarks'],
    [1, '1\u00a0remarque', '1\u00a0remark'],
    [1.5, '1,5\u00a0remarque', '1.5\u00a0remarks'],
    [2, '2\u00a0remarques', '2\u00a0remarks'],
    [1234, '1\u202f234\u00a0remarques', '1,234\u00a0remarks'],
  ])('%d', (count, fr, en) => {
    expect(translate(message, 'fr', { count })).toBe(fr);
    expect(translate(message, 'en', { count })).toBe(en);
  });

  test('a value that is not given is an error, not a hole', () => {
    expect(() => translate(message, 'fr')).toThrow(/lacks its value count/u);
  });

  test('French signs keep with their word, whatever the width of the pane', () => {
    const text = { fr: 'Un « mot » : 5 % ? Oui ; non !', en: 'A “word”: 5% ?' };
    const [wide, fine] = ['\u00a0', '\u202f'];
    expect(translate(text, 'fr')).toBe(
      `Un «${wide}mot${wide}»${wide}: 5${wide}%${fine}? Oui${fine}; non${fine}!`,
    );
    expect(translate(text, 'en')).toBe(text.en);
  });
});

test.each([
  ['fr-FR', 'fr'],
  ['fr-CA', 'fr'],
  ['FR', 'fr'],
  [undefined, 'fr'],
  ['en-US', 'en'],
  ['de-DE', 'en'],
  // Friulian is not French.
  ['fur-IT', 'en'],
])('Office in %s: the pane in %s', (language, locale) => {
  expect(localeOf(language)).toBe(locale);
});

test('a task of the ribbon that this workbook has no use for is named, and only that', () => {
  expect(outOfPlace('connect', 'union')?.title.fr).toBe('Raccorder');
  expect(outOfPlace('send', 'consolidation')?.title.fr).toBe('Transmettre');
  const others = [
    outOfPlace('explain', 'union'),
    outOfPlace('connect', 'empty'),
    outOfPlace('connect', undefined),
    outOfPlace('review', 'landlord'),
  ];
  expect(others).toEqual(others.map(() => undefined));
});
