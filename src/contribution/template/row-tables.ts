import type { Catalogue } from '../../catalogue';
import {
  area,
  cell,
  cellAddress,
  Grid,
  headings,
  numberFormat,
  palette,
  styles,
  type SheetModel,
  type ValidationModel,
} from '../../xlsx';
import { lists, rowTables } from './columns';

/** Blank rows offered; the table grows by itself when one writes below. */
const BLANK_ROWS = 25;

const typologies = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6 et plus'];

const fixedHelp: Readonly<Record<string, string>> = {
  annee: 'Année',
  territoire: 'Territoire (vide : celui de la campagne)',
  typologie: 'Typologie',
  operation: 'Opération',
  code: 'Donnée',
  identifiant: 'Identifiant (SIREN ou code INSEE)',
};

const widths: Readonly<Record<string, number>> = { operation: 34, typologie: 16, code: 26, identifiant: 26 };

interface TableSheet {
  readonly sheet: string;
  readonly table: string;
  readonly title: string;
  readonly explanation: string;
  readonly columns: readonly string[];
}

/** The sheets « Loyers » and « Travaux »: one row a rent cell, one row a renovation. */
export function rowTableSheets(catalogue: Catalogue, year: number): readonly SheetModel[] {
  const { loyers, travaux } = rowTables;
  return [
    tableSheet(
      {
        ...loyers,
        title: 'Loyers par cellule',
        explanation: `Une ligne par territoire et typologie : loyer HLM et loyer de marché au m² et par mois, surface louée. Écrivez ${year} dans « annee » ; toutes les colonnes de nombres sont nécessaires.`,
      },
      catalogue,
      year,
    ),
    tableSheet(
      {
        ...travaux,
        title: 'Travaux d’énergie',
        explanation: `Une ligne par opération de rénovation terminée dans l’année, selon le DPE d’avant et d’après travaux (même version). Écrivez ${year} dans « annee » ; toutes les colonnes de nombres sont nécessaires.`,
      },
      catalogue,
      year,
    ),
  ];
}

/** The sheet « Listes »: the members of the data points that are sets, of the themes asked. */
export function listsSheet(
  catalogue: Catalogue,
  year: number,
  asked: (theme: string) => boolean = () => true,
): SheetModel {
  const sets = [...catalogue.dataPoints.values()].filter(
    (point) => point.kind === 'set' && asked(point.theme),
  );
  const names = sets.map((point) => `${point.code} (${point.label.fr.toLowerCase()})`).join(', ');
  return tableSheet(
    {
      ...lists,
      title: 'Listes',
      explanation: `Une ligne par membre ; un membre écrit deux fois compte une fois. Listes demandées : ${names || 'aucune'}. Écrivez ${year} dans « annee ».`,
    },
    catalogue,
    year,
  );
}

function tableSheet(spec: TableSheet, catalogue: Catalogue, year: number): SheetModel {
  const grid = new Grid();
  grid.add([cell(spec.title, styles.title)], 28);
  grid.add([cell(spec.explanation, { color: palette.ink, wrap: true, verticalAlign: 'top' })], 48);
  grid.skip();
  grid.add(
    spec.columns.map((name) => cell(columnHelp(name, catalogue), styles.note)),
    46,
  );
  const headingRow = grid.add(headings(spec.columns, styles.heading), 24);
  for (let count = 0; count < BLANK_ROWS; count += 1) {
    grid.add(
      spec.columns.map((name) => cell(null, { ...styles.input, wrap: false, ...formatOf(name, catalogue) })),
    );
  }
  const last = grid.next - 1;
  return {
    name: spec.sheet,
    columns: spec.columns.map((name) => ({ width: widths[name] ?? 17 })),
    rows: grid.rows(),
    freeze: { rows: headingRow + 1, columns: 0 },
    merges: [area(1, 0, 1, spec.columns.length - 1)],
    tables: [
      { name: spec.table, ref: area(headingRow, 0, last, spec.columns.length - 1), columns: spec.columns },
    ],
    validations: spec.columns.flatMap((name, column) => {
      const ref = area(headingRow + 1, column, last, column);
      const rule = validation(name, ref, cellAddress(headingRow + 1, column), catalogue, year);
      return rule ? [rule] : [];
    }),
    print: {
      landscape: true,
      fitToWidth: true,
      repeatRows: `${headingRow + 1}:${headingRow + 1}`,
      footer: '&RPage &P / &N',
    },
    gridLines: false,
  };
}

function columnHelp(name: string, catalogue: Catalogue): string {
  const fixed = fixedHelp[name];
  if (fixed !== undefined) return fixed;
  const point = catalogue.dataPoints.get(name);
  return point ? `${point.label.fr}, en ${point.unit}` : name;
}

function formatOf(name: string, catalogue: Catalogue): { readonly format?: string } {
  if (name === 'annee') return { format: '0' };
  // A SIREN or a commune's code keeps its leading zero.
  if (name === 'identifiant') return { format: '@' };
  const unit = catalogue.dataPoints.get(name)?.unit;
  if (unit === undefined) return {};
  return { format: numberFormat(unit, unit.startsWith('€/m²') ? 2 : 0) };
}

function validation(
  name: string,
  ref: string,
  first: string,
  catalogue: Catalogue,
  year: number,
): ValidationModel | undefined {
  if (name === 'annee') {
    return {
      ref,
      kind: 'custom',
      formula: `AND(ISNUMBER(${first}),${first}>=2000,${first}<=2100)`,
      error: { title: 'Année attendue', text: `Écrivez une année sur quatre chiffres, par exemple ${year}.` },
    };
  }
  if (name === 'typologie') {
    return { ref, kind: 'list', values: typologies, severity: 'warning', error: typologyError };
  }
  if (name === 'code') {
    const sets = [...catalogue.dataPoints.values()].filter((point) => point.kind === 'set');
    const values = sets.map((point) => point.code);
    const error = { title: 'Liste inconnue', text: `Choisissez dans la liste : ${values.join(', ')}.` };
    return values.length === 0 ? undefined : { ref, kind: 'list', values, error };
  }
  const point = catalogue.dataPoints.get(name);
  if (!point) return undefined;
  return {
    ref,
    kind: 'custom',
    formula: point.nonnegative ? `AND(ISNUMBER(${first}),${first}>=0)` : `ISNUMBER(${first})`,
    error: { title: 'Nombre attendu', text: `Écrivez un nombre en ${point.unit}, sans unité ni texte.` },
  };
}

const typologyError = {
  title: 'Typologie inhabituelle',
  text: 'Les typologies habituelles sont dans la liste ; gardez la vôtre si elle vous convient.',
};
