import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from '../../domain/errors.ts';
import type { Client } from './client.ts';

/** Longer than this, whoever sets up is told to come back. Milliseconds. */
const PATIENCE_MS = 15_000;
const MOST_WAITS = 5;

/**
 * A client that waits where Discord's limits ask for a few seconds (contract A2.3): nothing else would come back for it, as the queue does
 * for what people ask for.
 */
export function patient(client: Client): Client {
  return {
    ask: (...call) => patiently(() => client.ask(...call)),
    get: (...call) => patiently(() => client.get(...call)),
    post: (...call) => patiently(() => client.post(...call)),
  };
}

async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await call();
    } catch (error) {
      if (!hasCode(error, 'discord-busy') || error.retry.when === 'never') throw error;
      const { afterMs = 0 } = error.retry;
      if (waits === MOST_WAITS || afterMs > PATIENCE_MS) throw error;
      await sleep(afterMs);
    }
  }
}
