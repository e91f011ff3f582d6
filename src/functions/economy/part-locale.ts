import { formatQuantity } from '../../formula';
import type { Call } from '../arguments/call';
import { isBlank, textIn } from '../arguments/cell';
import { type Grid, requireSameSize } from '../arguments/grid';
import { readSeries } from '../arguments/series';
import { zeroTotal } from '../arguments/sums';
import { territoryIn } from '../indicators/place';
import { measureParameter } from './emplois';
import { type Measure, measures } from '../indicators/pick';
import { FunctionFailure, unknown, wrong } from '../failure';
import type { FunctionSpec } from '../model';
import { bareCode } from '../places/commune-code';
import { kindOfCodes, Locator, type Side } from './locate';

export const PART_LOCALE: FunctionSpec = {
  id: 'PART_LOCALE',
  family: 'economy',
  description: {
    fr: 'Part des achats faite dans un territoire, parmi les achats localisés.',
    en: 'Share of purchases made in a territory, among those whose place is known.',
  },
  parameters: [
    {
      name: 'montants',
      description: { fr: 'Montants, en €, un par ligne', en: 'Amounts, in €, one a row' },
      kind: 'range',
    },
    {
      name: 'codes',
      description: {
        fr: 'Codes postaux ou Insee des fournisseurs ; ou leurs SIRET, avec « fournisseurs »',
        en: 'Postal or INSEE codes of the suppliers; or their SIRET, with "fournisseurs"',
      },
      kind: 'range',
    },
    {
      name: 'territoire',
      description: {
        fr: 'Code du territoire, par exemple DEP:14 ou EPCI:200065597',
        en: 'Code of the territory, for example DEP:14 or EPCI:200065597',
      },
      kind: 'cell',
    },
    {
      name: 'type',
      description: {
        fr: 'postal ou insee ; sinon déduit de la colonne entière',
        en: 'postal or insee; else inferred from the whole column',
      },
      kind: 'cell',
      optional: true,
    },
    {
      name: 'fournisseurs',
      description: {
        fr: 'Pour des SIRET : deux colonnes, SIRET ou SIREN, puis code postal ou Insee',
        en: 'For SIRET: two columns, SIRET or SIREN, then postal or INSEE code',
      },
      kind: 'range',
      optional: true,
    },
    measureParameter,
  ],
  result: 'cell',
  help: {
    fr: 'Montants dans le territoire, divisés par les montants localisés ; une ligne sans montant ou sans code ne compte pas. Un code postal peut couvrir des communes des deux côtés de la limite : #N/A donne alors les deux bornes (bas, haut) et les codes à préciser. Un CEDEX compte pour son département. Pour l’étranger, écrivez ETRANGER. Un SIRET seul ne dit pas où est le fournisseur : donnez la table des fournisseurs.',
    en: 'Amounts in the territory, over the amounts whose place is known; a row without an amount or a code does not count. A postal code may serve communes on both sides of the border: #N/A then gives both bounds (bas, haut) and the codes to make precise. A CEDEX counts for its département. For other countries write ETRANGER. A SIRET alone does not tell where the supplier is: give the table of suppliers.',
  },
  references: ['utopies_2016'],
  examples: [
    {
      given: [[[600], [300], [100], [50]], [['14118'], ['50129'], ['14118'], [null]], 'DEP:14', 'insee'],
      expected: 0.7,
      reason: '(600 + 100) / (600 + 300 + 100) ; la dernière ligne n’est pas localisée',
    },
    {
      given: [[[750], [250]], [[14000], [75001]], 'REG:28', 'postal'],
      expected: 0.75,
      reason: 'Caen est en Normandie, Paris non : 750 / 1 000',
    },
  ],
  run(call) {
    const grid = call.grid('montants');
    const codes = call.grid('codes');
    requireSameSize(grid, codes);
    const territory = territoryIn(call.required('territoire', 'DEP:14'));
    if (territory === undefined || territory.startsWith('ZONE:'))
      throw wrong(
        '« territoire » doit être un code comme DEP:14, EPCI:200065597 ou COM:14118.',
        '"territoire" must be a code such as DEP:14, EPCI:200065597 or COM:14118.',
      );
    const measure = call.choice<Measure>('mesure', measures);
    const { columns, length, skipped } = readSeries({ grid });
    const places = placesOf(call, codes, skipped, length);
    const locator = new Locator(
      territory,
      call.chosen('type', ['insee', 'postal'] as const) ?? kindOfCodes(distinct(places)),
    );
    const sums = { inside: 0, outside: 0, astride: 0 };
    const doubtful = new Set<string>();
    let located = 0;
    columns[0]?.forEach((amount, at) => {
      const code = places[at] ?? '';
      if (Number.isNaN(amount) || code === '') return;
      const side = locator.sideOf(code);
      if (side === undefined) throw notACode(codes, at, skipped, code);
      sums[side] += amount;
      located++;
      if (side === 'astride') doubtful.add(code);
    });
    if (located === 0)
      throw unknown(
        'Aucun montant n’est localisé : remplissez les codes en face des montants, ou complétez « fournisseurs ».',
        'No amount has a known place: fill in the codes beside the amounts, or complete "fournisseurs".',
      );
    return share(sums, measure, doubtful);
  },
};

