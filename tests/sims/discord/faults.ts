import { createFaultPlan, type FaultPlan } from '../faults.ts';
import type { Answer } from './answer.ts';
import { limited } from './buckets.ts';
import { banned } from './invalid-requests.ts';

/** What goes wrong at Discord besides what goes wrong anywhere. */
export type OwnFault =
  /** An error of the API's own, the work not done. */
  | { readonly kind: 'code'; readonly status: number; readonly code: number }
  /** A rate limit, in seconds; contract A2.3: `shared` ones are others' doing. */
  | { readonly kind: 'rate-limit'; readonly seconds: number; readonly scope?: 'user' | 'global' | 'shared' }
  /** What Cloudflare answers to an address that it has banned. */
  | { readonly kind: 'banned' };

export type Faults = FaultPlan<OwnFault>;

/** Begins with nothing planned. Paths are those below `/api/v10`. */
export const createFaults = (): Faults => createFaultPlan<OwnFault>();

/** The answer that such a fault gives instead of the work. */
export function answerOf(fault: OwnFault): Answer {
  if (fault.kind === 'banned') return banned;
  if (fault.kind === 'rate-limit') return limited(fault.seconds, fault.scope === 'global', fault.scope);
  return { status: fault.status, json: { message: 'A planned fault', code: fault.code } };
}
