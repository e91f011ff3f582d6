import { headings, identityFields, tableNames } from '../contribution';
import {
  cell,
  cellAddress,
  Grid,
  headings as headingRow,
  sheetNameFrom,
  styles,
  type CellModel,
  type SheetModel,
} from '../xlsx';
import { factsOf } from './formula';
import type { Proposal } from './model';

/** Who the contribution is from; what is not known is left for the person to fill in. */
export interface MappedIdentity {
  readonly siren?: string;
  readonly name?: string;
  readonly year: number;
  readonly family?: string;
  readonly catalogueVersion: string;
  /** Written for figures that are not given by commune; blank is the campaign's territory. */
  readonly territory?: string;
}

/**
 * The sheets that make a landlord's workbook a contribution: `IMPACT_IDENTITE`, and `IMPACT_DONNEES` with a formula
 * into the landlord's own cells on every row.
 */
export function contributionSheets(
  accepted: readonly Proposal[],
  identity: MappedIdentity,
  taken: readonly string[],
): readonly SheetModel[] {
  const first = sheetNameFrom('Impact identité', taken);
  return [
    identitySheet(identity, first),
    factsSheet(accepted, identity, sheetNameFrom('Impact données', [...taken, first])),
  ];
}

function identitySheet(identity: MappedIdentity, name: string): SheetModel {
  const values: Readonly<Record<string, string | number | undefined>> = {
    siren: identity.siren,
    raison_sociale: identity.name,
    exercice: identity.year,
    famille: identity.family,
    statut: 'brouillon',
    version_catalogue: identity.catalogueVersion,
  };
  const grid = new Grid();
  grid.add([cell('Identité', styles.title)], 28);
  grid.add([cell('Qui répond, et pour quelle année : à compléter avant l’envoi.', styles.subtitle)]);
  grid.skip();
  const top = grid.add(headingRow(headings[tableNames.identity], styles.heading));
  for (const field of identityFields) {
    const format = field === 'exercice' ? '0' : '@';
    grid.add([
      cell(field, styles.strong),
      cell(values[field] ?? null, { ...styles.input, format, align: 'left' }),
    ]);
  }
  return {
    name,
    columns: [{ width: 22 }, { width: 46 }],
    rows: grid.rows(),
    tables: [tableOf(tableNames.identity, top, grid.next - 1)],
    gridLines: false,
  };
}

function factsSheet(accepted: readonly Proposal[], identity: MappedIdentity, name: string): SheetModel {
  const grid = new Grid();
  grid.add([cell('Données raccordées', styles.title)], 28);
  grid.add([
    cell(
      'Chaque valeur est une formule vers vos propres feuilles : elle suit vos chiffres.',
      styles.subtitle,
    ),
  ]);
  grid.skip();
  const columns = headings[tableNames.facts];
  const top = grid.add(headingRow(columns, styles.heading), 24);
  for (const proposal of accepted) {
    for (const { territory, formula, value } of factsOf(proposal, identity.territory)) {
      const cells: Readonly<Record<(typeof columns)[number], CellModel>> = {
        code: cell(proposal.code, styles.muted),
        libelle: cell(proposal.label, styles.strong),
        annee: cell(proposal.year, { ...styles.center, format: '0' }),
        territoire: cell(territory === '' ? null : territory, styles.center),
        valeur: {
          value,
          formula,
          style: { ...styles.number, format: Number.isInteger(value) ? '#,##0' : '#,##0.00' },
        },
        unite: cell(proposal.unit, styles.unit),
        source: cell(proposal.where, styles.textLined),
        commentaire: cell(
          `Raccordé à ${Math.round(proposal.confidence * 100)} % : ${proposal.why.join(' ; ')}`,
          styles.muted,
        ),
      };
      grid.add(columns.map((heading) => cells[heading]));
    }
  }
  return {
    name,
    columns: [26, 40, 8, 14, 16, 14, 34, 60].map((width) => ({ width })),
    rows: grid.rows(),
    freeze: { rows: top + 1, columns: 2 },
    tables: [tableOf(tableNames.facts, top, Math.max(grid.next - 1, top + 1))],
    gridLines: false,
    print: { landscape: true, fitToWidth: true },
  };
}

function tableOf(
  name: typeof tableNames.identity | typeof tableNames.facts,
  top: number,
  bottom: number,
): NonNullable<SheetModel['tables']>[number] {
  const columns = headings[name];
  return { name, columns, ref: `${cellAddress(top, 0)}:${cellAddress(bottom, columns.length - 1)}` };
}
