import { rentsOf } from './rent-files';
import type { SeriesInfo } from './model';

/** A column that puts communes in zones. */
export interface ZoningColumn {
  readonly kind: 'zoning';
  readonly name: string;
  readonly label: string;
  /** Matched against every key of a heading (`headingKey`). */
  readonly column: RegExp;
  /** The zone that a cell means; undefined when it means none. */
  zoneOf(text: string): string | undefined;
  readonly required?: boolean;
}

/** A column of figures. */
export interface SeriesColumn extends SeriesInfo {
  readonly kind: 'series';
  readonly column: RegExp;
  readonly required?: boolean;
  /** Percentages are written without a sign (`35,28` for 35,28 %): told from the whole column. */
  readonly rate?: boolean;
}

/** An official file, recognised by its headings. */
export interface Layout {
  readonly name: string;
  /** What it is, in French, with its publisher: printed as the source. */
  readonly label: string;
  readonly columns: readonly (ZoningColumn | SeriesColumn)[];
  /** Other headings that must be there. */
  readonly also?: readonly RegExp[];
  /** The column of the year, where a file holds several. */
  readonly yearColumn?: RegExp;
  /** A column that splits figures (type of dwelling), with the end of code of each of its values. */
  readonly split?: {
    readonly column: RegExp;
    suffixOf(text: string): { readonly code: string; readonly label: string } | undefined;
  };
  /** What the name of the file alone says of its figures. */
  byFile?(file: string): Partial<SeriesInfo>;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** The five zones of the order of 1 August 2014 (art. D304-1 CCH); `A bis` is also written `Abis`. */
function zoneAbc(text: string): string | undefined {
  const zones: Readonly<Record<string, string>> = { abis: 'Abis', a: 'A', b1: 'B1', b2: 'B2', c: 'C' };
  return zones[plain(text)];
}

/** Any filled cell: an identifier of the programme. */
const member =
  (zone: string) =>
  (text: string): string | undefined =>
    ['', '0', 'non', 'faux', 'false', 'na', 'nan'].includes(text.toLowerCase()) ? undefined : zone;

const asWritten = (text: string): string | undefined =>
  text === '' ? undefined : text.replace(/\s+/gu, ' ');

const yesNo =
  (yes: string, no: string) =>
  (text: string): string | undefined => {
    const word = plain(text);
    if (['oui', 'o', '1', 'vrai', 'true', 'x'].includes(word)) return yes;
    return ['non', 'n', '0', 'faux', 'false'].includes(word) ? no : undefined;
  };

const count = (code: string, label: string, column: RegExp, unit = 'logement'): SeriesColumn => ({
  kind: 'series',
  code,
  label,
  column,
  unit,
  additive: true,
});

const rate = (code: string, label: string, column: RegExp, toConfirm?: string): SeriesColumn => ({
  kind: 'series',
  code,
  label,
  column,
  unit: '%',
  additive: false,
  rate: true,
  ...(toConfirm ? { toConfirm } : {}),
});

const required = <Column extends ZoningColumn | SeriesColumn>(column: Column): Column => ({
  ...column,
  required: true,
});

const member0 = (name: string, label: string, column: RegExp, zone: string): ZoningColumn => ({
  kind: 'zoning',
  name,
  label,
  column,
  zoneOf: member(zone),
});

/**
 * Official files, most particular first. Headings read in the files themselves (zonage ABC, programmes, density,
 * ANIL) or reported from them (LOVAC, SRU, Sitadel, RPLS results: « à confirmer » on a national file).
 */
export const layouts: readonly Layout[] = [
  {
    name: 'zonage-abc',
    label: 'Zonage ABC (ministère chargé du Logement)',
    columns: [
      required<ZoningColumn>({
        kind: 'zoning',
        name: 'abc',
        label: 'Zonage ABC',
        column: /^zon(age|e)?(abc|envigueur.*|age|2|abcenvigueur.*)?$|^zonageabc/,
        zoneOf: zoneAbc,
      }),
    ],
  },
  {
    name: 'programmes-anct',
    label: 'Programmes Action cœur de ville, Petites villes de demain, Villages d’avenir (ANCT)',
    also: [/^(id)?(pvd|acv2?|va)$/],
    columns: [
      member0('acv', 'Action cœur de ville', /^(id)?acv$/, 'ACV'),
      member0('acv2', 'Action cœur de ville, entrées de ville', /^(id)?acv2$/, 'ACV2'),
      member0('pvd', 'Petites villes de demain', /^(id)?pvd$/, 'PVD'),
      member0('va', 'Villages d’avenir', /^(id)?va$/, 'VA'),
    ],
  },
  {
    name: 'densite-insee',
    label: 'Grille communale de densité (Insee)',
    columns: [
      required<ZoningColumn>({
        kind: 'zoning',
        name: 'densite',
        label: 'Densité, 3 niveaux',
        column: /^libdens$/,
        zoneOf: asWritten,
      }),
      {
        kind: 'zoning',
        name: 'rural',
        label: 'Rural et urbain',
        column: /^libdens$/,
        // Insee's own label of the third level; the two others are its urban ones.
        zoneOf: (text) => (text === '' ? undefined : plain(text) === 'rural' ? 'Rural' : 'Urbain'),
      },
      {
        kind: 'zoning',
        name: 'densite_aav',
        label: 'Densité croisée avec les aires d’attraction des villes',
        column: /^libdensaav$/,
        zoneOf: asWritten,
      },
      {
        kind: 'zoning',
        name: 'densite7',
        label: 'Densité, 7 niveaux',
        column: /^libdens7$/,
        zoneOf: asWritten,
      },
      count('population', 'Population municipale', /^pmun\d\d$/, 'personne'),
    ],
  },
  {
    name: 'qpv',
    label: 'Communes avec un quartier prioritaire de la politique de la ville (ANCT)',
    also: [/^(codeqp|codeqpv|codequartier)/],
    columns: [
      required<ZoningColumn>({
        kind: 'zoning',
        name: 'qpv',
        label: 'Communes avec un quartier prioritaire',
        column: /^(codeqp|codeqpv|codequartier)/,
        zoneOf: member('QPV'),
      }),
    ],
  },
  {
    name: 'loyers-anil',
    label: 'Carte des loyers (ANIL, ministère chargé du Logement) : annonces, charges comprises',
    also: [/^typpred$/],
    byFile: (file) => rentsOf(file).series,
    columns: [
      required<SeriesColumn>({
        kind: 'series',
        code: 'loyer_annonce',
        label: 'Loyer d’annonce, charges comprises',
        column: /^loypredm2$/,
        unit: '€/m²/mois',
        additive: false,
      }),
    ],
  },
  {
    name: 'lovac',
    label: 'LOVAC, logements vacants (ministère chargé du Logement)',
    columns: [
      required(count('logements_vacants_prives', 'Logements privés vacants', /^ppvacant(20)?\d\d$/)),
      count(
        'logements_vacants_prives_2ans',
        'Logements privés vacants depuis plus de 2 ans',
        /^ppvacantplus2ans(20)?\d\d$/,
      ),
      count('logements_prives', 'Logements privés', /^(ff)?pptotal(20)?\d\d$/),
    ],
  },
  {
    name: 'sru',
    label: 'Inventaire SRU (ministère chargé du Logement)',
    columns: [
      required(rate('taux_sru', 'Taux de logements sociaux (SRU)', /^tauxsru/)),
      count('lls_sru', 'Logements sociaux de l’inventaire SRU', /^nombrells/),
      rate('taux_sru_cible', 'Taux SRU à atteindre', /^tauxcible/),
      {
        kind: 'zoning',
        name: 'sru_deficitaire',
        label: 'Commune déficitaire (SRU)',
        column: /^communedeficitaire/,
        zoneOf: yesNo('déficitaire', 'non déficitaire'),
      },
      {
        kind: 'zoning',
        name: 'sru_carencee',
        label: 'Commune carencée (SRU)',
        column: /^communecarencee/,
        zoneOf: yesNo('carencée', 'non carencée'),
      },
    ],
  },
  {
    name: 'sitadel',
    label: 'Sitadel, logements autorisés et commencés (SDES)',
    yearColumn: /^annee$/,
    split: {
      column: /^typelgt$/,
      suffixOf: (text) => {
        const word = plain(text);
        if (word.startsWith('tous')) return { code: '', label: '' };
        if (word.startsWith('individuelpur')) return { code: '_individuel_pur', label: ', individuel pur' };
        if (word.startsWith('individuelgroupe'))
          return { code: '_individuel_groupe', label: ', individuel groupé' };
        if (word.startsWith('collectif')) return { code: '_collectif', label: ', collectif' };
        return word.startsWith('residence') ? { code: '_residence', label: ', en résidence' } : undefined;
      },
    },
    columns: [
      required(count('logements_autorises', 'Logements autorisés', /^logaut$/)),
      count('logements_commences', 'Logements commencés', /^logcom$/),
    ],
  },
  {
    name: 'rpls-resultats',
    label: 'RPLS, résultats par commune (SDES)',
    also: [/^nbls$/],
    columns: [
      required(count('rpls_logements', 'Logements locatifs sociaux (RPLS)', /^nbls$/)),
      count('rpls_loues', 'Logements sociaux loués (RPLS)', /^nbloues$/),
      count('rpls_vacants', 'Logements sociaux vacants (RPLS)', /^nbvacants$/),
      count('rpls_qpv', 'Logements sociaux en quartier prioritaire (RPLS)', /^nblsenqpv$/),
      rate(
        'bm_vacance',
        'Repère : vacance totale',
        /^txvac$/,
        'champ de la vacance totale du SDES à confirmer',
      ),
      rate('bm_vacance3m', 'Repère : vacance de plus de 3 mois', /^txvac3$/),
      rate('bm_mobilite', 'Repère : mobilité', /^txmob$/),
    ],
  },
  {
    name: 'recensement',
    label: 'Recensement, logement (Insee)',
    columns: [
      required(
        count(
          'rp_territoire',
          'Résidences principales du territoire',
          /^(p\d\drp|rp|residencesprincipales.*|nbresidencesprincipales.*)$/,
        ),
      ),
    ],
  },
  {
    name: 'demande-sne',
    label: 'Demande de logement social (SNE)',
    columns: [
      required(
        count(
          'demandes_sne',
          'Demandes actives de logement social',
          /^(demandessne|nbdemandes.*|demandesactives.*|nombrededemandes.*|demandesencours.*)$/,
          'ménage',
        ),
      ),
    ],
  },
];
