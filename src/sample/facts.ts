import type { Catalogue, DataPoint } from '../catalogue';
import type { Book } from './books';
import { type Gap, gapsOf, isWithoutObject } from './gaps';
import { groupBy } from './group';
import type { Region } from './region';
import { type Condition, type Rule, rules, valueOf } from './rules';

/** A number, with the rule and place it comes from if it is computed; or what is written instead. */
export type SampleAnswer = Gap | { readonly value: number; readonly rule?: Rule; readonly place?: Condition };

/** A row of `IMPACT_DONNEES` before it is laid out. */
export interface SampleFact {
  readonly code: string;
  readonly point: DataPoint | undefined;
  /** As written: blank for the campaign's territory. */
  readonly territory: string;
  readonly answer: SampleAnswer;
}

/** Where a landlord gives a figure: the territory as written, and the lines of its files that count there. */
interface Place {
  readonly territory: string;
  readonly condition?: Condition;
}

/** What a landlord that reports by commune gives commune by commune. */
const BY_COMMUNE = /^(nb_lls|nb_individuel|nb_collectif|log_qpv)$/;
const WHOLE_LANDLORD = new Set(['accounts', 'suppliers', 'staff', 'dashboard']);

/** Every figure a landlord gives, in the catalogue's order. */
export function factsOf(book: Book, region: Region, catalogue: Catalogue): SampleFact[] {
  const gaps = gapsOf(book.landlord);
  const facts: SampleFact[] = [];
  for (const point of catalogue.dataPoints.values()) {
    if (point.kind !== 'sum') continue;
    const rule = rules.get(point.code);
    const gap = rule === undefined ? 'ND' : gaps.get(point.code);
    for (const { territory, condition } of placesOf(point, rule, book, region)) {
      if (rule === undefined || gap !== undefined) {
        facts.push({ code: point.code, point, territory, answer: gap ?? 'ND' });
        continue;
      }
      const value = valueOf(rule, book.ledgers, condition);
      const whole = valueOf(rule, book.ledgers);
      const answer: SampleAnswer =
        whole === 0 && isWithoutObject(point.code, book.landlord) ? 'SO' : { value, rule, place: condition };
      facts.push({ code: point.code, point, territory, answer });
    }
  }
  return [...facts, ...nearbyPurchases(book, gaps, catalogue), ...withoutRows(book, gaps)];
}

function placesOf(point: DataPoint, rule: Rule | undefined, book: Book, region: Region): Place[] {
  const { landlord, ledgers } = book;
  const whole = { territory: landlord.reporting === 'blank' ? '' : region.territory };
  const wholeOnly = landlord.reporting === 'blank' || landlord.reporting === 'region';
  // What is local depends on the territory: it is said for the région, and does not add up.
  if (wholeOnly || point.local || rule === undefined) return [whole];
  const departements = landlord.departements.map(({ code }) => ({
    territory: code,
    condition: { column: 'departement', relation: '=' as const, value: Number(code.slice(4)) },
  }));
  const [only] = departements;
  if (WHOLE_LANDLORD.has(rule.ledger)) {
    // All of a landlord of one département is there, whatever its accounts know of places.
    return departements.length === 1 && only !== undefined && landlord.reporting !== 'both'
      ? [{ territory: only.territory }]
      : [whole];
  }
  if (landlord.reporting === 'both') return [whole, ...departements];
  if (landlord.reporting === 'communes' && BY_COMMUNE.test(point.code)) {
    return [...groupBy(ledgers.stock, (row) => row.insee ?? '').keys()].map((value) => ({
      territory: `COM:${value}`,
      condition: { column: 'insee', relation: '=' as const, value },
    }));
  }
  return departements;
}

/** Of a landlord of one département, what it buys there. */
function nearbyPurchases(book: Book, gaps: ReadonlyMap<string, Gap>, catalogue: Catalogue): SampleFact[] {
  const { landlord, ledgers } = book;
  const [only, ...others] = landlord.departements;
  const code = 'achats_locaux';
  if (only === undefined || others.length > 0 || landlord.reporting !== 'departements' || gaps.has(code))
    return [];
  const value = Number(only.code.slice(4));
  const rule: Rule = {
    code,
    ledger: 'suppliers',
    terms: [{ column: 'montant', where: [{ column: 'departement', relation: '=', value }] }],
  };
  const answer = { value: valueOf(rule, ledgers), rule };
  return [{ code, point: catalogue.dataPoints.get(code), territory: only.code, answer }];
}

/** Tables and lists without a row say why. */
function withoutRows({ landlord, ledgers }: Book, gaps: ReadonlyMap<string, Gap>): SampleFact[] {
  const none = { point: undefined, territory: '' };
  const facts: SampleFact[] = [];
  if (landlord.habits.has('noRentTable')) facts.push({ ...none, code: 'IMPACT_LOYERS', answer: 'ND' });
  if (gaps.has('fournisseurs')) facts.push({ ...none, code: 'fournisseurs', answer: 'ND' });
  if (!ledgers.operations.some((row) => row.surfaceTravaux !== undefined)) {
    facts.push({ ...none, code: 'IMPACT_TRAVAUX', answer: { value: 0 } });
  }
  return facts;
}
