import type { FunctionSpec } from '../model';
import { COEFFICIENT } from './coefficient';
import { DEFINITION } from './definition';
import { EXPLIQUER } from './expliquer';
import { INDICATEUR } from './indicateur';
import { INDICATEURS } from './indicateurs';

export const catalogueFunctions: readonly FunctionSpec[] = [
  INDICATEUR,
  INDICATEURS,
  EXPLIQUER,
  DEFINITION,
  COEFFICIENT,
];
