import type { Indicator } from '../catalogue';
import { formatQuantity, leavesOf, type Leaf, type Locale } from '../formula';
import { functionTable, NAMESPACE } from '../functions';
import { code, markup, type Content } from './markup';
import type { Link } from './page';
import { places } from './places';

/** The argument of INDICATEUR that a leaf of a formula is read from; its data points always are. */
function argumentOf(leaf: Leaf): string {
  if (leaf.kind === 'rows') return leaf.table;
  if (leaf.kind === 'distinct') return 'listes';
  return leaf.kind === 'reference' ? 'references' : 'donnees';
}

const whole = { fr: '[#Tout]', en: '[#All]' } as const;

/** What each argument is given in the workbook of a landlord; the references stand where the person has put them. */
function tablesIn(locale: Locale): Readonly<Record<string, string>> {
  return {
    donnees: `IMPACT_DONNEES${whole[locale]}`,
    loyers: `IMPACT_LOYERS${whole[locale]}`,
    travaux: `IMPACT_TRAVAUX${whole[locale]}`,
    listes: `IMPACT_LISTES${whole[locale]}`,
    references: 'References!A1:D40',
  };
}

const texts = {
  quality: {
    fr: 'Cet indicateur dit la qualité d’une consolidation : le classeur régional le donne, une cellule d’un bailleur ne peut pas le calculer.',
    en: 'This indicator tells the quality of a consolidation: the regional workbook gives it, a cell of a landlord cannot compute it.',
  },
  references: {
    fr: 'References!A1:D40 : la plage où vous avez mis les références du territoire, avec les titres code, annee, territoire, valeur.',
    en: 'References!A1:D40: the range where you have put the reference figures of the territory, with the headings code, annee, territoire, valeur.',
  },
  share: {
    fr: 'Une part est une fraction : 0,403 veut dire {share}. Donnez à la cellule le format Pourcentage.',
    en: 'A share is a fraction: 0.403 means {share}. Give the cell the Percentage format.',
  },
} as const;

/** How a cell asks for an indicator, with the tables that it needs and no other. */
export function inExcel(
  { code: asked, consolidation, inlined, unit }: Indicator,
  locale: Locale,
  link: Link,
): Content {
  if (consolidation === 'quality') return markup`<p>${texts.quality[locale]}</p>`;
  const needed = new Set(['donnees', ...leavesOf(inlined).map(argumentOf)]);
  const parameters = functionTable.find(({ id }) => id === 'INDICATEUR')?.parameters ?? [];
  const given = parameters
    .slice(1)
    .map(({ name }) => (needed.has(name) ? (tablesIn(locale)[name] ?? '') : ''));
  const last = given.findLastIndex((one) => one !== '');
  const separator = locale === 'fr' ? '; ' : ', ';
  const call = `=${NAMESPACE}.INDICATEUR(${[`"${asked}"`, ...given.slice(0, last + 1)].join(separator)})`;
  const page = (id: string) => markup`<a href="${link(places.function(id))}">${NAMESPACE}.${id}</a>`;
  return [
    markup`<pre tabindex="0">${code(call)}</pre>`,
    needed.has('references') ? markup`<p class="note">${texts.references[locale]}</p>` : undefined,
    unit === '%'
      ? markup`<p class="note">${texts.share[locale].replace('{share}', formatQuantity(0.403, '%', { locale }))}</p>`
      : undefined,
    markup`<p>${page('INDICATEUR')} · ${page('INDICATEURS')} · ${page('EXPLIQUER')}</p>`,
  ];
}
