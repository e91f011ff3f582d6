import { noDpe, plain, type Role, yes } from './roles';

/**
 * Data points that come out of a column crossed with an answer: dwellings where the DPE says F, pay where the sex
 * says F. Data over code: a new crossing is a line of this table.
 */
export interface Derivation {
  readonly code: string;
  /** The answer that picks the lines. */
  readonly role: Role;
  /** Whether a value of that column picks its line; `filled`: any text does (a neighbourhood's code). */
  picks(value: string): boolean;
  /** What is added up: a data point's column, an amount known only by its heading, or the lines themselves. */
  readonly of: { readonly measure: string } | { readonly heading: RegExp; readonly unit: string };
  /** Counted line by line when each line is one of these and no such column is there. */
  readonly perLine?: Subject;
  readonly confidence: number;
}

/** What one line of a table stands for. */
export type Subject = 'dwelling' | 'employee' | 'operation' | 'supplier' | 'other';

const letter =
  (wanted: string) =>
  (value: string): boolean =>
    plain(value) === wanted;
const like =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(plain(value));

const dwellings = { measure: 'nb_lls' } as const;
const expense = { heading: /depense|realise|mandate|facture|paye/, unit: '€' } as const;
const consumption = { heading: /conso|quantite|releve|volume|livre/, unit: 'kWh' } as const;

const ofDwellings = (
  code: string,
  role: Role,
  picks: (value: string) => boolean,
  confidence = 0.9,
): Derivation => ({
  code,
  role,
  picks,
  of: dwellings,
  perLine: 'dwelling',
  confidence,
});

export const derivations: readonly Derivation[] = [
  ...'abcdefg'.split('').map((one) => ofDwellings(`dpe_${one}`, 'dpe', letter(one), 0.92)),
  ofDwellings('dpe_inconnu', 'dpe', like(noDpe)),
  ofDwellings(
    'log_qpv',
    'qpv',
    (value) => yes.test(plain(value)) || /^q[np]\d{3,}/i.test(value) || plain(value) === 'qpv',
    0.92,
  ),
  ofDwellings('nb_individuel', 'dwelling_kind', like(/^(i|indiv(iduel)?|individuelle|maison|pavillon)s?$/)),
  ofDwellings(
    'nb_collectif',
    'dwelling_kind',
    like(/^(c|e|coll(ectif)?|collective|appartement|immeuble|etudiant)s?$/),
  ),
  ofDwellings('nb_loues', 'occupancy', like(/^(loue|occupe)e?s?$/), 0.82),
  // « Vacant » does not say whether the dwelling was offered for rent.
  ofDwellings('nb_vacants', 'occupancy', like(/^vacante?s?$/), 0.7),
  {
    code: 'cdi',
    role: 'contract',
    picks: like(/^(cdi|titulaires?|fonctionnaires?)$/),
    of: { measure: 'effectif' },
    perLine: 'employee',
    confidence: 0.85,
  },
  {
    code: 'alternants',
    role: 'contract',
    picks: like(/^(apprenti|alternan|contrat pro)/),
    of: { measure: 'effectif' },
    perLine: 'employee',
    confidence: 0.8,
  },
  {
    code: 'etp_femmes',
    role: 'gender',
    picks: like(/^(f|femmes?|mme|madame)$/),
    of: { measure: 'etp' },
    confidence: 0.85,
  },
  {
    code: 'etp_hommes',
    role: 'gender',
    picks: like(/^(h|m|hommes?|mr|m\.|monsieur)$/),
    of: { measure: 'etp' },
    confidence: 0.85,
  },
  {
    code: 'remun_femmes',
    role: 'gender',
    picks: like(/^(f|femmes?|mme|madame)$/),
    of: { measure: 'salaires_bruts' },
    confidence: 0.85,
  },
  {
    code: 'remun_hommes',
    role: 'gender',
    picks: like(/^(h|m|hommes?|mr|m\.|monsieur)$/),
    of: { measure: 'salaires_bruts' },
    confidence: 0.85,
  },
  { code: 'achats_pme', role: 'sme', picks: like(yes), of: { measure: 'achats_total' }, confidence: 0.88 },
  {
    code: 'inv_neuf',
    role: 'operation_nature',
    picks: like(/construction neuve|vefa|acquisition[- ]amelioration/),
    of: expense,
    confidence: 0.85,
  },
  {
    code: 'inv_rehab',
    role: 'operation_nature',
    picks: like(/rehab|composant/),
    of: expense,
    confidence: 0.85,
  },
  { code: 'inv_demol', role: 'operation_nature', picks: like(/demolition/), of: expense, confidence: 0.85 },
  { code: 'conso_gaz', role: 'energy', picks: like(/^gaz( naturel)?$/), of: consumption, confidence: 0.82 },
  { code: 'conso_fioul', role: 'energy', picks: like(/^fioul$/), of: consumption, confidence: 0.85 },
  {
    code: 'conso_bois',
    role: 'energy',
    picks: like(/^(bois|granules|bois energie)$/),
    of: consumption,
    confidence: 0.85,
  },
  {
    code: 'conso_reseau',
    role: 'energy',
    picks: like(/^(chaleur de reseau|reseau de chaleur|chauffage urbain|rcu)$/),
    of: consumption,
    confidence: 0.85,
  },
  {
    code: 'conso_elec_ch',
    role: 'energy',
    picks: like(/^electricite de chauffage$/),
    of: consumption,
    confidence: 0.85,
  },
  {
    code: 'conso_elec_autres',
    role: 'energy',
    picks: like(/^electricite des parties communes$/),
    of: consumption,
    confidence: 0.85,
  },
];

/** Figures of what a landlord owns: a list of sales, works or requests does not give them. */
export const stockOnly =
  /^(nb_lls|nb_individuel|nb_collectif|surface_totale|dpe_|log_qpv|nb_loues|nb_occupes|nb_vacants|nb_age|somme_)/;

/** Titles of lists that hold a part of the stock, or something else than the stock. */
export const partialTitles =
  /vente|cession|demolition|travaux|operation|programm|livraison|mises? en service|vacan|impay|relocation|attribution|demande|foyer|accession|psla|brs|copropri|garage|stationnement|annexe|pret|convention|rehab|entrees|sorties|extrait|echantillon|mandat|gestion pour compte/;

/** Titles of the whole stock. */
export const wholeTitles = /parc|patrimoine|logements|lots|stock|base|locatif|occupation|export/;
