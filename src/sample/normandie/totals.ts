import type { Totals } from '../region';

/**
 * What the landlords of the sample add up to. Published for the region: the stock, houses, priority
 * neighbourhoods, vacancy, turnover and energy ratings (RPLS on 1 January 2019), the people housed, the home
 * ownership, about 800 M€ invested (regional study on 2019), the staff, the renovations and the allocations
 * (key figures of the regional union). The rest is plausible and made up.
 */
export const totals: Totals = {
  nb_lls: 307_834,
  // 24.25 %
  nb_individuel: 74_650,
  // 26.0 %
  log_qpv: 80_037,
  nb_occupants: 550_000,
  nb_proposes_location: 290_500,
  nb_vacants: 9_877,
  // 2.01 % of the dwellings offered
  nb_vac3m: 5_839,
  nb_loues: 280_623,
  nb_occupes: 288_223,
  nb_loc_1an: 285_000,
  // 11.03 %
  nb_emmenag_hors_neuf: 31_436,
  // 5.7 % unknown; 40.3 % of the others in A, B or C, that is 38.0 % of all
  dpe_inconnu: 17_547,
  dpe_a: 2_890,
  dpe_b: 21_340,
  dpe_c: 92_756,
  dpe_e: 55_210,
  dpe_f: 16_480,
  dpe_g: 3_390,
  nb_attributions: 33_000,
  mes_neuf: 3_050,
  mes_acq: 310,
  agr_plai: 1_140,
  agr_plus: 1_870,
  agr_pls: 420,
  demolitions: 1_260,
  acc_psla: 620,
  acc_brs: 40,
  acc_autre: 440,
  nb_rehab: 8_150,
  nb_reno_ener: 7_000,
  nb_sorties_fg: 1_080,
  // Together 800 M€
  inv_neuf: 452_400_000,
  inv_rehab: 339_900_000,
  inv_demol: 7_700_000,
  dep_ge: 96_300_000,
  dep_ec: 78_100_000,
  etp: 5_000,
  // 45 %
  etp_proximite: 2_250,
};
