import { hostObject, type HostObject } from '../../richapi/objects';
import { rangeType } from './index';
import type { RangeTarget } from './target';

/** A range as an object of the batch. */
export const rangeObject = (range: RangeTarget): HostObject => hostObject(rangeType, range);
