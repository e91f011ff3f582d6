import type { KnownFigure } from '../region';

const RPLS = 'SDES, RPLS au 1er janvier 2019';
const UHS = 'Union pour l’habitat social de Normandie, chiffres clés 2017';
const ARREARS = 'Union sociale pour l’habitat, enquête impayés 2014';

/** code | territory | value | source: only figures that somebody published, or that follow from them. */
const table = `
rp_territoire | REG:28 | 1475714 | Dérivé : 307 834 logements, 20,86 % des résidences principales (${RPLS})
demandes_sne | REG:28 | 90000 | ${UHS}
bm_part_rp | REG:28 | 0.2086 | ${RPLS}
bm_part_rp | FR | 0.1741 | ${RPLS}
bm_part_individuel | REG:28 | 0.2425 | ${RPLS}
bm_part_individuel | FR | 0.1555 | ${RPLS}
bm_loyer_m2 | REG:28 | 5.31 | ${RPLS}
bm_loyer_m2 | FR | 5.83 | ${RPLS}
bm_part_qpv | REG:28 | 0.26 | ${RPLS}
bm_part_qpv | FR | 0.301 | ${RPLS}
bm_mobilite | REG:28 | 0.1103 | ${RPLS}
bm_mobilite | FR | 0.0929 | ${RPLS}
bm_vacance3m | REG:28 | 0.0201 | ${RPLS}
bm_vacance3m | FR | 0.014 | ${RPLS}
bm_vacance | FR | 0.029 | ${RPLS}
bm_dpe_connu | REG:28 | 0.943 | ${RPLS}
bm_dpe_connu | FR | 0.8 | ${RPLS}
bm_part_abc | REG:28 | 0.403 | Dérivé de : ${RPLS}, logements à DPE connu
bm_part_abc | FR | 0.419 | Dérivé de : ${RPLS}, logements à DPE connu
bm_part_fg | FR | 0.06 | Ancols, janvier 2022, parc social
bm_part_proximite | REG:28 | 0.45 | ${UHS}
bm_impayes3m | FR | 0.064 | ${ARREARS}
bm_retard | FR | 0.185 | ${ARREARS}
bm_impayes12m | FR | 0.013 | ${ARREARS}
bm_demandeurs_moins30 | DEP:61 | 0.26 | Étude d'impact d'un bailleur de l'Orne, part parmi les demandeurs
obj_q1_hqpv | REG:28 | 0.25 | CCH, article L. 441-1
`;

export const references: readonly KnownFigure[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', territory = '', value, source = ''] = line.split('|').map((cell) => cell.trim());
    return { code, territory, value: Number(value), source };
  });
