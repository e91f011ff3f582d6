import { dataRows, type SheetBlock } from './blocks';
import { partialTitles, type Subject, wholeTitles } from './derivations';
import type { RecognisedColumn } from './recognise';
import { plain, type Role } from './roles';
import { contentOf } from './view';

/** What a line of a block stands for, which column tells the lines apart, and whether they are the whole stock. */
export interface BlockSubject {
  readonly subject: Subject;
  /** The column counted when lines are counted. */
  readonly key?: RecognisedColumn;
  /** `part`: the title speaks of sales, works, requests; `whole`: of the stock. */
  readonly scope: 'whole' | 'part' | 'unknown';
}

/** Reads the subject of a block off its columns and titles. */
export function subjectOf(block: SheetBlock, columns: readonly RecognisedColumn[]): BlockSubject {
  const has = (role: Role): boolean =>
    columns.some(({ meaning }) => meaning.kind === 'role' && meaning.role === role);
  const measures = new Set(
    columns
      .flatMap(({ meaning }) => (meaning.kind === 'measure' ? meaning.candidates.slice(0, 1) : []))
      .map(({ point }) => point.code),
  );
  const headings = plain(columns.map(({ heading }) => heading).join(' | '));
  const titles = plain(
    [block.view.name, block.table?.name ?? '', ...block.titles].join(' | ').replace(/_/g, ' '),
  );
  const scope = partialTitles.test(titles) ? 'part' : wholeTitles.test(titles) ? 'whole' : 'unknown';
  const key = keyColumn(block, columns);
  const at = (subject: Subject): BlockSubject => ({ subject, scope, ...(key === undefined ? {} : { key }) });
  if (has('operation_nature') || /\boperation\b|prix de revient|\bchantier\b/.test(headings))
    return at('operation');
  if (has('contract') || (has('gender') && /matricule|prenom|embauche|salarie/.test(headings)))
    return at('employee');
  if (/fournisseur|raison sociale/.test(`${headings} ${titles}`) || measures.has('achats_total'))
    return at('supplier');
  if (measures.has('nb_lls')) return at('other');
  const signs = [
    has('typology'),
    has('dpe'),
    has('occupancy'),
    has('dwelling_kind'),
    oneDwellingEach(columns),
  ];
  return at(signs.filter(Boolean).length >= 2 ? 'dwelling' : 'other');
}

/** Whether areas are those of single dwellings, not of buildings. */
function oneDwellingEach(columns: readonly RecognisedColumn[]): boolean {
  return columns.some(
    ({ meaning, values }) =>
      meaning.kind === 'measure' &&
      meaning.candidates[0]?.point.code === 'surface_totale' &&
      values.numbers > 0 &&
      values.largest <= 300,
  );
}

/** The first column filled on every line with values all different. */
function keyColumn(block: SheetBlock, columns: readonly RecognisedColumn[]): RecognisedColumn | undefined {
  const count = dataRows(block).length;
  return columns.find(
    ({ values }) => count > 0 && values.filled === count && values.distinct === count && values.others === 0,
  );
}

/** The values of a column, each once, as written. */
export function distinctValues(block: SheetBlock, column: number): ReadonlyMap<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const row of dataRows(block)) {
    const content = contentOf(block.view, row, column);
    const value =
      content.kind === 'text' ? content.text : content.kind === 'number' ? content.number : undefined;
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
