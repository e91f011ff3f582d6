import type { Catalogue } from '../catalogue';
import type { WorkbookModel } from '../xlsx';
import { type Book, buildBooks } from './books';
import { type SampleFact, factsOf } from './facts';
import { isSpoilt, withMistakes } from './mistakes';
import { normandie } from './normandie';
import { perimeterCsv, referencesCsv } from './csv';
import type { Region } from './region';
import { rules, valueOf } from './rules';
import { contributionWorkbook, sendingOf } from './workbook/contribution';

/** A file of a sample: a workbook to write, or a text. */
export interface SampleFile {
  /** Below the folder chosen, parts separated by `/`. */
  readonly path: string;
  readonly content: WorkbookModel | string;
}

const regions: readonly Region[] = [normandie];

/** The sample regions there are. */
export function sampleNames(): string[] {
  return regions.map(({ name }) => name);
}

/**
 * The files of a fictitious region: a workbook a landlord (two for the one that sent it twice), the
 * perimeter, the reference figures, and a text that says what to try. The same at every call.
 * Throws a RangeError, in French, when there is no such region.
 */
export function sampleRegion(name: string, catalogue: Catalogue): { files: SampleFile[] } {
  const region = regions.find((one) => one.name === name);
  if (region === undefined) {
    throw new RangeError(
      `« ${name} » n’est pas une région d’exemple : choisissez ${sampleNames().join(', ')}.`,
    );
  }
  const books = buildBooks(region);
  return {
    files: [
      { path: 'LISEZMOI.txt', content: region.readme },
      { path: 'perimetre.csv', content: perimeterCsv(books, region) },
      { path: 'references.csv', content: referencesCsv(region) },
      ...books.flatMap((book) => contributionsOf(book, region, catalogue)),
    ],
  };
}

function contributionsOf(book: Book, region: Region, catalogue: Catalogue): SampleFile[] {
  const { landlord } = book;
  const facts = factsOf(book, region, catalogue);
  const sending = sendingOf(landlord, region.year);
  const path = `contributions/${landlord.slug}`;
  if (landlord.habits.has('mistaken')) {
    const workbook = contributionWorkbook(book, facts.map(answered(book)), region, catalogue, sending);
    return [{ path: `${path}.xlsx`, content: withMistakes(workbook) }];
  }
  const workbook = contributionWorkbook(book, facts, region, catalogue, sending);
  if (!landlord.habits.has('twice')) return [{ path: `${path}.xlsx`, content: workbook }];
  const earlier = { ...sending, status: 'transmis' as const, sentAt: daysBefore(sending.sentAt, 47) };
  const draft = contributionWorkbook(book, facts.map(underestimated), region, catalogue, earlier);
  return [
    { path: `${path}-v1.xlsx`, content: draft },
    { path: `${path}-v2.xlsx`, content: workbook },
  ];
}

/** A figure that a mistake will spoil is a number first: `ND` cannot have a wrong unit. */
const answered =
  ({ ledgers }: Book) =>
  (fact: SampleFact): SampleFact => {
    const rule = rules.get(fact.code);
    if (rule === undefined || typeof fact.answer !== 'string' || !isSpoilt(fact)) return fact;
    return { ...fact, answer: { value: valueOf(rule, ledgers), rule } };
  };

/** The first sending lacked what was not known yet. */
function underestimated(fact: SampleFact): SampleFact {
  return /^(ges_|conso_|rep_|questionnaires)/.test(fact.code) ? { ...fact, answer: 'ND' } : fact;
}

function daysBefore(date: Date, days: number): Date {
  return new Date(date.getTime() - days * 86_400_000);
}
