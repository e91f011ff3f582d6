import type { FunctionSpec } from '../model';
import { EMPLOIS, EMPLOIS_LOGEMENTS, HEURES_INSERTION_ETP } from './emplois';
import { LM3 } from './lm3';
import { PART_LOCALE } from './part-locale';

export const economyFunctions: readonly FunctionSpec[] = [
  EMPLOIS,
  EMPLOIS_LOGEMENTS,
  PART_LOCALE,
  LM3,
  HEURES_INSERTION_ETP,
];
