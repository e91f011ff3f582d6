import type { FunctionSpec } from '../model';
import { ECONOMIE_LOYER, LOYER_M2 } from './loyer';
import { TAUX_IMPAYES, TAUX_MOBILITE, TAUX_VACANCE } from './taux';

export const housingFunctions: readonly FunctionSpec[] = [
  LOYER_M2,
  ECONOMIE_LOYER,
  TAUX_VACANCE,
  TAUX_MOBILITE,
  TAUX_IMPAYES,
];
