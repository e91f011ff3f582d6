import type { DwellingSums } from './dwelling';
import type { FieldName } from './fields';
import type { RplsLayout } from './layout';
import { measure as m } from './measures';

type Filled = keyof DwellingSums['filled'];

/** A data point that an RPLS answers, by commune. */
export interface RplsPoint {
  readonly code: string;
  /** Fields the layout must have; of a list within, one is enough. */
  readonly needs: readonly (FieldName | readonly FieldName[])[];
  /** Fields that must hold something on one line at least: a column left blank says nothing. */
  readonly filled?: readonly Filled[];
  readonly value: (sums: Float64Array) => number;
  /** What the figure leaves out, where it is only a part of the answer. */
  readonly onlyPart?: string;
}

const of =
  (place: number) =>
  (sums: Float64Array): number =>
    sums[place] ?? 0;

const sum =
  (...places: readonly number[]) =>
  (sums: Float64Array): number =>
    places.reduce((total, place) => total + (sums[place] ?? 0), 0);

const rent = { needs: ['MODE', 'LOYERPRINC', 'SURFHAB'], filled: ['MODE', 'LOYERPRINC'] } as const;
const occupation = { needs: ['MODE'], filled: ['MODE'] } as const;
const rating = { needs: ['DPEENERGIE'] } as const;
const energy = {
  needs: ['DPE_CONSO_ENER', 'DPE_CONSO_GES', 'SURFHAB'],
  filled: ['DPE_CONSO_ENER', 'SURFHAB'],
} as const;
const entry = { needs: ['LOCAT', 'ORIGINE'], filled: ['LOCAT', 'ORIGINE'] } as const;
const lease = { needs: ['MODE', 'BAIL'], filled: ['MODE', 'BAIL'] } as const;
const relet = { needs: [...lease.needs, 'LOCAT'], filled: [...lease.filled, 'LOCAT'] } as const;

