import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { rawCatalogue } from '../../src/catalogue';
import { metadata } from '../../src/functions';
import { functionPagePath } from '../../src/help';
import { guidePages } from '../../src/taskpane/office/guide';
import { docs, pictureNames, printed, site, textOf } from './site';

interface Entry {
  readonly label: Record<'fr' | 'en', string>;
  readonly definition: Record<'fr' | 'en', string>;
  readonly question: Record<'fr' | 'en', string>;
  readonly formula: string;
  readonly confidence?: string;
  readonly firstReview?: boolean;
  readonly values?: readonly { readonly confidence?: string }[];
}

/** The entries of some files of the catalogue, as their YAML says them, by code. */
const entriesOf = (files: unknown): [string, Entry][] =>
  Object.values(files as Record<string, Record<string, Entry>>).flatMap((file) => Object.entries(file));

const indicators = entriesOf(rawCatalogue.indicators);
const points = entriesOf(rawCatalogue.dataPoints);
const coefficients = entriesOf(rawCatalogue.coefficients);
const locales = ['fr', 'en'] as const;
const folder = { fr: '', en: 'en/' } as const;

let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  pages = await site();
});

function page(path: string): string {
  const found = pages.get(path);
  if (found === undefined) throw new Error(`no page ${path}`);
  return found;
}

const failing = (test: (html: string, path: string) => unknown): string[] =>
  [...pages].filter(([path, html]) => test(html, path)).map(([path]) => path);

