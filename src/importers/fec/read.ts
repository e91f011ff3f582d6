import {
  forEachRecord,
  LineTooLong,
  openText,
  sampleRecords,
  type ByteChunks,
  type ReadingOptions,
} from '../text';
import type { OpenedText } from '../text';
import { accountMovements } from './account-movements';
import { unbalancedEntries } from './balance';
import { readHeadings, withoutHeadings, type FecColumns } from './columns';
import { baseName, readFileName } from './dates';
import { entryKinds } from './entry-kinds';
import { JournalLines } from './journal-lines';
import { readLine } from './lines';
import type { FecLedger, LineCounts, RejectedLine } from './model';
import { refusal } from './refused';
import { supplierFlows } from './supplier-flows';

export interface FecReadingOptions extends ReadingOptions {
  /** As `<SIREN>FEC<AAAAMMJJ>.txt` if possible: tells the landlord and the closing date. */
  readonly fileName: string;
  /** The landlord's, when it is known otherwise than by the name. */
  readonly siren?: string;
}

/** Lines a file may have above its headings: blank ones, a title. */
const HIGHEST_HEADING = 10;
const MOST_REJECTED_NAMED = 100;
const separators = ['\t', '|', ';', ','].map((one) => one.charCodeAt(0));

interface Layout {
  readonly separator: number;
  readonly columns: FecColumns;
  /** From 1; 0 without headings. */
  readonly headingLine: number;
}

/**
 * Reads an accounting-entry file (FEC) in any of its variants, in one go over its bytes: nothing but numbers is
 * kept. Throws FecRefused, with a sentence for the person, when the file is something else; rejects with the
 * signal's reason when aborted.
 */
export async function readFec(chunks: ByteChunks, options: FecReadingOptions): Promise<FecLedger> {
  const opened = await openText(chunks);
  const fileName = baseName(options.fileName);
  const layout = opened.kind === 'text' ? findLayout(opened) : undefined;
  if (!layout) throw refusal(fileName, opened);
  const lines = new JournalLines();
  const counts = { lines: 0, headings: 0, read: 0, blank: 0, rejected: 0, repaired: 0, rounded: 0 };
  const rejected: RejectedLine[] = [];
  const { separator, columns, headingLine } = layout;
  try {
    counts.lines = await forEachRecord(
      opened,
      { ...options, separator, expected: columns.count },
      (record) => {
        if (record.blank) counts.blank += 1;
        else if (record.line <= headingLine) counts.headings += 1;
        else {
          const line = readLine(record, columns);
          if (typeof line === 'string') {
            counts.rejected += 1;
            if (rejected.length < MOST_REJECTED_NAMED)
              rejected.push({ file: fileName, line: record.line, reason: line });
            return;
          }
          counts.read += 1;
          if (line.repaired) counts.repaired += 1;
          if (line.rounded) counts.rounded += 1;
          lines.add(line, record.line);
        }
      },
    );
  } catch (error) {
    if (error instanceof LineTooLong) throw refusal(fileName, opened);
    throw error;
  }
  if (counts.read === 0) throw refusal(fileName, opened);
  const read = ledger(lines, counts, rejected, fileName, columns.withHeadings);
  return options.siren === undefined ? read : { ...read, siren: options.siren };
}

function findLayout(opened: OpenedText): Layout | undefined {
  let best: { readonly layout: Layout; readonly known: number } | undefined;
  for (const separator of separators) {
    sampleRecords(opened, separator, HIGHEST_HEADING).forEach((fields, at) => {
      const { columns, known, missing } = readHeadings(fields);
      if (missing.length > 0 || known <= (best?.known ?? 0)) return;
      best = { layout: { separator, columns, headingLine: at + 1 }, known };
    });
  }
  return best?.layout ?? layoutWithoutHeadings(opened);
}

function layoutWithoutHeadings(opened: OpenedText): Layout | undefined {
  for (const separator of separators) {
    const first = sampleRecords(opened, separator, HIGHEST_HEADING).find((fields) => fields.length > 1);
    const columns = first && withoutHeadings(first);
    if (columns) return { separator, columns, headingLine: 0 };
  }
  return undefined;
}

function ledger(
  lines: JournalLines,
  counts: LineCounts,
  rejected: readonly RejectedLine[],
  fileName: string,
  withHeadings: boolean,
): FecLedger {
  const kinds = entryKinds(lines);
  let [firstDate, lastDate] = [Infinity, 0];
  for (let entry = 0; entry < lines.entryCount; entry += 1) {
    if (kinds.opening[entry] === 1) continue;
    firstDate = Math.min(firstDate, lines.entryDate.at(entry));
    lastDate = Math.max(lastDate, lines.entryDate.at(entry));
  }
  if (lastDate === 0) lastDate = firstDate = lines.entryDate.at(0);
  const named = readFileName(fileName);
  return {
    files: [fileName],
    siren: named.siren ?? '',
    closing: named.closing ?? lastDate,
    closingKnownBy: named.closing === undefined ? 'entries' : 'name',
    firstDate,
    lastDate,
    withHeadings,
    counts,
    rejected,
    debit: lines.totalDebit,
    credit: lines.totalCredit,
    entries: lines.entryCount,
    numbered: lines.unnumbered === 0,
    unbalanced: unbalancedEntries(lines, fileName),
    opening: {
      knownBy: kinds.openingKnownBy,
      journals: kinds.openingJournals,
      entries: kinds.opening.reduce((sum, one) => sum + one, 0),
    },
    closingEntries: kinds.closing.reduce((sum, one) => sum + one, 0),
    accounts: accountMovements(lines, kinds),
    ...supplierFlows(lines, kinds),
  };
}
