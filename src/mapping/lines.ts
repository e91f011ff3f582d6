import { dataRows, type SheetBlock } from './blocks';
import { type Candidate, lexiconOf } from './lexicon';
import { isForecast, isRatio, isTotal, yearOf } from './meaning-words';
import { fitsHeading, leastScore, type MappingOptions, type RecognisedColumn, sureness } from './recognise';
import { plain } from './roles';
import { unitIn } from './units';
import { contentOf, textOf } from './view';
import { wordsOf } from './wording';

/** A line that says itself what its amount is: « Taxe foncière | 1 234 567 ». */
export interface RecognisedLine {
  readonly row: number;
  readonly label: string;
  readonly labelColumn: number;
  /** Where its amount for the reporting year is; undefined when no column can be told. */
  readonly valueColumn?: number;
  /** Best first; none when the line is nothing we know, a ratio or a total. */
  readonly candidates: readonly Candidate[];
  readonly confidence: number;
  /** The unit said on the line, by its column, or by the unit column. */
  readonly unit?: string;
}

/** The lines of a block whose labels name data points, and the column that holds the labels and the amounts. */
export interface LineTable {
  readonly labelColumn: RecognisedColumn;
  readonly valueColumn?: RecognisedColumn;
  readonly lines: readonly RecognisedLine[];
  /** Why no column of amounts could be told, when there are several. */
  readonly unclear?: string;
}

const mostLines = 1500;

/** Reads a block line by line; undefined when it has no labels. */
export function recogniseLines(
  block: SheetBlock,
  columns: readonly RecognisedColumn[],
  options: MappingOptions,
): LineTable | undefined {
  const labels = labelColumnOf(columns);
  // More lines than a person would name one by one: a list, not a statement.
  if (labels === undefined || dataRows(block).length > mostLines) return undefined;
  const choice = valueColumnOf(columns, labels, options);
  const units = columns.find(({ meaning }) => meaning.kind === 'role' && meaning.role === 'unit');
  const lexicon = lexiconOf(options.catalogue);
  const context = /^(libell|indicat|rubri|poste|intitul|donn|designation|nature|categorie)/.test(
    plain(labels.heading),
  )
    ? ''
    : labels.heading;
  const lines = [...dataRows(block), ...block.totals].flatMap((row): RecognisedLine[] => {
    const label = textOf(block.view, row, labels.column).replace(/\s*:$/, '');
    if (label === '' || contentOf(block.view, row, labels.column).kind !== 'text') return [];
    const unitCell = units === undefined ? '' : textOf(block.view, row, units.column);
    const unit = unitIn(label) ?? unitIn(unitCell);
    const year = yearOf(label.replace(/31[/.]12[/.]?/, ''), options.year);
    const wrongYear = year !== undefined && year !== options.year;
    const barred = block.totals.includes(row) || unit === '%' || wrongYear;
    const candidates = barred
      ? totalsOf(block, row, label, choice.column)
      : lexicon
          .match(label, context)
          .filter((one) => one.score >= 0.5 && fitsHeading(wordsOf(label), unit, one));
    return [
      {
        row,
        label,
        labelColumn: labels.column,
        candidates,
        confidence: (candidates[0]?.score ?? 0) >= leastScore ? sureness(candidates) : 0,
        ...(choice.column === undefined ? {} : { valueColumn: choice.column.column }),
        ...(unit === undefined ? {} : { unit }),
      },
    ];
  });
  return {
    labelColumn: labels,
    lines,
    ...(choice.column === undefined ? {} : { valueColumn: choice.column }),
    ...(choice.unclear === undefined ? {} : { unclear: choice.unclear }),
  };
}

/** A total has the meaning of its column, where that is a data point; it never gives a proposal of its own. */
function totalsOf(
  block: SheetBlock,
  row: number,
  label: string,
  column: RecognisedColumn | undefined,
): readonly Candidate[] {
  const bare = isTotal(label) && wordsOf(label).every((word) => word === 'total' || word === 'general');
  return bare && block.totals.includes(row) && column?.meaning.kind === 'measure'
    ? column.meaning.candidates
    : [];
}

/** The first column of texts that are not codes or answers; a heading that says « Libellé » comes before. */
function labelColumnOf(columns: readonly RecognisedColumn[]): RecognisedColumn | undefined {
  const texts = columns.filter(
    ({ values, meaning }) =>
      values.texts >= Math.max(1, 0.6 * values.filled) &&
      (meaning.kind !== 'role' || ['dpe', 'energy', 'operation_nature', 'gender'].includes(meaning.role)),
  );
  const named = texts.find(({ heading }) =>
    /^(libell|indicat|rubri|poste|intitul|donnee)/.test(plain(heading)),
  );
  return named ?? texts[0];
}

/** The column of the amounts: that of the year, else the total of parts, else the only one. */
function valueColumnOf(
  columns: readonly RecognisedColumn[],
  labels: RecognisedColumn,
  options: MappingOptions,
): { readonly column?: RecognisedColumn; readonly unclear?: string } {
  const amounts = columns.filter(
    ({ column, values, meaning, heading }) =>
      column > labels.column &&
      values.numbers > 0 &&
      meaning.kind !== 'role' &&
      meaning.kind !== 'other_year' &&
      !isForecast(wordsOf(heading)) &&
      !isRatio(heading, wordsOf(heading)),
  );
  const dated = columns.some(({ meaning }) => meaning.kind === 'other_year');
  const ofYear = amounts.filter(
    ({ heading, group }) => yearOf(`${group} ${heading}`, options.year) === options.year,
  );
  const total = amounts.filter(({ heading }) => isTotal(heading));
  for (const some of [
    ofYear,
    dated ? [] : total,
    dated ? [] : amounts.filter(({ meaning }) => meaning.kind === 'amount'),
  ]) {
    const [one] = some;
    if (one !== undefined && some.length === 1) return { column: one };
  }
  const [only] = amounts;
  if (only !== undefined && amounts.length === 1 && !dated) return { column: only };
  if (dated && ofYear.length === 0) return { unclear: `aucune colonne de l’année ${options.year}` };
  return amounts.length > 1
    ? { unclear: 'plusieurs colonnes de montants, aucune ne dit l’année ni le total' }
    : {};
}