describe.each(locales)('in %s', (locale) => {
  test('every function has a page, with both syntaxes and every argument', () => {
    const { functions } = metadata(locale);
    expect(functions.length).toBeGreaterThanOrEqual(25);
    for (const { id, description, parameters } of functions) {
      const text = textOf(page(`${folder[locale]}fonctions/${id.toLowerCase()}.html`));
      const written = parameters.map((one) => (one.optional ? `[${one.name}]` : one.name));
      expect(text).toContain(`=IMPACT.${id}(${written.join('; ')})`);
      expect(text).toContain(`=IMPACT.${id}(${written.join(', ')})`);
      for (const one of [description, ...parameters.map((each) => each.description)])
        expect(text).toContain(printed(one));
    }
  });

  test('every indicator has a page, with its definition and its formula', () => {
    expect(indicators.length).toBeGreaterThanOrEqual(148);
    for (const [code, { label, definition, formula }] of indicators) {
      const text = textOf(page(`${folder[locale]}indicateurs/${code.toLowerCase()}.html`));
      expect(text).toContain(`${printed(label[locale])} (${code})`);
      for (const one of [printed(definition[locale]), formula.replace(/\s+/gu, ' ').trim()])
        expect([code, text]).toEqual([code, expect.stringContaining(one)]);
    }
  });

  test('every word of a formula is explained on the page of its indicator', () => {
    const known = new Set(points.map(([code]) => code));
    for (const [code, { formula }] of indicators) {
      const text = textOf(page(`${folder[locale]}indicateurs/${code.toLowerCase()}.html`));
      // Each code once in the formula, and once where it is told what it is.
      for (const [word = ''] of formula.matchAll(/(?:coef|ref)?\.?[a-z]\w*/gu)) {
        const named = word.replace(/^ref\./u, '');
        const wanted = word.startsWith('coef.') ? word : known.has(named) ? named : undefined;
        if (wanted) expect([code, wanted, text.split(wanted).length > 2]).toEqual([code, wanted, true]);
      }
    }
  });

  test('every data point has its question, every coefficient its section', () => {
    const themes = [...pages].filter(([path]) => path.startsWith(`${folder[locale]}donnees/`));
    const asked = themes.map(([, html]) => html).join('\n');
    const text = textOf(asked);
    for (const [code, { question }] of points) {
      expect(asked).toContain(`id="${code}"`);
      expect(text).toContain(printed(question[locale]));
    }
    const tables = ['index', 'reperes']
      .map((one) => page(`${folder[locale]}coefficients/${one}.html`))
      .join();
    for (const [code] of coefficients) expect(tables).toContain(`<section id="${code}">`);
  });

  test('what is to be confirmed says so, as many times as the catalogue does', () => {
    const marks = (path: string) => page(folder[locale] + path).split('class="confirm"').length - 1;
    const doubtful = indicators.filter(([, one]) => one.confidence === 'to_confirm');
    expect(doubtful.length).toBeGreaterThan(0);
    expect(marks('indicateurs/index.html')).toBe(doubtful.length);
    for (const [code] of doubtful) expect(marks(`indicateurs/${code.toLowerCase()}.html`)).toBeGreaterThan(0);
    const values = coefficients.flatMap(([, one]) => one.values ?? []);
    expect(marks('coefficients/index.html') + marks('coefficients/reperes.html')).toBe(
      values.filter((one) => one.confidence === 'to_confirm').length,
    );
  });

  test('the pane and Excel open pages that exist', () => {
    const below = (address: string) => posix.join(posix.normalize(address.replace(/^aide\//u, '')), '');
    expect(
      pages.has(`${below(guidePages.home(locale)).replace(/^\.$/u, '')}index.html`.replace(/^\.\//u, '')),
    ).toBe(true);
    for (const [code] of indicators) expect(pages.has(below(guidePages.indicator(locale, code)))).toBe(true);
    for (const { id } of metadata(locale).functions) {
      expect(pages.has(below(guidePages.function(locale, id)))).toBe(true);
      expect(pages.has(functionPagePath(locale, id))).toBe(true);
    }
  });

  test('every page is in its language, leads home and says the version of the catalogue', () => {
    const own = [...pages].filter(([path]) => path.startsWith('en/') === (locale === 'en'));
    for (const [path, html] of own) {
      const home = '../'.repeat(path.split('/').length - 1 - (locale === 'en' ? 1 : 0));
      expect([path, html.includes(`<html lang="${locale}"`)]).toEqual([path, true]);
      expect([path, html.includes(`class="product" href="${home}index.html"`)]).toEqual([path, true]);
      expect([
        path,
        textOf(html).includes(`${locale === 'fr' ? 'Catalogue' : 'Catalogue'} ${rawCatalogue.version}`),
      ]).toEqual([path, true]);
    }
  });
});

test('every link, picture, style and anchor is there, and nothing is asked of outside', () => {
  const fixed = ['aide.css', 'filtre.js', ...pictureNames.map((name) => `images/${name}`)];
  const ids = new Map([...pages].map(([path, html]) => [path, new Set(html.match(/(?<=\sid=")[^"]+/gu))]));
  const broken: string[] = [];
  let links = 0;
  for (const [path, html] of pages) {
    for (const [, , address = ''] of html.matchAll(/\s(href|src|action)="([^"]*)"/gu)) {
      links++;
      const [file = '', anchor] = address.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      const outside = /^[a-z]+:|^\//u.test(address);
      const exists = pages.has(target) || fixed.includes(target);
      if (outside || !exists || (anchor !== undefined && !ids.get(target)?.has(anchor)))
        broken.push(`${path} → ${address}`);
    }
  }
  expect(links).toBeGreaterThan(4000);
  expect(broken).toEqual([]);
  expect(failing((html) => /url\(|@import|<iframe|<form[^>]*action/u.test(html))).toEqual([]);
});

test('no page shows what only the program should see', () => {
  const raw =
    /\bundefined\b|\bNaN\b|\bInfinity\b|\[object|\{(?:value|low|high|share|count|name)\}|_better|to_confirm|common_practice|stock_end/u;
  expect(failing((html) => raw.test(textOf(html)))).toEqual([]);
});

test('an English page holds no French but what it marks as French', () => {
  const french = /(?<![\p{L}’])(?:les|des|une|pour|avec|dans|du|sur|est)(?![\p{L}’])/iu;
  const own = (html: string) =>
    textOf(
      html
        .replace(/<code>[\s\S]*?<\/code>/gu, ' ')
        .replace(/<(span|a)[^>]*lang="fr"[^>]*>[\s\S]*?<\/\1>/gu, ' ')
        // Cells of an example are what the function really gives, French names included.
        .replace(/<div class="result">[\s\S]*?<\/div>/gu, ' '),
    );
  const found = [...pages]
    .filter(([path]) => path.startsWith('en/'))
    .map(([path, html]) => [path, french.exec(own(html))?.[0]])
    .filter(([, word]) => word !== undefined);
  expect(found).toEqual([]);
});

test('every id is given once a page, every page has one first heading', () => {
  expect(
    failing((html) => {
      const ids = html.match(/(?<=\sid=")[^"]+/gu) ?? [];
      return new Set(ids).size !== ids.length || html.split('<h1>').length !== 2;
    }),
  ).toEqual([]);
});

test('the pages are well formed, as another program reads them', () => {
  const program = `
import json, sys, xml.etree.ElementTree as tree
faults = []
for path, html in json.load(sys.stdin):
    try: tree.fromstring(html)
    except tree.ParseError as fault: faults.append(path + ": " + str(fault))
print(json.dumps(faults))`;
  const run = (input: unknown) =>
    spawnSync('python3', ['-c', program], { input: JSON.stringify(input), encoding: 'utf8' });
  const result = run([...pages]);
  if (result.error) {
    console.warn('Python is not here: the pages were not read by another program.');
    return;
  }
  expect(JSON.parse(result.stdout)).toEqual([]);
  expect(JSON.parse(run([['x', '<p>a <br> b</p>']]).stdout)).toHaveLength(1);
});

test('the pictures stay light', () => {
  const sizes = pictureNames.map((name) => statSync(join(docs, 'images', name)).size);
  expect(Math.max(...sizes)).toBeLessThan(250_000);
  expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThan(1_500_000);
  for (const name of pictureNames.filter((one) => one.startsWith('guide-')))
    expect([name, failing((html) => html.includes(`images/${name}"`)).length > 0]).toEqual([name, true]);
});
