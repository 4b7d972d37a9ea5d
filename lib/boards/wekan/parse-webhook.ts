import type { Change } from '../../../schemas/event.ts';
import { type WekanWebhook, wekanWebhook } from '../../../schemas/wekan-webhook.ts';
import { type Named, named, namedFields } from '../named.ts';
import type { WebhookNews } from '../webhook-news.ts';
import { activities } from './activities.ts';

/**
 * Reads a one-way webhook's body (A1.7), parsed JSON. A hint only: the card is read before anything is shown.
 * @returns nothing for types that are ignored or unknown; undefined for a body that is no webhook.
 */
export function parseWebhook(body: unknown): readonly WebhookNews[] | undefined {
  const read = wekanWebhook.safeParse(body);
  if (!read.success) return undefined;
  const hook = read.data;
  const meaning = Object.hasOwn(activities, hook.description) ? activities[hook.description] : undefined;
  if (!meaning || 'ignored' in meaning || hook.cardId === undefined) return [];
  const { kind, step, early, subject, part, once } = meaning;
  const from = kind === 'move' ? hook.oldListId : undefined;
  // Another swimlane in the same column is told as a move (A1.8); cards are not shown with their swimlane.
  if (from !== undefined && from === hook.listId) return [];
  const change: Change = {
    kind,
    card: hook.cardId,
    ...(step && { step }),
    ...actorOf(hook),
    ...(kind === 'comment' && hook.commentId !== undefined ? { comment: hook.commentId } : {}),
    ...(subject ? namesIn(hook, subject) : part && { subject: part }),
    ...(from === undefined ? {} : { from }),
    ...(early && { early }),
  };
  return [{ change, id: idOf(hook, once) }];
}

/** Before v9.81 a label's name may be a placeholder that nobody filled in. */
function namesIn(hook: WekanWebhook, field: keyof WekanWebhook): Named {
  const name = hook[field];
  if (name === undefined || /^__\w+__$/.test(name)) return {};
  return field === 'customField' ? namedFields([name]) : named([name]);
}

/** Before v10.72 there is only the display name. */
function actorOf({ userId, username, user }: WekanWebhook): Pick<Change, 'actor'> {
  if (userId === undefined && username === undefined && user === undefined) return {};
  return {
    actor: {
      ...(userId === undefined ? {} : { id: userId }),
      ...(username === undefined ? {} : { username }),
      ...(user === undefined ? {} : { name: user }),
    },
  };
}

function idOf(hook: WekanWebhook, once: 'cardId' | 'commentId' | undefined): string | undefined {
  if (hook.activityId !== undefined) return `activity:${hook.activityId}`;
  const natural = once && hook[once];
  return natural === undefined ? undefined : `${hook.description}:${natural}`;
}
