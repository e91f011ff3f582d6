import { looseKey } from '../../../contribution';
import { rentsOf } from '../rent-files';
import { count, required } from './columns';
import type { Layout, SeriesColumn } from './model';

const yesNo =
  (yes: string, no: string) =>
  (text: string): string | undefined => {
    const word = looseKey(text);
    if (['oui', 'o', '1', 'vrai', 'true', 'x'].includes(word)) return yes;
    return ['non', 'n', '0', 'faux', 'false'].includes(word) ? no : undefined;
  };

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

/** Official files of figures, most particular first. */
export const figureLayouts: readonly Layout[] = [
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
        const word = looseKey(text);
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
