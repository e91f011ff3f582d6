import type { DataPoint } from '../catalogue';
import { dataRows, type SheetBlock } from './blocks';
import { partialTitles, stockOnly } from './derivations';
import type { LineTable } from './lines';
import { yearsIn } from './meaning-words';
import type { MappingRemark, ProposedFact, Proposal, Recipe } from './model';
import type { CommunesOf } from './places';
import type { MappingOptions, RecognisedColumn } from './recognise';
import { plain } from './roles';
import { placeOf, type Source, valueOfSource } from './source';
import type { BlockSubject } from './subject';
import { factorBetween, needsScale, surelyEuros, unitIn } from './units';
import { contentOf, type SheetView } from './view';

/** A block with all that was read off it. */
export interface BlockLook {
  readonly block: SheetBlock;
  readonly columns: readonly RecognisedColumn[];
  readonly lines?: LineTable;
  readonly subject: BlockSubject;
  readonly communes?: CommunesOf;
  /** Why its figures cannot be given by commune, when there is a reason to tell. */
  readonly noCommunes?: string;
}

/** What the finders of proposals share. */
export interface Search {
  readonly options: MappingOptions;
  readonly views: ReadonlyMap<string, SheetView>;
  readonly remarks: MappingRemark[];
}

/** Doubts lower the confidence to at most `atMost`, and say why. */
export interface Doubt {
  readonly atMost: number;
  readonly because: string;
}

/** The heading with the headings above it. */
export const titleOfColumn = ({ group, heading }: RecognisedColumn): string =>
  group === '' ? heading : `${group} › ${heading}`;

/** What brings a figure to the data point's unit, and the doubt when nothing tells its scale. */
export function scaleOf(
  point: DataPoint,
  written: string | undefined,
  look: BlockLook,
  near: RecognisedColumn | undefined,
): { readonly factor: number; readonly unit?: string; readonly doubt?: Doubt } | undefined {
  const texts = [
    near?.heading,
    near?.hint,
    look.lines?.labelColumn.heading,
    ...[...look.block.titles].reverse(),
    look.block.view.name,
  ];
  const unit =
    written ??
    near?.unit ??
    texts
      .map((text) => unitIn(text ?? ''))
      .find((one) => one !== undefined && one !== '%' && factorBetween(one, point.unit) !== undefined);
  if (unit !== undefined) {
    const factor = factorBetween(unit, point.unit);
    return factor === undefined ? undefined : { factor, unit };
  }
  if (!needsScale(point.unit)) return { factor: 1 };
  if (point.unit.startsWith('€') && largestAmount(look) >= surelyEuros) return { factor: 1 };
  const because = point.unit.startsWith('€')
    ? 'rien ne dit si ce sont des euros ou des milliers d’euros'
    : `rien ne dit si c’est en ${point.unit} ou à une autre échelle`;
  return { factor: 1, doubt: { atMost: 0.6, because } };
}

function largestAmount({ columns, lines }: BlockLook): number {
  const amounts = columns.filter(
    ({ meaning, values }) =>
      values.numbers > 0 &&
      (meaning.kind === 'amount' || meaning.kind === 'other_year' || meaning.kind === 'measure'),
  );
  const shown = lines?.valueColumn === undefined ? amounts : [...amounts, lines.valueColumn];
  return Math.max(0, ...shown.map(({ values }) => values.largest));
}

