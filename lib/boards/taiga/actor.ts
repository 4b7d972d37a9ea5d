import type { Change } from '../../../schemas/event.ts';
import type { TaigaPerson } from '../../../schemas/taiga-webhook.ts';

/** Who did it, for a change. Nothing for nobody (`by` may be null, A1.3). */
export function actorOf(by: TaigaPerson | null | undefined): Pick<Change, 'actor'> {
  if (!by) return {};
  const { id, username, full_name: name } = by;
  return {
    actor: {
      id: String(id),
      ...(username === undefined ? {} : { username }),
      ...(name === undefined ? {} : { name }),
    },
  };
}
