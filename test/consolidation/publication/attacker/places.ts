import type { Zoning } from '../../../../src/territory';

/** Six communes of Normandy, with everything they lie in, written by hand. */
export const communes = {
  'COM:14118': ['DEP:14', 'EPCI:200065597', 'ZONE:abc/B1'],
  'COM:14366': ['DEP:14', 'EPCI:200069532', 'ZONE:abc/B2'],
  'COM:50129': ['DEP:50', 'EPCI:200067205', 'ZONE:abc/B1'],
  'COM:50502': ['DEP:50', 'EPCI:200066389', 'ZONE:abc/B2'],
  'COM:61001': ['DEP:61', 'EPCI:246100663', 'ZONE:abc/B1'],
  'COM:61006': ['DEP:61', 'EPCI:200068450', 'ZONE:abc/B2'],
} as const;

export type Commune = keyof typeof communes;
export const REGION = 'REG:28';
export const departements = ['DEP:14', 'DEP:50', 'DEP:61'] as const;

const around = (commune: string): readonly string[] => communes[commune as Commune] ?? [];

export const communesOf = (departement: string): Commune[] =>
  (Object.keys(communes) as Commune[]).filter((one) => around(one).includes(departement));

/** Whether a territory is another or lies inside it. */
export const holds = (outer: string, inner: string): boolean =>
  outer === inner || outer === REGION || around(inner).includes(outer);

/** Everything that a landlord of these communes may be listed at. */
export const placesAround = (own: readonly Commune[]): string[] => [
  ...new Set([REGION, ...own.flatMap((one) => communes[one])]),
];

export const levelOf = (place: string): string => place.split(/[:/]/)[0] ?? '';

export const abc: Zoning = {
  name: 'abc',
  label: 'Zonage',
  source: 'essai',
  zoneOf: new Map(Object.entries(communes).map(([code, [, , zone]]) => [code, zone.split('/')[1] ?? ''])),
};
