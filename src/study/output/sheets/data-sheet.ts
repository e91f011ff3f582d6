import {
  absolute,
  area,
  cell,
  Grid,
  palette,
  quoteSheetName,
  styles,
  type CellModel,
  type SheetModel,
} from '../../../xlsx';
import { type StudyDocument, type Value, valuesOf } from '../../document';
import { placeName } from '../../language/places';
import { studyFormat } from '../chart';

export const dataSheetName = 'Données';
const headings = ['Code', 'Code territoire', 'Territoire', 'Année', 'Valeur', 'Unité', 'Note'] as const;
const VALUE_COLUMN = 4;
const HEADING_ROW = 2;

const keyOf = ({ code, territory, year }: Value): string => `${code} ${territory} ${year}`;

/** Every number of the study, once: the sheets of the report are formulas on this table. */
export class StudyFigures {
  private readonly values: readonly Value[];
  private readonly rowOf: ReadonlyMap<string, number>;

  constructor(private readonly study: StudyDocument) {
    const known = new Map<string, Value>();
    for (const one of valuesOf(study)) if (!known.has(keyOf(one))) known.set(keyOf(one), one);
    this.values = [...known.values()];
    this.rowOf = new Map([...known.keys()].map((key, at) => [key, HEADING_ROW + 1 + at]));
  }

  /** A cell that shows a value: a live formula with the marks of its notes behind, or why there is none. */
  cell(value: Value, style: CellModel['style'] = {}): CellModel {
    if (value.value === null) return cell(value.text + value.marks, { ...style, align: 'right' });
    const row = this.rowOf.get(keyOf(value)) ?? 0;
    const marks = value.marks === '' ? '' : `"${value.marks}"`;
    return {
      value: value.value,
      formula: absolute(row, VALUE_COLUMN, dataSheetName),
      style: { ...style, format: formatOf(value) + marks },
    };
  }

  sheet(footer: string): SheetModel {
    const grid = new Grid();
    grid.add([cell('Chiffres de l’étude', styles.title)], 28);
    grid.add([
      cell('Les autres feuilles montrent ces valeurs : modifiez-en une, elles suivent.', styles.note),
    ]);
    grid.add(headings.map((text) => cell(text, styles.heading)));
    for (const one of this.values) {
      const why = one.value === null ? one.text : '';
      grid.add([
        cell(one.code, styles.muted),
        cell(one.territory, styles.muted),
        cell(placeName(one.territory), styles.muted),
        cell(one.year, { ...styles.center, format: '0' }),
        cell(one.value, { ...styles.number, format: formatOf(one) }),
        cell(one.unit, styles.unit),
        cell([why, ...this.notesOf(one)].filter((text) => text !== '').join(' '), styles.muted),
      ]);
    }
    const last = Math.max(grid.next - 1, HEADING_ROW + 1);
    return {
      name: dataSheetName,
      columns: [10, 14, 24, 8, 18, 18, 40].map((width) => ({ width })),
      rows: grid.rows(),
      tables: [
        {
          name: 'ETUDE_DONNEES',
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
      .flatMap((mark) => chapter?.notes.find((note) => mark !== '' && note.startsWith(`${mark} `)) ?? [])
      .map((note) => note.replace(/^\S+ /, '').split(' : ')[0] ?? '');
  }
}

const formatOf = ({ unit, decimals, value }: Value): string =>
  studyFormat(unit, decimals, Math.abs(value ?? 0));

/** `'Chiffres clés'!$A$5:$A$9`, as charts name their cells. */
export function rangeOf(sheet: string, column: 'A' | 'B', first: number, last: number): string {
  return `${quoteSheetName(sheet)}!$${column}$${first + 1}:$${column}$${last + 1}`;
}
