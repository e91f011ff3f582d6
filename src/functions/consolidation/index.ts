import type { FunctionSpec } from '../model';
import { CONSOLIDER, COUVERTURE } from './consolider';
import { REDRESSER } from './redresser';
import { SECRET } from './secret';

export const consolidationFunctions: readonly FunctionSpec[] = [CONSOLIDER, COUVERTURE, REDRESSER, SECRET];