/** By the definitions of the catalogue (`find.rpls` of each data point), in its order. */
export const rplsPoints: readonly RplsPoint[] = [
  { code: 'nb_lls', needs: [], value: of(m.present) },
  { code: 'nb_individuel', needs: ['TYPECONST'], filled: ['TYPECONST'], value: of(m.individual) },
  { code: 'nb_collectif', needs: ['TYPECONST'], filled: ['TYPECONST'], value: of(m.collective) },
  { code: 'nb_occupes', ...occupation, value: sum(m.let, m.association, m.otherwiseOccupied) },
  { code: 'nb_loues', ...occupation, value: of(m.let) },
  { code: 'somme_ages', needs: ['CONSTRUCT'], filled: ['CONSTRUCT'], value: of(m.ages) },
  { code: 'nb_age_connu', needs: ['CONSTRUCT'], filled: ['CONSTRUCT'], value: of(m.agesKnown) },
  { code: 'surface_totale', needs: ['SURFHAB'], filled: ['SURFHAB'], value: of(m.area) },
  { code: 'mes_neuf', ...entry, value: of(m.newBuilt) },
  { code: 'mes_acq', ...entry, value: of(m.newAcquired) },
  { code: 'ventes_part', needs: ['SORTIEPATRIM', 'QUALACQ'], value: of(m.soldToPersons) },
  { code: 'ventes_bailleurs', needs: ['SORTIEPATRIM'], value: of(m.soldToLandlords) },
  { code: 'demolitions', needs: ['SORTIEPATRIM'], value: of(m.demolished) },
  {
    code: 'changements_usage',
    needs: ['OLDLOGT', 'NEWLOGT'],
    value: (sums) => (sums[m.usesLost] ?? 0) - (sums[m.usesCreated] ?? 0),
  },
  { code: 'nb_proposes_location', ...occupation, value: sum(m.let, m.vacant) },
  { code: 'nb_vacants', ...occupation, value: of(m.vacant) },
  { code: 'nb_vac3m', needs: ['MODE', 'REMLOCDATE'], filled: ['MODE'], value: of(m.vacantOver3Months) },
  { code: 'nb_loc_1an', needs: ['MODE', 'LOCAT'], filled: ['MODE', 'LOCAT'], value: of(m.inStockOneYear) },
  { code: 'nb_emmenag_hors_neuf', ...relet, value: of(m.movedIn) },
  { code: 'somme_loyers_mois', ...rent, value: of(m.rents) },
  { code: 'somme_shab_loue', ...rent, value: of(m.rentedArea) },
  {
    code: 'nb_attributions',
    ...lease,
    value: of(m.leases),
    onlyPart: 'les baux signés puis résiliés dans l’année y manquent',
  },
  {
    code: 'attr_al',
    needs: [...lease.needs, 'CONTRESLOG'],
    filled: [...lease.filled, 'CONTRESLOG'],
    value: of(m.leasesOfEmployers),
    onlyPart: 'logements du contingent Action Logement dont le bail est de l’année',
  },
  { code: 'nb_relocations', ...relet, value: of(m.relet) },
  { code: 'log_qpv', needs: [['QPV', 'PLG_QP']], filled: ['QPV'], value: of(m.qpv) },
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter, at): RplsPoint => ({
    code: `dpe_${letter}`,
    ...rating,
    value: of(m.dpeA + at),
  })),
  { code: 'dpe_inconnu', ...rating, value: of(m.dpeUnknown) },
  { code: 'dpe_ancien', needs: ['DPEENERGIE', 'DPEDATE'], value: of(m.dpeOld) },
  { code: 'somme_conso_shab', ...energy, value: of(m.energy) },
  { code: 'somme_ges_shab', ...energy, value: of(m.emissions) },
  { code: 'somme_shab_dpe', ...energy, value: of(m.energyArea) },
  {
    code: 'mes_sans_artif',
    ...entry,
    value: of(m.newWithoutLand),
    onlyPart: 'acquisitions et transformations de locaux seulement, sans les constructions sur sol déjà bâti',
  },
  {
    code: 'log_geres',
    needs: ['IDENTGES'],
    filled: ['IDENTGES'],
    value: of(m.managed),
    onlyPart: 'logements possédés et gérés ; ceux gérés pour compte de tiers n’y sont pas (à confirmer)',
  },
];

/** Data points of the catalogue that name the RPLS and that this import leaves to others, with the reason. */
export const unsupported: readonly (readonly [code: string, reason: string])[] = [
  ['log_pmr', 'les modalités du champ PMR restent à confirmer'],
];

/** Why a point has no answer in this file: the first field that is missing or blank; undefined if it has one. */
export function missingField(
  point: RplsPoint,
  layout: RplsLayout,
  filled: DwellingSums['filled'],
  totals: Float64Array,
): { readonly field: string; readonly why: 'absent' | 'blank' } | undefined {
  const has = (name: FieldName) => layout.columns[name] !== undefined;
  const absent = point.needs.find((one) => (typeof one === 'string' ? !has(one) : !one.some(has)));
  if (absent !== undefined) {
    return { field: typeof absent === 'string' ? absent : absent.join(' ou '), why: 'absent' };
  }
  const blank = point.filled?.find((name) => filled[name] === 0);
  if (blank !== undefined) return { field: blank, why: 'blank' };
  if (point.code === 'log_geres' && layout.landlord === undefined) {
    return { field: 'numéro interne du bailleur', why: 'absent' };
  }
  if (point.code === 'nb_vac3m' && (totals[m.vacant] ?? 0) > 0 && filled.REMLOCDATE === 0) {
    return { field: 'REMLOCDATE', why: 'blank' };
  }
  // The order asks the landlord for exits « where there are any »; in a file of the SDES a blank column may as well
  // mean that dwellings gone were left out.
  const aboutExits = point.needs.includes('SORTIEPATRIM');
  if (aboutExits && layout.kind !== 'declaration' && filled.SORTIEPATRIM === 0) {
    return { field: 'SORTIEPATRIM', why: 'blank' };
  }
  return undefined;
}
