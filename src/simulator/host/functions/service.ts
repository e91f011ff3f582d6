import type { Grid } from '../core/grid';
import type { Recalculation } from '../core/recalculation';
import { hostObject, type HostObject } from '../richapi/objects';

export interface CustomFunctionHost {
  readonly object: HostObject;
  settled(): Promise<void>;
  dispose(): void;
}

export function createCustomFunctions(_grid: Grid, recalculation: Recalculation): CustomFunctionHost {
  return {
    object: hostObject(
      {
        name: 'CustomFunctions',
        methods: {
          _SetOsfControlContainerReadyForCustomFunctions: { run: () => undefined },
          _GetEnabledFeatures: { run: () => [] },
        },
      },
      null,
    ),
    settled: () => recalculation.settled(),
    dispose: () => undefined,
  };
}
