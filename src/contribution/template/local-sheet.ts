import { MOST_LOCAL_DECIMALS } from '../../catalogue';
import { area, cell, Grid, headings, palette, styles, type SheetModel } from '../../xlsx';
import { headings as columnsOf, tableNames } from '../format';

/** Blank rows offered; the table grows by itself when one writes below. */
const BLANK_ROWS = 10;

const help: Readonly<Record<string, string>> = {
  code: 'LOC-01 à LOC-99',
  libelle: 'Ce que l’indicateur mesure',
  unite: 'Son unité ; % pour une part',
  formule: 'Sans signe égal, par exemple 1 - nb_individuel / nb_lls',
  decimales: `De 0 à ${MOST_LOCAL_DECIMALS} (facultatif)`,
  sens: 'hausse, baisse ou neutre (facultatif)',
  definition: 'Facultative',
};

const widths: Readonly<Record<string, number>> = { code: 18, libelle: 40, formule: 44, definition: 50 };

/** The sheet of a landlord's own indicators, blank: one row an indicator, in the language of the catalogue. */
export function localIndicatorsSheet(): SheetModel {
  const columns = columnsOf[tableNames.locals];
  const grid = new Grid();
  grid.add([cell('Vos indicateurs', styles.title)], 28);
  grid.add(
    [
      cell(
        'Une ligne par indicateur : une formule sur les données du questionnaire (nb_lls), les coefficients (coef.heures_etp), les références (ref.rp_territoire) ou d’autres indicateurs (OFF-07). Il est contrôlé, calculé et expliqué comme les nôtres.',
        { color: palette.ink, wrap: true, verticalAlign: 'top' },
      ),
    ],
    48,
  );
  grid.skip();
  grid.add(
    columns.map((name) => cell(help[name] ?? name, styles.note)),
    46,
  );
  const headingRow = grid.add(headings(columns, styles.heading), 24);
  for (let count = 0; count < BLANK_ROWS; count += 1) {
    grid.add(
      columns.map((name) =>
        // As text: what looks like a calculation stays as it was typed.
        cell(null, { ...styles.input, wrap: false, ...(name === 'decimales' ? {} : { format: '@' }) }),
      ),
    );
  }
  const last = grid.next - 1;
  const direction = columns.indexOf('sens');
  return {
    name: 'Indicateurs locaux',
    columns: columns.map((name) => ({ width: widths[name] ?? 16 })),
    rows: grid.rows(),
    freeze: { rows: headingRow + 1, columns: 0 },
    merges: [area(1, 0, 1, columns.length - 1)],
    tables: [
      { name: tableNames.locals, ref: area(headingRow, 0, last, columns.length - 1), columns: [...columns] },
    ],
    validations: [
      {
        ref: area(headingRow + 1, direction, last, direction),
        kind: 'list',
        values: ['hausse', 'baisse', 'neutre'],
        error: { title: 'Sens inconnu', text: 'Choisissez hausse, baisse ou neutre, ou laissez vide.' },
      },
    ],
    gridLines: false,
    tabColor: palette.primary,
  };
}
