import { mailConversation } from '../../lib/channels/email/place.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { type MailScene, put } from './mail-scene.ts';
import { eva } from './mail-sight.ts';

let count = 0;

/** A mail of Eva's that opens a card comes, as its door puts it on the queue, and everything that follows from it is done. Gives its outcome. */
export async function comes(scene: MailScene, more: Partial<CommandEvent> = {}): Promise<unknown> {
  count += 1;
  const id = `mail-${count}`;
  put(scene, {
    ...{ v: 1, kind: 'command', id, at: scene.house.clock.now, team: 'ops', connection: 'post' },
    ...{ generation: 1, direct: true, person: { id: eva, name: 'Eva' }, mail: { original: id } },
    conversation: mailConversation({ connection: 'post', address: eva, root: id }),
    input: { by: 'form', form: 'create', fields: { title: 'Pump' } },
    reply: { mail: { id: `${id}@people.test`, references: [], subject: 'Pump' } },
    ...more,
  });
  await scene.settle();
  return outcomeOf(scene, more.id ?? id);
}

/** How an event ended. */
export function outcomeOf({ house }: MailScene, event: string): unknown {
  return house.table.items.get(`TEAM#ops\nEVENT#${event}`)?.outcome;
}
