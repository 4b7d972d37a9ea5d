import { type TaigaWebhook, taigaWebhook } from '../../../schemas/taiga-webhook.ts';
import { named } from '../named.ts';
import type { WebhookNews } from '../webhook-news.ts';
import { actorOf } from './actor.ts';
import { commentChange, isSavedAgain } from './comment-change.ts';
import { storyChanges, type Told } from './story-diff.ts';
import { taskChanges } from './task-diff.ts';

/** What can be told by types: everything but `card`, and the comment's own doer. */
type Reader = (hook: TaigaWebhook) => { readonly card: About; readonly told: readonly Told[] } | undefined;
type About = { readonly id: number; readonly project?: { readonly id: number } | undefined };

/**
 * The types that tell of a card, which is a user story. The others are accepted and not told: `project` and `test` are about no card;
 * milestones and wiki pages neither (a card's sprint is told by its story); issues and epics are no cards of ours, and their ids are
 * counted apart, so that issue 1 is not story 1. A link between an epic and a story is told as the story's.
 */
const readers: Readonly<Record<string, Reader>> = {
  userstory: (hook) => {
    const card = aboutData(hook);
    return card && { card, told: storyTold(hook) };
  },
  // A1.7: a task without a story stands on no card.
  task: (hook) => {
    const card = hook.data?.user_story;
    return card ? { card, told: savedAgain(hook) ? [] : taskChanges(hook) } : undefined;
  },
  relateduserstory: ({ action, data }) => {
    const card = data?.user_story;
    // Its order among the epic's stories changes, too.
    return card && action !== 'change' ? { card, told: [{ kind: 'edit', subject: 'epic' }] } : undefined;
  },
};

/**
 * Reads a webhook's body (A1.3), parsed JSON. A hint only: the card is read before anything is shown.
 * @returns nothing for what tells of no card; undefined for a body that is no webhook.
 */
export function parseWebhook(body: unknown): readonly WebhookNews[] | undefined {
  const read = taigaWebhook.safeParse(body);
  if (!read.success) return undefined;
  const hook = read.data;
  const about = Object.hasOwn(readers, hook.type) ? readers[hook.type]?.(hook) : undefined;
  if (!about) return [];
  const at = hook.date ? Date.parse(hook.date) : undefined;
  const changes = [...about.told.map((told) => ({ ...told, ...actorOf(hook.by) })), ...commentTold(hook, at)];
  return changes.map((told, place) => ({
    change: {
      ...told,
      card: String(about.card.id),
      ...(about.card.project ? { board: String(about.card.project.id) } : {}),
      ...(at === undefined ? {} : { happened: at }),
    },
    id: idOf(hook, place),
  }));
}

/** True when the webhook is Taiga's `test`, which an administrator or set-up sends by a button (A1.3). */
export function isTest(body: unknown): boolean {
  const read = taigaWebhook.safeParse(body);
  return read.success && read.data.type === 'test';
}

function aboutData({ data }: TaigaWebhook): About | undefined {
  return data?.id === undefined ? undefined : { id: data.id, project: data.project };
}

function storyTold(hook: TaigaWebhook): readonly Told[] {
  if (hook.action === 'create') return [{ kind: 'create' }];
  if (hook.action === 'delete') return [{ kind: 'delete' }];
  return hook.change && !savedAgain(hook) ? storyChanges(hook.change.diff) : [];
}

function savedAgain({ change }: TaigaWebhook): boolean {
  return change !== undefined && isSavedAgain(change);
}

function commentTold({ type, data, change, by }: TaigaWebhook, at: number | undefined) {
  if (!change || data?.id === undefined || (type !== 'userstory' && type !== 'task')) return [];
  const told = commentChange({ on: { type, id: data.id }, change, by: by ?? undefined, at });
  if (!told) return [];
  return [type === 'task' ? { ...told, ...named([data.subject ?? '']) } : told];
}

/** A1.6: there is no id; type, id and date are equal for a resent webhook and differ for what honestly happens again. */
function idOf({ type, data, date }: TaigaWebhook, place: number): string | undefined {
  if (!date || data?.id === undefined) return undefined;
  return `${type}:${data.id}:${date}${place === 0 ? '' : `:${place}`}`;
}
