/** `generated/territory.json`, written by scripts/generate.mjs: typed here so that tsc need not read 1.6 MB. */
declare module '*/generated/territory.json' {
  const data: {
    /** Version of the official package it was made from. */
    readonly version: string;
    readonly regions: readonly (readonly [code: string, name: string])[];
    readonly departements: readonly (readonly [code: string, name: string, region: string])[];
    readonly epci: readonly (readonly [code: string, name: string])[];
    /** The last two are empty where there is none. */
    readonly communes: readonly (readonly [code: string, name: string, departement: string, epci: string])[];
    /** Former communes and municipal arrondissements, with today's commune. */
    readonly former: readonly (readonly [code: string, commune: string])[];
  };
  export default data;
}
