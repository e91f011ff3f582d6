import { tableNames } from '../../contribution';
import { type CellModel, figureFormat } from '../../xlsx';
import type { SampleFact } from '../facts';
import type { Profile } from '../profile';
import { chanceOf } from '../random';
import type { Block } from './blocks';
import { type OwnSheet, formulaOf } from './own-sheet';

/** Orders of columns and writings of the headings that people use. */
const orders: readonly (readonly string[])[] = [
  ['code', 'libelle', 'annee', 'territoire', 'valeur', 'unite', 'source', 'commentaire'],
  ['Code', 'Année', 'Territoire', 'Valeur', 'Unité', 'Libellé', 'Commentaire'],
  ['ANNEE', 'TERRITOIRE', 'CODE', 'LIBELLE', 'UNITE', 'VALEUR', 'SOURCE'],
  ['Code', 'Libellé', 'Territoire', 'Année', 'Valeur', 'Commentaire'],
];

/** Themes whose figures the person who types them writes as text. */
const TYPED_THEMES = new Set(['SRV', 'AUT']);
const THOUSANDS_THEME = 'FIN';

const plain = (heading: string): string => heading.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** `IMPACT_DONNEES`: each figure a formula into the landlord's own sheets where it has the sheet, else typed. */
export function factsBlock(
  facts: readonly SampleFact[],
  landlord: Profile,
  year: number,
  sheets: readonly OwnSheet[],
): Block {
  const headings = orders[landlord.manner % orders.length] ?? [];
  // Without a column for the unit, thousands cannot be told from euros: such a person gives euros.
  const hasUnit = headings.some((heading) => plain(heading) === 'unite');
  return {
    table: tableNames.facts,
    headings,
    rows: facts.map((fact) => {
      const cells = cellsOf(fact, landlord, sheets, hasUnit);
      const all: Readonly<Record<string, CellModel | undefined>> = { ...cells, annee: { value: year } };
      return headings.map((heading) => all[plain(heading)]);
    }),
  };
}

function cellsOf(
  { code, point, territory, answer }: SampleFact,
  landlord: Profile,
  sheets: readonly OwnSheet[],
  hasUnit: boolean,
): Record<string, CellModel | undefined> {
  const base: Record<string, CellModel | undefined> = {
    code: { value: code },
    libelle: point === undefined ? undefined : { value: point.label.fr },
    territoire: territory === '' ? undefined : { value: territory },
    unite: point === undefined ? undefined : { value: point.unit },
  };
  if (answer === 'blank') return base;
  if (answer === 'ND') {
    const reason = chanceOf(`reason ${landlord.slug} ${code}`).pick(REASONS);
    return {
      ...base,
      valeur: { value: landlord.manner % 5 === 1 ? 'nd' : 'ND' },
      commentaire: { value: reason },
    };
  }
  if (answer === 'SO') return { ...base, valeur: { value: 'SO' } };
  const { rule, value, place } = answer;
  const sheet = sheets.find((one) => one.ledger === rule?.ledger);
  const thousands =
    hasUnit && landlord.habits.has('thousands') && point?.theme === THOUSANDS_THEME && point.unit === '€';
  const shown = thousands ? value / 1000 : value;
  if (thousands) base.unite = { value: 'k€' };
  const style = { format: figureFormat(thousands ? 'k€' : (point?.unit ?? '')) };
  if (rule === undefined || sheet === undefined) {
    const typed = landlord.habits.has('typed') && TYPED_THEMES.has(point?.theme ?? '');
    const cell = typed ? { value: french(value) } : { value: shown, style };
    return { ...base, valeur: cell, source: { value: SOURCES[landlord.manner % SOURCES.length] ?? '' } };
  }
  const formula = formulaOf(rule, sheet, place);
  return {
    ...base,
    valeur: {
      formula: thousands ? `(${formula})/1000` : formula,
      value: shown,
      style,
    },
    source: { value: `Feuille ${sheet.sheet.name}` },
  };
}

const REASONS = [
  'Donnée non suivie',
  'En cours de fiabilisation',
  'Logiciel en cours de changement',
  'Non demandé',
];
const SOURCES = ['Logiciel de gestion', 'Rapport annuel', 'Saisie du service', 'Extraction'];

/** `1 234,5`, with the no-break spaces that Excel and people put between thousands. */
function french(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
