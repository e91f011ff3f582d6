import { catalogueFunctions } from './indicators';
import { consolidationFunctions } from './consolidation';
import { economyFunctions } from './economy';
import { energyFunctions } from './energy';
import { housingFunctions } from './housing';
import type { FunctionSpec } from './model';
import { qualityFunctions } from './quality';
import { territoryFunctions } from './places';

/** Every custom function, in the order people read them. A name or a signature, once published, never changes. */
export const functionTable: readonly FunctionSpec[] = [
  ...catalogueFunctions,
  ...housingFunctions,
  ...economyFunctions,
  ...energyFunctions,
  ...territoryFunctions,
  ...consolidationFunctions,
  ...qualityFunctions,
];
