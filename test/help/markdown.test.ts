import { readMarkdown } from '../../src/help/markdown';
import { markup, Markup, type Content } from '../../src/help/markup';
import { relative } from '../../src/help/places';

const options = {
  hrefOf: (target: string) => (/^https:/u.test(target) ? undefined : `to/${target}`),
  pictureOf: (target: string) => ({ src: `p/${target}`, width: 4, height: 3 }),
};

const html = (content: Content): string => markup`${content}`.text.replace(/\s*\n\s*/gu, '');
const body = (text: string): string => html(readMarkdown(`# T\n\n${text}`, options).body);

// Expected by the rules of Markdown (CommonMark 0.31, and the tables of GitHub), written by hand.
test.each([
  ['Un *deux* **trois**\nquatre', '<p>Un <em>deux</em> <strong>trois</strong> quatre</p>'],
  ['`a < b` & [là](x.md)', '<p><code>a &lt; b</code> &amp; <a href="to/x.md">là</a></p>'],
  ['[ici](https://a.fr)', '<p>ici (<code>https://a.fr</code>)</p>'],
  ['- un\n- deux\n  suite\n\nfin', '<ul><li>un</li><li>deux suite</li></ul><p>fin</p>'],
  ['1. un\n2. deux', '<ol><li>un</li><li>deux</li></ol>'],
  ['## Où l’on va', '<h2 id="où-lon-va">Où l’on va</h2>'],
  [
    '```\n=A("x";1)\n\n# pas un titre\n```',
    '<pre tabindex="0"><code>=A(&quot;x&quot;;1)# pas un titre</code></pre>',
  ],
  ['> attention\n> ici', '<aside>attention ici</aside>'],
  [
    '![un **a**](../i/x.png)',
    '<figure><img src="p/../i/x.png" alt="un **a**" width="4" height="3" loading="lazy" /></figure>',
  ],
  ['touches <kbd>⇧⌘G</kbd>', '<p>touches <kbd>⇧⌘G</kbd></p>'],
])('%j', (text, expected) => {
  expect(body(text)).toBe(expected);
});

test('a table has its headings and its rows', () => {
  expect(body('| a | b |\n|---|---|\n| 1 | `x` |')).toContain(
    '<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td data-label="a">1</td><td data-label="b"><code>x</code></td></tr></tbody>',
  );
});

test('what the guide does not read stops the build instead of being shown', () => {
  for (const text of ['<div>a</div>', '#### quatre', '    code en retrait', '```\nsans fin'])
    expect(() => body(text)).toThrow();
  expect(() => readMarkdown('sans titre', options)).toThrow('title');
});

test('no text becomes markup', () => {
  const text = `<script>alert("x")</script> d'eau & l'air`;
  expect(markup`<p title="${text}">${text}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; d’eau &amp; l’air">' +
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; d’eau &amp; l’air</p>',
  );
  expect(markup`${[new Markup('<b>'), undefined, 3]}`.text).toBe('<b>3');
});

test('addresses are relative, from any page to any other', () => {
  expect(relative('index.html', 'aide.css')).toBe('aide.css');
  expect(relative('en/indicateurs/a.html', 'aide.css')).toBe('../../aide.css');
  expect(relative('en/indicateurs/a.html', 'en/indicateurs/b.html#c')).toBe('b.html#c');
  expect(relative('indicateurs/a.html', 'en/indicateurs/a.html')).toBe('../en/indicateurs/a.html');
});
