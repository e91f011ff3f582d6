/** What is added up for each commune code, by place in its row of numbers. */
export const measure = {
  /** Lines taken, exits included. */
  lines: 0,
  present: 1,
  exits: 2,
  individual: 3,
  collective: 4,
  /** Of the collective: student housing. */
  students: 5,
  qpv: 6,
  /** A to G follow. */
  dpeA: 7,
  dpeUnknown: 14,
  dpeOld: 15,
  /** A class without a date: old or recent, nobody knows. */
  dpeUndated: 16,
  ages: 17,
  agesKnown: 18,
  area: 19,
  areaMissing: 20,
  newBuilt: 21,
  newAcquired: 22,
  newWithoutLand: 23,
  newAll: 24,
  let: 25,
  vacant: 26,
  empty: 27,
  association: 28,
  otherwiseOccupied: 29,
  modeUnknown: 30,
  modeBlank: 31,
  vacantOver3Months: 32,
  vacantUndated: 33,
  inStockOneYear: 34,
  firstLetUnknown: 35,
  movedIn: 36,
  relet: 37,
  leases: 38,
  leasesOfEmployers: 39,
  rents: 40,
  rentedArea: 41,
  rentUnknown: 42,
  energy: 43,
  emissions: 44,
  energyArea: 45,
  soldToPersons: 46,
  soldToLandlords: 47,
  soldToUnknown: 48,
  demolished: 49,
  usesLost: 50,
  usesCreated: 51,
  managed: 52,
  notConventioned: 53,
  typeUnknown: 54,
  /** Rents, then area, of T1 to T6 and more; then of dwellings whose rooms are not known. */
  cellRents: 55,
  cellArea: 62,
  /** One for each entry of `financings`, then another code, then none. */
  financing: 69,
} as const;

export type Measure = keyof typeof measure;

export const typologies = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6 et plus'] as const;

/** Initial financing (FINAN), in the words of the order of 2010, article 3, table 2. */
export const financings: readonly (readonly [code: number, label: string])[] = [
  [50, 'HBM'],
  [51, 'PLR/PSR'],
  [52, 'HLM/O'],
  [53, 'ILM'],
  [54, 'ILN'],
  [55, 'Prêts spéciaux du CFF'],
  [99, 'Autre financement (avant 1977)'],
  [10, 'PLA d’intégration (LLTS dans les DOM)'],
  [11, 'PLA loyer minoré, très social ou d’insertion'],
  [12, 'PLA ordinaire'],
  [13, 'PLUS (LLS dans les DOM)'],
  [14, 'PLS/PPLS/PCLS/PLA CFF'],
  [15, 'PAP locatif'],
  [16, 'PLI'],
  [17, 'PCL'],
  [49, 'Autre financement (à partir de 1977)'],
];

/** Numbers a commune takes. */
export const MEASURES = measure.financing + financings.length + 2;
