import type { Fault } from '../histories/faults.ts';
import { calm, type Script } from '../histories/house.ts';

/** A script in which nothing goes wrong and any run may come next: the same for the same seed. */
export function dice(seed: number): Script {
  let state = seed;
  return {
    ...calm,
    choose: () => {
      // Numerical Recipes' generator; its high bits are the good ones.
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 16;
    },
  };
}

/** A script in which all goes well but for the calls that this text names: of these the `which`th, from 1, suffers the fault. */
export function failing(call: string, which: number, fault: Fault): Script {
  let met = 0;
  return {
    ...calm,
    faultFor: ({ side, label }) => {
      if (!`${side} ${label}`.includes(call)) return 'none';
      met += 1;
      return met === which ? fault : 'none';
    },
  };
}
