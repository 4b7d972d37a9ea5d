import { CardwireError, codeOf, never } from '../domain/errors.ts';
import { NotYet } from '../queue/waiting.ts';
import type { Claim } from '../store/receipts.ts';
import type { Parts } from './parts.ts';

/** A message whose run died so often without an outcome kills its run. */
const MOST_DEATHS = 5;

/** What is to be done once. */
export interface Effect {
  readonly team: string;
  readonly event: string;
  /** Tells the same event that comes with another answer open from the same one that comes again. */
  readonly answers?: string | undefined;
  /** Does it, and gives the outcome's code. `lookSince` is set where an earlier run may have got somewhere: look before doing it again. */
  work(lookSince: Date | undefined): Promise<string>;
  /** Hears why the work came to nothing this time, once the claim is given back. */
  failed?(error: unknown): Promise<void>;
}

/** How it was done before. */
export type DoneBefore = Extract<Claim, { readonly why: 'done' }>;

/**
 * Does what an event asks for, once: it is claimed before, and its outcome is written down after. A try that fails gives the claim back.
 * @returns undefined when it is done now.
 * @throws NotYet while another run is at it; CardwireError `kills-its-run` (never) where too many runs have died of it; what the work throws, and
 * what the table does.
 */
export async function doOnce(
  { store: { receipts }, now }: Pick<Parts, 'store' | 'now'>,
  { team, event, answers, work, failed }: Effect,
): Promise<DoneBefore | undefined> {
  const claim = await receipts.claim(team, event, answers);
  if (!claim.got && claim.why === 'done') return claim;
  if (!claim.got) throw new NotYet(claim.until - now());
  if (claim.deaths >= MOST_DEATHS) throw new CardwireError('kills-its-run', never);

  const release = (error: unknown) => receipts.release(team, event, codeOf(error));
  const outcome = await work(claim.lookSince).catch(async (error: unknown) => {
    await release(error);
    await failed?.(error);
    throw error;
  });
  // It is done: that it is only not written down is nothing to be told, and may have been unheard alone.
  await receipts.complete(team, event, outcome).catch(async (error: unknown) => {
    await release(error);
    throw error;
  });
  return undefined;
}
