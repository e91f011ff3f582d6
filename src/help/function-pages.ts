import type { Locale } from '../formula';
import {
  exampleCall,
  functionHelp,
  functionTable,
  type FamilyHelp,
  type FunctionHelp,
  type FunctionSpec,
} from '../functions';
import { filteredList, section, type Chapter, type Writing } from './chapter';
import { failingsOf } from './function-failures';
import { code, markup, table, type Content } from './markup';
import type { Draft } from './page';
import { places } from './places';
import { exact } from './quantities';
import { french } from './terms';
import { speaker } from './words';

type Expected = FunctionSpec['examples'][number]['expected'];

/** The list of the functions, and a page for each, which Excel's own help of functions opens. */
export const functionChapter: Chapter = (writing) => {
  const families = functionHelp(writing.locale, writing.catalogue);
  const pages = families.flatMap((family) =>
    family.functions.map((one) => functionPage(one, family, writing)),
  );
  return [functionList(families, writing), ...pages];
};

function functionList(families: readonly FamilyHelp[], writing: Writing): Draft {
  const { locale, linkFrom } = writing;
  const t = speaker(locale);
  const place = places.functions;
  const link = linkFrom(place);
  const groups = families.map(({ family, label, functions }) => ({
    title: label,
    id: family,
    entries: functions.map((one) => ({
      href: link(places.function(one.id)),
      title: one.name,
      code: one.parameters.map(({ name }) => name).join(locale === 'fr' ? '; ' : ', '),
      note: one.description,
    })),
  }));
  return {
    place,
    title: t('functions'),
    body: [markup`<p class="lead">${texts.lead[locale]}</p>`, filteredList(groups, writing)],
    translated: true,
    filtered: true,
  };
}

const texts = {
  lead: {
    fr: 'Les noms sont les mêmes dans toutes les langues ; seuls changent le séparateur des arguments et la virgule décimale. Aucune fonction ne demande rien à l’extérieur ; un vide n’est jamais un zéro.',
    en: 'The names are the same in every language; only the separator of the arguments and the decimal sign change. No function asks anything outside; a blank is never a zero.',
  },
} as const;

const SYNTAXES = ['fr', 'en'] as const;

function functionPage(help: FunctionHelp, family: FamilyHelp, writing: Writing): Draft {
  const { locale } = writing;
  const t = speaker(locale);
  const spec = functionTable.find(({ id }) => id === help.id);
  const syntaxes = SYNTAXES.map((one) => [one, syntaxOf(help, one)] as const);
  return {
    place: places.function(help.id),
    title: help.name,
    above: [{ place: places.functions, title: t('functions') }],
    translated: true,
    body: [
      markup`<p class="lead">${help.description}</p><p class="note">${family.label}</p>`,
      section(
        t('syntax'),
        syntaxes.map(
          ([one, text]) =>
            markup`<p class="note">${t(one === 'fr' ? 'frenchExcel' : 'englishExcel')}</p><pre tabindex="0">${code(`=${text}`)}</pre>`,
        ),
      ),
      section(t('parameters'), parameters(help, locale)),
      section(t('rules'), markup`<p>${help.help}</p>`),
      section(
        t('examples'),
        spec?.examples.map((example) => exampleOf(spec, example, locale)),
      ),
      spec && failures(spec, writing),
      help.sources.length === 0
        ? undefined
        : section(
            t('sources'),
            markup`<ul>${help.sources.map((one) => markup`<li>${french(one, locale)}</li>`)}</ul>`,
          ),
      related(family, help, writing),
    ],
  };
}

const syntaxOf = (help: FunctionHelp, locale: Locale): string => {
  const names = help.parameters.map((one) => (one.optional ? `[${one.name}]` : one.name));
  return `${help.name}(${names.join(locale === 'fr' ? '; ' : ', ')})`;
};

function parameters({ parameters: all }: FunctionHelp, locale: Locale): Content {
  const t = speaker(locale);
  const rows = all.map((one) => [
    code(one.name),
    one.description,
    [t(one.kind), one.optional ? `, ${t('optional')}` : ''],
  ]);
  return table([t('argument'), t('meaning'), t('kind')], rows);
}

/** A cell as Excel shows it: the general format of the language. */
function shown(value: unknown, locale: Locale): Content {
  if (typeof value === 'number') return exact(Number(value.toPrecision(10)), locale);
  if (typeof value === 'boolean')
    return { fr: ['FAUX', 'VRAI'], en: ['FALSE', 'TRUE'] }[locale][Number(value)] ?? '';
  return value === null || value === undefined ? '' : String(value);
}

/** A call in both syntaxes, and its value: one cell, or the cells it spills over. */
function exampleOf(spec: FunctionSpec, example: FunctionSpec['examples'][number], locale: Locale): Content {
  const t = speaker(locale);
  const { expected, reason } = example;
  return markup`<div class="example">
${SYNTAXES.map((one) => markup`<pre tabindex="0" title="${t(one === 'fr' ? 'frenchExcel' : 'englishExcel')}">${code(exampleCall(spec, example, one))}</pre>`)}
<div class="result"><span>${t('result')}</span> ${resultOf(expected, locale)}</div>
<p class="note">${french(reason, locale)}</p>
</div>
`;
}

function resultOf(expected: Expected, locale: Locale): Content {
  if (!Array.isArray(expected)) return markup`<output>${shown(expected, locale)}</output>`;
  const rows: readonly (readonly unknown[])[] = expected;
  return markup`<div class="wide" tabindex="0"><table class="cells"><tbody>${rows.map(
    (row) => markup`<tr>${row.map((cell) => markup`<td>${shown(cell, locale)}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

const SIGNS = {
  fr: { value: '#VALEUR!', na: '#N/A' },
  en: { value: '#VALUE!', na: '#N/A' },
} as const;

function failures(spec: FunctionSpec, { locale, catalogue }: Writing): Content {
  const t = speaker(locale);
  const rows = failingsOf(spec, catalogue, locale).map((one) => [
    one.when,
    code(SIGNS[locale][one.kind]),
    one.text,
  ]);
  if (rows.length === 0) return undefined;
  return section(t('errors'), [
    markup`<p>${t('errorsLead')}</p>`,
    table([t('when'), t('shows'), t('says')], rows),
  ]);
}

function related({ functions }: FamilyHelp, { id }: FunctionHelp, { locale, linkFrom }: Writing): Content {
  const link = linkFrom(places.function(id));
  const others = functions.filter((one) => one.id !== id);
  return section(
    speaker(locale)('more'),
    markup`<ul>${others.map(
      (one) =>
        markup`<li><a href="${link(places.function(one.id))}">${one.name}</a> – ${one.description}</li>`,
    )}</ul>`,
  );
}
