import type { TestEvent } from '../../schemas/event.ts';
import type { Parts } from './parts.ts';
import { teamFor } from './team-for.ts';

/** Takes down that a connection's test has come through the door and the queue: set-up waits for it. */
export async function onTest(parts: Parts, event: TestEvent): Promise<void> {
  const team = await teamFor(parts, event);
  if (team?.boards[event.connection]?.generation !== event.generation) return;
  await parts.store.webhookTests.heard(event.team, event.connection, event.at);
}
