import { CardwireError } from '../../domain/errors.ts';
import { NotYet } from '../../queue/waiting.ts';

/** Milliseconds. */
const PATIENCE_MS = 10 * 60_000;

/**
 * What looking at a card's details gives, for an event that was accepted `at` (epoch milliseconds). Where the board does not give them it is tried
 * again, as what is told without them may be told once more by a look. But a list may fail alone, and for good (Wekan's of files, wekan.md A2.5): after
 * ten minutes the event goes on without.
 * @throws CardwireError what the board throws, until then.
 */
export async function inPatience<T>(
  { now }: { readonly now: () => number },
  at: number,
  look: () => Promise<T>,
  without: T,
): Promise<T> {
  try {
    return await look();
  } catch (error) {
    const isRefused = error instanceof CardwireError && !(error instanceof NotYet);
    if (isRefused && now() - at > PATIENCE_MS) return without;
    throw error;
  }
}
