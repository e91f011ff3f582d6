import type { Catalogue } from '../../catalogue';
import { showNumber } from '../../contribution';
import { territoryName } from '../../territory';
import {
  area,
  cell,
  Grid,
  headings,
  numberFormat,
  palette,
  styles,
  type CellModel,
  type SheetModel,
  type WorkbookModel,
} from '../../xlsx';
import type { RplsMerged } from './merge';
import { rplsPoints } from './points';
import { summarySheet } from './summary-sheet';

/** Rows of a sheet, less the headings and what stands above. */
export const MOST_FACTS = 1_048_000;

interface TableSheet {
  readonly sheet: string;
  readonly table: string;
  readonly title: string;
  readonly columns: readonly (readonly [heading: string, width: number])[];
  readonly count: number;
  /** Made as it is written: a region has more rows than should exist at once. */
  row(index: number): readonly CellModel[];
}

/**
 * A workbook that is a contribution as far as an RPLS goes: identity, figures by commune, rent cells and communes,
 * in the tables of the contribution format, below a summary of what was read.
 */
export function rplsWorkbook(merged: RplsMerged, catalogue: Catalogue): WorkbookModel {
  const year = Math.max(...merged.files.map((one) => one.year));
  const landlord = merged.files.find((one) => one.landlord)?.landlord;
  const source = (of: number) => `RPLS au 1er janvier ${of + 1}`;
  const comments = new Map(rplsPoints.map(({ code, onlyPart }) => [code, onlyPart]));
  const { facts, cells, communes } = merged;
  return {
    title: `Données tirées du RPLS — ${year}`,
    creator: 'Impact HLM',
    modified: new Date(Date.UTC(year + 1, 0, 1)),
    properties: { impact_classeur: 'rpls', impact_catalogue: catalogue.version },
    sheets: [
      summarySheet(merged, catalogue),
      tableSheet({
        sheet: 'Identité',
        table: 'IMPACT_IDENTITE',
        title: 'Identité du bailleur : complétez ce qui manque',
        columns: [
          ['champ', 22],
          ['valeur', 40],
        ],
        ...identity([
          ['siren', landlord?.siren ?? ''],
          ['raison_sociale', landlord?.name ?? ''],
          ['exercice', year],
          ['famille', ''],
          ['statut', 'brouillon'],
          ['version_catalogue', catalogue.version],
        ]),
      }),
      tableSheet({
        sheet: 'Données',
        table: 'IMPACT_DONNEES',
        title: 'Données par commune',
        columns: [
          ['code', 24],
          ['libelle', 44],
          ['annee', 9],
          ['territoire', 14],
          ['valeur', 15],
          ['unite', 14],
          ['source', 26],
          ['commentaire', 60],
        ],
        count: facts.length,
        row(index) {
          const fact = facts[index];
          if (!fact) return [];
          const point = catalogue.dataPoints.get(fact.code);
          const place = territoryName(fact.territory);
          const partly = comments.get(fact.code);
          return [
            cell(fact.code, styles.muted),
            cell(point?.label.fr ?? ''),
            cell(fact.year, { format: '0' }),
            cell(fact.territory),
            cell(fact.value, { format: numberFormat(point?.unit ?? '', 0) }),
            cell(point?.unit ?? ''),
            cell(source(fact.year)),
            cell(partly === undefined ? place : `${place} — minimum ou approximation : ${partly}`),
          ];
        },
      }),
      tableSheet({
        sheet: 'Loyers',
        table: 'IMPACT_LOYERS',
        title: cells.every(({ marketRent }) => marketRent === undefined)
          ? 'Loyers par commune et typologie : il y manque le loyer de marché, à joindre'
          : 'Loyers par commune et typologie ; le loyer de marché est celui d’annonces, charges comprises',
        columns: [
          ['annee', 9],
          ['territoire', 14],
          ['typologie', 16],
          ['loyer_hlm', 14],
          ['loyer_marche', 14],
          ['surface_louee', 16],
        ],
        count: cells.length,
        row(index) {
          const one = cells[index];
          if (!one) return [];
          return [
            cell(one.year, { format: '0' }),
            cell(one.territory),
            cell(one.typology),
            cell(one.rent / one.area, { format: numberFormat('€/m²/mois', 2) }),
            cell(one.marketRent ?? null, {
              ...styles.input,
              wrap: false,
              format: numberFormat('€/m²/mois', 2),
            }),
            cell(one.area, { format: numberFormat('m²', 0) }),
          ];
        },
      }),
      tableSheet({
        sheet: 'Listes',
        table: 'IMPACT_LISTES',
        title: 'Communes d’implantation',
        columns: [
          ['code', 26],
          ['annee', 9],
          ['territoire', 14],
          ['identifiant', 14],
        ],
        count: communes.length,
        row(index) {
          const one = communes[index];
          if (!one) return [];
          return [
            cell('communes_implantation'),
            cell(one.year, { format: '0' }),
            cell(null),
            cell(one.commune, { format: '@' }),
          ];
        },
      }),
    ],
  };
}

function identity(
  fields: readonly (readonly [string, string | number])[],
): Pick<TableSheet, 'count' | 'row'> {
  return {
    count: fields.length,
    row(index) {
      const [field = '', value = ''] = fields[index] ?? [];
      return [
        cell(field, styles.strong),
        cell(value === '' ? null : value, {
          ...styles.input,
          wrap: false,
          ...(typeof value === 'string' ? { format: '@' } : { format: '0' }),
        }),
      ];
    },
  };
}

function tableSheet(spec: TableSheet): SheetModel {
  const grid = new Grid();
  grid.add([cell(spec.title, styles.title)], 28);
  grid.skip();
  const columns = spec.columns.map(([heading]) => heading);
  const headingRow = grid.add(headings(columns, styles.heading), 24);
  // A table has one row at least, blank if need be.
  const rows = Math.max(1, spec.count);
  if (spec.count === 0) grid.add(columns.map(() => cell(null, {})));
  else grid.addLater(spec.count, spec.row);
  return {
    name: spec.sheet,
    columns: spec.columns.map(([, width]) => ({ width })),
    ...grid.content(),
    freeze: { rows: headingRow + 1, columns: 0 },
    tables: [{ name: spec.table, ref: area(headingRow, 0, headingRow + rows, columns.length - 1), columns }],
    print: {
      landscape: true,
      fitToWidth: true,
      repeatRows: `${headingRow + 1}:${headingRow + 1}`,
      footer: `&L${showNumber(spec.count)} lignes&RPage &P / &N`,
    },
    gridLines: false,
    tabColor: palette.primary,
  };
}
