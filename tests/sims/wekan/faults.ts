import { createFaultPlan, type FaultPlan } from '../faults.ts';
import type { World } from './world.ts';

/** What goes wrong with the fake. */
export interface Faults extends FaultPlan {
  /** Every token is refused from now on: requests with them are anonymous. */
  revokeTokens(): void;
}

export function createFaults(world: World): Faults {
  return {
    ...createFaultPlan(),
    revokeTokens: () => {
      world.tokens = [];
    },
  };
}
