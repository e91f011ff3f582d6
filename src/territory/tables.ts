/** The official geographic code (`generated/territory.json`). */
export interface TerritoryTable {
  /** Version of the official package it was made from. */
  readonly version: string;
  readonly regions: readonly (readonly [code: string, name: string])[];
  readonly departements: readonly (readonly [code: string, name: string, region: string])[];
  readonly epci: readonly (readonly [code: string, name: string])[];
  /** The last two are empty where there is none. */
  readonly communes: readonly (readonly [code: string, name: string, departement: string, epci: string])[];
  /** Former communes and municipal arrondissements, with today's commune. */
  readonly former: readonly (readonly [code: string, commune: string])[];
}

/** The communes of today by postal code (`generated/postal-codes.json`). */
export interface PostalCodeTable {
  readonly version: string;
  readonly communes: readonly (readonly [postalCode: string, communes: readonly string[]])[];
}

/** The tables by name; each program says where it takes them from. */
export interface GeographicTables {
  readonly territories: TerritoryTable;
  readonly postalCodes: PostalCodeTable;
}

export type GeographicTable = keyof GeographicTables;

/** Thrown by whatever needs a table that the program has not provided yet: provide it, then ask again. */
export class TableNotLoaded extends Error {
  override readonly name = 'TableNotLoaded';

  constructor(readonly table: GeographicTable) {
    super(`The geographic table « ${table} » has not been provided (provideTable).`);
  }
}

type Loaders = { [Name in GeographicTable]?: () => GeographicTables[Name] };

const loaders: Loaders = {};

/**
 * Says where a table comes from. `load` is called once, at first need; the command line gives the file it was
 * built with, the add-in what it has fetched after its pane was painted.
 */
export function provideTable<Name extends GeographicTable>(
  name: Name,
  load: () => GeographicTables[Name],
): void {
  (loaders as Record<Name, () => GeographicTables[Name]>)[name] = load;
}

/** Whether a table was provided. */
export function isProvided(name: GeographicTable): boolean {
  return loaders[name] !== undefined;
}

/** A table; throws TableNotLoaded as long as nobody has provided it. */
export function tableNamed<Name extends GeographicTable>(name: Name): GeographicTables[Name] {
  const load = loaders[name];
  if (!load) throw new TableNotLoaded(name);
  return load();
}
