import {
  absolute,
  area,
  cell,
  columnName,
  Grid,
  palette,
  quoteSheetName,
  styles,
  type CellModel,
  type SheetModel,
} from '../../../xlsx';
import type { Locale } from '../../../formula';
import { type StudyDocument, type Value, valuesOf } from '../../document';
import { placeName } from '../../language/places';
import { studyFormat } from '../chart';

const words = {
  fr: {
    sheet: 'Données',
    title: 'Chiffres de l’étude',
    live: 'Les autres feuilles montrent ces valeurs : modifiez-en une, elles suivent.',
    headings: ['Code', 'Code territoire', 'Territoire', 'Année', 'Valeur', 'Unité', 'Origine', 'Note'],
    origins: { consolidation: 'consolidation', target: 'cible', entered: 'saisi', computed: 'calculé' },
  },
  en: {
    sheet: 'Data',
    title: 'Figures of the study',
    live: 'The other sheets show these values: change one, they follow.',
    headings: ['Code', 'Territory code', 'Territory', 'Year', 'Value', 'Unit', 'Origin', 'Note'],
    origins: { consolidation: 'consolidation', target: 'target', entered: 'entered', computed: 'computed' },
  },
} as const;

/** Among other people's sheets its name says whose data it holds. */
export const dataSheetName = (locale: Locale, alone: boolean): string =>
  alone ? words[locale].sheet : words[locale].title;
const VALUE_COLUMN = 4;
const HEADING_ROW = 2;

const keyOf = ({ code, territory, year, origin }: Value): string => `${origin} ${code} ${territory} ${year}`;

/** Every number of the study, once: the sheets of the report are formulas on this table. */
export class StudyFigures {
  private readonly values: readonly Value[];
  private readonly rowOf: ReadonlyMap<string, number>;

  constructor(
    private readonly study: StudyDocument,
    /** Its sheet and its table. */
    private readonly name: string,
    private readonly table = 'ETUDE_DONNEES',
  ) {
    const known = new Map<string, Value>();
    const add = (one: Value): void => {
      // What a number is computed from stands above it.
      if (one.of) [one.of.first, one.of.second].forEach(add);
      if (!known.has(keyOf(one))) known.set(keyOf(one), one);
    };
    valuesOf(study).forEach(add);
    this.values = [...known.values()];
    this.rowOf = new Map([...known.keys()].map((key, at) => [key, HEADING_ROW + 1 + at]));
  }

  /** A cell that shows a value: a live formula with the marks of its notes behind, or why there is none. */
  cell(value: Value, style: CellModel['style'] = {}): CellModel {
    if (value.value === null) return cell(value.text + value.marks, { ...style, align: 'right' });
    const marks = value.marks === '' ? '' : `"${value.marks}"`;
    return {
      value: value.value,
      formula: this.address(value, this.name),
      style: { ...style, format: marked(formatOf(value), marks) },
    };
  }

  private address(value: Value, sheet?: string): string {
    return absolute(this.rowOf.get(keyOf(value)) ?? 0, VALUE_COLUMN, sheet);
  }

  /** What a computed number is made of, live. */
  private formula({ of }: Value): { readonly formula?: string } {
    if (!of || of.first.value === null || of.second.value === null) return {};
    const [first, second] = [this.address(of.first), this.address(of.second)];
    const formulas = {
      minus: `${first}-${second}`,
      growth: `${first}/${second}-1`,
      rate: `${first}/${second}`,
    };
    return { formula: formulas[of.how] };
  }

  sheet(footer: string): SheetModel {
    const { title, live, headings, origins } = words[this.study.locale];
    const grid = new Grid();
    grid.add([cell(title, styles.title)], 28);
    grid.add([cell(live, { ...styles.note, wrap: false })]);
    grid.add(headings.map((text) => cell(text, styles.heading)));
    for (const one of this.values) {
      const why = one.value === null ? one.text : '';
      grid.add([
        cell(one.code, styles.muted),
        cell(one.territory, styles.muted),
        cell(placeName(one.territory), styles.muted),
        cell(one.year, { ...styles.center, format: '0' }),
        { ...cell(one.value, { ...styles.number, format: formatOf(one) }), ...this.formula(one) },
        cell(one.unit, styles.unit),
        cell(origins[one.origin], styles.unit),
        cell([why, ...this.notesOf(one)].filter((text) => text !== '').join(' '), styles.muted),
      ]);
    }
    const last = Math.max(grid.next - 1, HEADING_ROW + 1);
    const longest = Math.min(60, Math.max(10, ...this.values.map(({ code }) => code.length)));
    return {
      name: this.name,
      columns: [longest, 14, 24, 8, 18, 18, 15, 44].map((width) => ({ width })),
      rows: grid.rows(),
      tables: [
        {
          name: this.table,
          ref: area(HEADING_ROW, 0, last, headings.length - 1),
          columns: [...headings],
          style: 'TableStyleLight1',
        },
      ],
      freeze: { rows: HEADING_ROW + 1, columns: 1 },
      print: {
        landscape: true,
        fitToWidth: true,
        repeatRows: `${HEADING_ROW + 1}:${HEADING_ROW + 1}`,
        footer,
      },
      gridLines: false,
      tabColor: palette.muted,
    };
  }

  /** What the marks of a value mean, in a few words. */
  private notesOf(value: Value): string[] {
    const chapter = this.study.chapters.find((one) =>
      valuesOf({ ...this.study, chapters: [one] }).includes(value),
    );
    return value.marks
      .split('˒')
      .flatMap((mark) => chapter?.notes.find((note) => mark !== '' && note.mark === mark) ?? [])
      .map(({ text }) => text.replace(/^\S+ /, '').split(' : ')[0] ?? '');
  }
}

/** A gap and a growth bear their sign. */
function formatOf({ unit, decimals, value, of }: Value): string {
  const format = studyFormat(unit, decimals, Math.abs(value ?? 0));
  return of && of.how !== 'rate' ? `+${format};−${format};${format}` : format;
}

/** The marks of the notes behind the number, whatever its sign. */
function marked(format: string, marks: string): string {
  return format
    .split(';')
    .map((part) => part + marks)
    .join(';');
}

/** `'Chiffres clés'!$A$5:$A$9`, as charts name their cells; columns and rows count from 0. */
export function rangeOf(sheet: string, column: number, first: number, last: number): string {
  const name = columnName(column);
  return `${quoteSheetName(sheet)}!$${name}$${first + 1}:$${name}$${last + 1}`;
}
