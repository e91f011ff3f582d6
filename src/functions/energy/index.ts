import type { FunctionSpec } from '../model';
import { CO2 } from './co2';
import { ETIQUETTE_DPE } from './etiquette';
import { GAIN_ENERGETIQUE } from './gain';
import { PART_ETIQUETTES } from './parts';

export const energyFunctions: readonly FunctionSpec[] = [
  ETIQUETTE_DPE,
  PART_ETIQUETTES,
  CO2,
  GAIN_ENERGETIQUE,
];
