import type { Catalogue } from '../../catalogue';
import { isValidSiren, tidySiren } from '../../contribution';
import { findBlocks, recogniseColumns, type Role } from '../../mapping';
import { viewOfTable, type SourceTable } from '../tables';
import { headedRows, TableRefused } from './table-rows';

/** A line of the landlord's list of suppliers. */
export interface ListedSupplier {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  /** Nine digits that pass their check; empty otherwise. */
  readonly siren: string;
  readonly postalCode: string;
  /** INSEE code of the commune. */
  readonly commune: string;
  readonly city: string;
  readonly country: string;
}

export interface SupplierList {
  readonly fileName: string;
  readonly suppliers: readonly ListedSupplier[];
  /** Numbers written as SIREN or SIRET that are not. */
  readonly invalidSirens: number;
}

/** What landlords' software calls the columns; the first that is there wins. */
const columns = {
  code: [
    'code fournisseur',
    'code_fournisseur',
    'code fourn',
    'n° fournisseur',
    'numéro fournisseur',
    'num fournisseur',
    'numero de fournisseur',
    'compte auxiliaire',
    'CompAuxNum',
    'auxiliaire',
    'code tiers',
    'n° tiers',
    'numéro tiers',
    'num tiers',
    'tiers',
    'code',
    'compte',
    'compte fournisseur',
    'identifiant',
    'id fournisseur',
    'référence',
    'matricule',
  ],
  siret: [
    'siret',
    'n° siret',
    'numéro siret',
    'num siret',
    'no siret',
    'identifiant siret',
    'siren/siret',
    'siret/siren',
    'code siret',
  ],
  siren: ['siren', 'n° siren', 'numéro siren', 'num siren', 'code siren'],
  commune: ['code insee', 'insee', 'code commune', 'code insee commune', 'depcom', 'code commune insee'],
  postalCode: ['code postal', 'cp', 'codepostal', 'code_postal', 'code post', 'cpostal', 'postal'],
  city: ['ville', 'commune', 'localité', 'libellé commune', 'nom commune', 'bureau distributeur'],
  country: ['pays', 'code pays', 'libellé pays'],
  name: [
    'raison sociale',
    'nom',
    'nom fournisseur',
    'nom fourn',
    'dénomination sociale',
    'nom du fournisseur',
    'CompAuxLib',
    'dénomination',
    'libellé fournisseur',
    'désignation',
    'intitulé',
    'libellé',
    'fournisseur',
    'nom tiers',
    'société',
    'entreprise',
    'enseigne',
  ],
} as const;

type Column = keyof typeof columns;
type Names = Readonly<Record<Column, readonly string[]>>;

/** Columns that the recogniser of sheets knows as well, by heading and values, under headings not listed above. */
const byRole: readonly (readonly [Column, Role])[] = [
  ['siret', 'siret'],
  ['siren', 'siren'],
  ['commune', 'insee'],
  ['postalCode', 'postal_code'],
  ['city', 'commune'],
];
/** Neither a year nor an amount of the list is asked for: any year will do. */
const ANY_YEAR = 2000;

/** What the columns are called, with the headings of this table that the recogniser understands. */
function namesIn(table: SourceTable, catalogue: Catalogue | undefined): Names {
  if (catalogue === undefined) return columns;
  const [block] = findBlocks(viewOfTable(table));
  if (block === undefined) return columns;
  const recognised = recogniseColumns(block, { catalogue, year: ANY_YEAR });
  const names: Record<Column, readonly string[]> = { ...columns };
  for (const [column, role] of byRole) {
    const headings = recognised
      .filter(({ meaning }) => meaning.kind === 'role' && meaning.role === role)
      .map(({ heading }) => heading);
    names[column] = [...names[column], ...headings];
  }
  return names;
}

/**
 * Reads the landlord's list of suppliers: a code (or a name), and where each one is. Columns are recognised by their
 * headings, in any order; with a catalogue, also by the recogniser of sheets. Throws TableRefused when it is no such list.
 */
export function readSupplierList(
  tables: readonly SourceTable[],
  fileName: string,
  catalogue?: Catalogue,
): SupplierList {
  const found = tables
    .map((table) => headedRows<Column>(table, namesIn(table, catalogue), 2))
    .find((one) => one && (one.columns.has('code') || one.columns.has('name')));
  if (!found) {
    throw new TableRefused(
      `« ${fileName} » n’est pas une liste de fournisseurs : il faut une ligne de titres avec le code fournisseur (celui de CompAuxNum dans le FEC), le SIRET ou le SIREN, et le code postal ou le code INSEE.`,
    );
  }
  if (!['siret', 'siren', 'commune', 'postalCode'].some((one) => found.columns.has(one as Column))) {
    throw new TableRefused(
      `« ${fileName} » : la liste des fournisseurs n’a ni SIRET, ni SIREN, ni code postal, ni code INSEE ; ajoutez au moins une colonne « code postal ».`,
    );
  }
  let invalidSirens = 0;
  const suppliers = found.rows.map((row): ListedSupplier => {
    const number = row.text('siret') || row.text('siren');
    const siren = sirenOf(number);
    if (number !== '' && siren === '') invalidSirens += 1;
    return {
      line: row.line,
      code: row.text('code'),
      name: row.text('name'),
      siren,
      postalCode: row.text('postalCode'),
      commune: row.text('commune'),
      city: row.text('city'),
      country: row.text('country'),
    };
  });
  return { fileName, suppliers, invalidSirens };
}

/** The SIREN of a SIREN or SIRET as typed; a number has lost the zeros in front. */
function sirenOf(typed: string): string {
  const digits = typed.replace(/[\s.]/gu, '');
  if (!/^\d+$/.test(digits)) return '';
  const siren = digits.length > 9 ? digits.padStart(14, '0').slice(0, 9) : tidySiren(Number(digits));
  return isValidSiren(siren) ? siren : '';
}
