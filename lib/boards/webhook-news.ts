import type { Change, ChangeEvent } from '../../schemas/event.ts';
import { type DoorContext, type DoorRequest, originOf } from '../domain/door.ts';

/** What one webhook tells: one of its changes. */
export interface WebhookNews {
  readonly change: Change;
  /** Stable across resending and never given to another happening; undefined where the source sends nothing to make one of. */
  readonly id: string | undefined;
}

/** The events of a webhook's news, in its order. What has no id of its own gets the request's. */
export function eventsOf(
  news: readonly WebhookNews[],
  request: Pick<DoorRequest, 'id'>,
  context: DoorContext,
): readonly ChangeEvent[] {
  return news.map(({ change, id }, place) => ({
    ...originOf(context),
    kind: 'change',
    id: id ?? `request:${request.id}${place === 0 ? '' : `:${place}`}`,
    change,
  }));
}
