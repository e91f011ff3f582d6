import type { Profile } from './profile';
import { chanceOf } from './random';

/** What a landlord writes instead of a number. */
export type Gap = 'ND' | 'SO' | 'blank';

/**
 * Data points that landlords often cannot answer, together, and how often. Those behind the figures that
 * the region is known by are not here: everybody answers them.
 */
const gaps = `
0.80 lm3_t1 lm3_t2 lm3_t3
0.86 emplois_directs emplois_indirects emplois_induits
0.45 eco_ef_gaz eco_ef_elec eco_ef_reseau eco_ef_autres
0.45 ges_s1 ges_s2
0.65 ges_s3
0.22 delai_pondere montant_factures
0.14 achats_geolocalises achats_locaux
0.16 achats_pme
0.45 t_total t_valor
0.06 menages_lt60 menages_mono titulaires_65p
0.12 attr_q1_hqpv attr_nonq1_qpv
0.10 attr_sans_logement
0.08 attr_prioritaires
0.10 attr_al
0.12 log_pmr
0.10 log_label_senior
0.14 log_asc_rdc
0.16 questionnaires_envoyes rep_recues rep_exprimees rep_satisf
0.20 nb_recl somme_delais
0.10 pannes_asc
0.12 jours_vacance_com
0.10 heures_formation
0.12 heures_insertion heures_travaillees
0.22 conso_gaz conso_elec_ch conso_elec_autres conso_fioul conso_bois conso_reseau ges_reseau
0.08 somme_conso_shab somme_ges_shab somme_shab_dpe
0.30 eau_m3
0.28 surface_artif
0.15 mes_label
0.10 mes_b2c
0.06 rls_montant
0.05 impayes_annee
0.20 menages_accompagnes
0.10 afn
0.15 couts_gestion
0.12 remun_femmes remun_hommes
0.10 nb_mutations
0.12 log_adaptes dep_adapt
0.10 locaux_nb locaux_m2
0.12 part_assoc_nb
0.08 somme_ages nb_age_connu
0.10 cee_kwhcumac
0.06 fournisseurs
`;

const groups = gaps
  .trim()
  .split('\n')
  .map((line) => {
    const [likely, ...codes] = line.split(' ');
    return { likely: Number(likely), codes };
  });

/** Data points that do not apply where the landlord has nothing of the kind: zero becomes `SO`. */
const WITHOUT_OBJECT = new Set(
  (
    'nb_eq_foyer places_ra places_hi abatt_tfpb dep_contrepartie_tfpb dep_gup_qpv achats_intragroupe ' +
    'pannes_asc nb_ascenseurs impot_societes'
  ).split(' '),
);

/** The data points a landlord leaves unanswered. Small landlords know less of themselves than large ones. */
export function gapsOf(landlord: Profile): ReadonlyMap<string, Gap> {
  const means = landlord.size > 8000 ? 0.5 : landlord.size > 1500 ? 1 : 1.25;
  return new Map(
    groups.flatMap(({ likely, codes }, index): [string, Gap][] => {
      const chance = chanceOf(`gap ${index} ${landlord.slug}`);
      if (chance.next() >= likely * means) return [];
      const gap = chance.next() < 0.75 ? 'ND' : 'blank';
      return codes.map((code) => [code, gap]);
    }),
  );
}

/** Whether a landlord whose figure is zero says that the question does not concern it. */
export function isWithoutObject(code: string, landlord: Profile): boolean {
  if (WITHOUT_OBJECT.has(code)) return true;
  return code.startsWith('acc_') && landlord.family !== 'COOP' && landlord.manner % 4 !== 0;
}