/** What the titles of a block make doubtful: another year, a part of the stock, months added up. */
export function doubtsOf(point: DataPoint, look: BlockLook, heading: string, { options }: Search): Doubt[] {
  const doubts: Doubt[] = [];
  const { block, subject } = look;
  const titles = [block.view.name, ...block.titles];
  const years = titles.flatMap((title) => yearsIn(withoutEarlyDates(title, options.year + 1)));
  if (years.length > 0 && !years.includes(options.year) && !yearsIn(heading).includes(options.year)) {
    doubts.push({ atMost: 0.5, because: `le titre parle de ${years[0]}, pas de ${options.year}` });
  }
  if (stockOnly.test(point.code) && subject.scope === 'part' && !partialTitles.test(plain(heading))) {
    doubts.push({
      atMost: 0.55,
      because: 'le titre annonce une partie du parc seulement, ou autre chose que le parc',
    });
  }
  if (subject.subject === 'operation' && !ofOperations.has(point.theme)) {
    doubts.push({ atMost: 0.5, because: 'ce tableau décrit des opérations, pas l’ensemble du bailleur' });
  }
  return doubts;
}

/** Themes whose figures come from lists of operations: supply, economy, energy, environment, neighbourhoods, finance. */
const ofOperations: ReadonlySet<string> = new Set(['OFF', 'ECO', 'ENE', 'ENV', 'QRT', 'FIN']);

/** « extraction du 14/01/2025 » is about 2024: dates of the first half of the next year do not speak of the year. */
function withoutEarlyDates(title: string, next: number): string {
  return title.replace(new RegExp(`\\b\\d{1,2}[/.-]0?[1-6][/.-]${next}\\b|\\bjanvier ${next}\\b`, 'gi'), ' ');
}

/** Whether the lines of a block are the months of a year: stocks are not added over them. */
export function isMonthly({ block, columns }: BlockLook): boolean {
  const months = /^(janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)/;
  return columns.some(({ column, heading, values }) => {
    if (/^(mois|periode|month)$/.test(plain(heading))) return true;
    if (values.texts < 3 || values.texts < values.filled) return false;
    const rows = dataRows(block).slice(0, 12);
    return rows.every((row) => {
      const content = contentOf(block.view, row, column);
      return content.kind === 'text' && months.test(plain(content.text));
    });
  });
}

interface Draft {
  readonly point: DataPoint;
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
  readonly why: readonly string[];
  readonly source: Source;
  readonly facts?: readonly { readonly territory: string; readonly source: Source }[];
  readonly recipe: Recipe;
}

/** A proposal with its value; none, with a remark, when a cell it reads is in error. */
export function proposalOf(draft: Draft, { options, views, remarks }: Search): Proposal[] {
  const { point, doubts, source, recipe } = draft;
  const value = valueOfSource(source, views);
  const where = placeOf(source);
  if (value === undefined) {
    remarks.push({
      code: 'unusable_cells',
      subject: point.code,
      sheet: recipe.sheet,
      message: `« ${point.label.fr} » : ${where} contient une erreur, une date ou un texte là où un nombre est attendu ; corrigez la cellule pour pouvoir la raccorder.`,
    });
    return [];
  }
  const facts: ProposedFact[] = [];
  for (const one of draft.facts ?? []) {
    const part = valueOfSource(one.source, views);
    if (part !== undefined) facts.push({ ...one, value: part });
  }
  const total = facts.reduce((all, one) => all + one.value, 0);
  const complete = facts.length > 0 && Math.abs(total - value) <= 1e-9 * Math.max(1, Math.abs(value));
  const negative = value < 0 && point.nonnegative;
  const fractional = point.integer && Math.abs(value - Math.round(value)) > 1e-6;
  const all = [
    ...doubts,
    ...(negative ? [{ atMost: 0.3, because: 'la valeur est négative' }] : []),
    ...(fractional ? [{ atMost: 0.5, because: 'un nombre entier est attendu' }] : []),
  ];
  const confidence = Math.min(0.98, draft.confidence, ...all.map(({ atMost }) => atMost));
  return [
    {
      code: point.code,
      label: point.label.fr,
      unit: point.unit,
      year: options.year,
      confidence: Math.round(confidence * 100) / 100,
      where,
      why: [...draft.why, ...all.map(({ because }) => because)],
      source,
      value,
      facts: complete && !point.local ? facts : [],
      recipe,
    },
  ];
}
