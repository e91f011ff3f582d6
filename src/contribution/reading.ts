import type { Catalogue, DataPoint } from '../catalogue';
import { readYear, writtenText } from './cells';
import { longest } from './format';
import type { Source } from './model';
import type { RemarkList } from './remarks';
import type { TableView } from './table-view';
import type { TerritoryReader } from './territory-cells';

/** What the readers of all tables of one workbook share. */
export interface Reading {
  readonly catalogue: Catalogue;
  readonly remarks: RemarkList;
  readonly territories: TerritoryReader;
}

/** When and where a row is about. */
export interface Place {
  readonly year: number;
  readonly territory: string;
  readonly written: string;
}

/** Year and territory of a row; undefined, with blocking remarks, when one is missing or wrong: the row is out. */
export function readPlace(
  table: TableView,
  row: number,
  { remarks, territories }: Reading,
  subject?: string,
): Place | undefined {
  const year = readYear(table.cell(row, 'annee'));
  if (year.kind !== 'year') {
    const [code, why] =
      year.kind === 'blank'
        ? ['missing_year', 'L’année manque : écrivez-la dans la colonne « annee », par exemple 2019.']
        : [year.code, year.message];
    remarks.blocking(code, `${why} La ligne est laissée de côté.`, table.source(row, 'annee'), subject);
  }
  const territory = territories.read(table.cell(row, 'territoire'));
  if (territory.kind === 'refused') {
    const message = `${territory.message} La ligne est laissée de côté.`;
    remarks.blocking(territory.code, message, table.source(row, 'territoire'), subject);
  }
  if (year.kind !== 'year' || territory.kind === 'refused') return undefined;
  if (territory.carried !== undefined) {
    remarks.warning('carried_territory', territory.carried, table.source(row, 'territoire'), subject);
  }
  return { year: year.year, territory: territory.code, written: territory.written };
}

/** A free text of a row, kept for people: one line, cut with a warning when it is very long. */
export function readWords(
  table: TableView,
  row: number,
  heading: string,
  { remarks }: Reading,
  most: number = longest.words,
): string | undefined {
  const text = writtenText(table.cell(row, heading));
  if (text === '') return undefined;
  if (text.length <= most) return text;
  const message = `Texte de ${text.length} caractères, coupé à ${most} : raccourcissez-le ou joignez un document.`;
  remarks.warning('text_cut', message, table.source(row, heading));
  return text.slice(0, most);
}

/** How messages name a data point: « Logements loués » (nb_loues). */
export function titleOf(point: DataPoint): string {
  return `« ${point.label.fr} » (${point.code})`;
}

const mostCells = 6;

/** The cells a message is about, `Données!D5, Données!D9`; the first six when there are many. */
export function cellNames(sources: readonly Source[]): string {
  const names = sources
    .slice(0, mostCells)
    .map(({ sheet, cell }) => (sheet === '' ? cell : `${sheet}!${cell}`));
  return names.join(', ') + (sources.length > mostCells ? ` et ${sources.length - mostCells} autres` : '');
}
