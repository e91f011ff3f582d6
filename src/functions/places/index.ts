import type { FunctionSpec } from '../model';
import { COMMUNE } from './commune';
import { TERRITOIRE } from './territoire';
import { ZONE } from './zone';

export const territoryFunctions: readonly FunctionSpec[] = [TERRITOIRE, COMMUNE, ZONE];
