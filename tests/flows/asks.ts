import type { CommandInput } from '../../schemas/asked.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import type { House } from './house.ts';
import { heard } from './sight.ts';

let asked = 0;

/**
 * Queues a command as the door of some other channel would, and waits until all it causes is done. Gives back its event's id, and what the
 * person was told alone since.
 */
export async function asks(
  house: House,
  name: string,
  input: CommandInput,
  more: Partial<CommandEvent> = {},
): Promise<{ readonly id: string; readonly told: readonly string[] }> {
  const before = heard(house, name).length;
  asked += 1;
  const event: CommandEvent = {
    ...{ v: 1, kind: 'command', id: `asked-${asked}`, at: house.now(), team: 'ops', connection: 'chat' },
    ...{ generation: 1, conversation: `mattermost:chat:${house.mattermost.townSquare.id}:`, direct: false },
    ...{ place: 'town-square', person: { id: house.mattermost.world.user(name).id, name } },
    ...{ input, reply: {} },
    ...more,
  };
  await house.enqueue([event]);
  await house.settle();
  return { id: event.id, told: heard(house, name).slice(before) };
}
