import type { Card } from '../../lib/domain/card.ts';
import type { CardKey } from '../../lib/store/card-record.ts';
import type { Store } from '../../lib/store/store.ts';

const conversation = 'mattermost:chat:room:';

/** Writes down that a card came from a conversation ten minutes ago, and is shown there as it is now. */
export async function showAsWas(store: Store, at: CardKey, card: Card, now: number): Promise<void> {
  const owner = { connection: 'chat', person: 'u1', name: 'tom', conversation };
  await store.cards.own(at, owner, card.number, { at: now - 600_000, what: 'done', event: 'e' });
  const face = {
    ...{ id: card.id, title: card.title, column: card.column.name, people: [], labels: [], url: '' },
    state: 'open',
    revision: 1,
  } as const;
  const thread = { ...at, conversation };
  const telling = { happening: { id: 'h', kind: 'create', at: 1 }, loudness: 'edit' } as const;
  const before = await store.threads.claim(thread, telling, face, now);
  if (!before) throw new Error('not claimed');
  const line = { at: 1, what: 'shown', event: 'h' };
  const state = { message: `post-${card.id}`, thread: `post-${card.id}` };
  await store.threads.complete(thread, { before, state, face, last: undefined, line });
}