function share(
  { inside, outside, astride }: Readonly<Record<Side, number>>,
  measure: Measure,
  doubtful: ReadonlySet<string>,
): number {
  const total = inside + outside + astride;
  if (total === 0) throw zeroTotal('montants');
  const ends = [inside / total, (inside + astride) / total];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (measure !== 'valeur') return measure === 'bas' ? low : high;
  if (doubtful.size === 0) return inside / total;
  const some = [...doubtful].slice(0, 5).join(', ') + (doubtful.size > 5 ? ' …' : '');
  const percent = (value: number, locale: 'fr' | 'en') => formatQuantity(value, '%', { locale, decimals: 1 });
  throw unknown(
    `Entre ${percent(low, 'fr')} et ${percent(high, 'fr')} : des codes postaux couvrent des communes dedans et dehors (${some}). Donnez leur code Insee, ou demandez « bas » ou « haut ».`,
    `Between ${percent(low, 'en')} and ${percent(high, 'en')}: some postal codes serve communes inside and outside (${some}). Give their INSEE code, or ask for "bas" or "haut".`,
  );
}

/** The bare codes row by row, empty where the place is not known; SIRET are looked up among the suppliers. */
function placesOf(call: Call, codes: Grid, skipped: number, length: number): string[] {
  const written = Array.from({ length }, (_, at) => {
    const [row, column] = [Math.floor(at / codes.columnCount) + skipped, at % codes.columnCount];
    const error = codes.errorAt(row, column);
    if (error) throw error;
    const value = codes.at(row, column);
    return isBlank(value) || value === 0 ? '' : bareCode(value);
  });
  const suppliers = call.range('fournisseurs');
  const companies = written.filter((code) => /^\d{9}$|^\d{13,14}$/.test(code)).length;
  if (!suppliers) {
    if (companies === 0) return written;
    throw new FunctionFailure('na', {
      fr: 'Un SIRET ne dit pas où se trouve le fournisseur : donnez dans « fournisseurs » deux colonnes, SIRET ou SIREN puis code postal ou Insee.',
      en: 'A SIRET does not tell where the supplier is: give in "fournisseurs" two columns, SIRET or SIREN then postal or INSEE code.',
    });
  }
  const known = supplierCodes(suppliers);
  return written.map((code) => known.get(code) ?? known.get(code.padStart(14, '0').slice(0, 9)) ?? '');
}

/** Codes by SIRET, and by SIREN where a company is written so. */
function supplierCodes(grid: Grid): ReadonlyMap<string, string> {
  if (grid.columnCount < 2)
    throw wrong(
      '« fournisseurs » doit avoir deux colonnes : SIRET ou SIREN, puis code postal ou Insee.',
      '"fournisseurs" must have two columns: SIRET or SIREN, then postal or INSEE code.',
    );
  const codes = new Map<string, string>();
  for (let row = 0; row < grid.usedRows; row++) {
    const [company, place] = [textIn(grid.at(row, 0)).replace(/\s+/gu, ''), bareCode(grid.at(row, 1))];
    if (/^\d+$/.test(company) && place !== '')
      codes.set(company.length === 13 ? `0${company}` : company, place);
  }
  return codes;
}

const distinct = (codes: readonly string[]): ReadonlySet<string> =>
  new Set(codes.filter((one) => one !== ''));

function notACode(codes: Grid, at: number, skipped: number, code: string): FunctionFailure {
  const { fr, en } = codes.place(Math.floor(at / codes.columnCount) + skipped, at % codes.columnCount);
  return wrong(
    `${fr} : « ${code} » n’est pas un code connu. Corrigez-le, effacez-le si le lieu est inconnu, ou écrivez ETRANGER.`,
    `${en}: "${code}" is not a known code. Correct it, clear it if the place is unknown, or write ETRANGER.`,
  );
}
