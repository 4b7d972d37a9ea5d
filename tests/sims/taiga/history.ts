import { randomUUID } from 'node:crypto';
import { shownDiff } from './diff.ts';
import { changePayload, itemPayload, userPayload } from './payload.ts';
import { type Site, stamp } from './site.ts';
import type { SimEntry, SimItem, World } from './world.ts';

const keyOf = ({ kind, id }: SimItem) => `${kind}:${id}`;

/** A1.5: reordering inside a column is written down, but shown to nobody. */
const silent = new Set(['kanban_order']);

/** What an item looks like to its history. Watchers are no part of it: A1.5, they cause no webhook. */
function freeze(world: World, item: SimItem): Readonly<Record<string, unknown>> {
  const { subject, description, status, tags, isBlocked, milestone } = item;
  const common = {
    subject,
    description,
    status,
    tags: [...tags].sort(),
    assigned_to: item.assignedTo,
    due_date: item.dueDate,
    is_blocked: isBlocked,
    blocked_note: item.blockedNote,
    milestone,
  };
  if (item.kind === 'task') return common;
  const files = world.attachments.filter(
    ({ item: kind, objectId }) => kind === item.kind && objectId === item.id,
  );
  return {
    ...common,
    assigned_users: [...item.assignedUsers].sort((a, b) => a - b),
    kanban_order: item.kanbanOrder,
    points: { ...item.points },
    is_closed: item.isClosed,
    finish_date: item.finishedAt,
    custom_attributes: { ...item.attributes },
    attachments: files.map((file) => ({ ...file })),
  };
}

function sinceLastEntry(world: World, item: SimItem) {
  const before = world.frozen.get(keyOf(item)) ?? {};
  const after = freeze(world, item);
  const fields = Object.keys(after).filter(
    (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
  );
  return { before, after, fields };
}

const isHidden = (fields: readonly string[]) => fields.every((field) => silent.has(field));

/** Writes down that an item is there, and tells it. A comment sent along is kept nowhere (A1.5). */
export function recordCreate(site: Site, item: SimItem, user: number | null): void {
  const date = stamp(site);
  site.world.frozen.set(keyOf(item), freeze(site.world, item));
  const by = userPayload(site, user);
  tell(site, item, () => ({ action: 'create', type: item.kind, by, date, data: itemPayload(site, item) }));
}

/**
 * Writes down what has changed since the last entry, whoever caused it (A2.6: a silent flip of `is_closed` shows up here, as the
 * doing of the next one who comes along), and what was said.
 */
export function recordChange(site: Site, item: SimItem, user: number | null, comment = ''): void {
  const { world } = site;
  const { before, after, fields } = sinceLastEntry(world, item);
  if (fields.length === 0 && comment === '') return;
  world.frozen.set(keyOf(item), after);
  const entry: SimEntry = {
    id: randomUUID(),
    item: item.kind,
    itemId: item.id,
    type: 'change',
    user,
    createdAt: stamp(site),
    comment,
    diff: Object.fromEntries(fields.map((field) => [field, [before[field], after[field]]])),
    shown: shownDiff(world, item, before, after, fields),
    deletedAt: null,
    deletedBy: null,
    editedAt: null,
    versions: null,
    hidden: comment === '' && isHidden(fields),
  };
  world.entries.push(entry);
  if (!entry.hidden) tellEntry(site, item, entry);
}

/**
 * Tells that an item goes. A real Taiga 6.10 hides this entry by the rule for all others: whose order alone has changed since the last one, because
 * somebody dragged another card, goes without a webhook.
 */
export function recordDelete(site: Site, item: SimItem, user: number | null): void {
  const { fields } = sinceLastEntry(site.world, item);
  if (fields.length > 0 && isHidden(fields)) return;
  const date = stamp(site);
  const by = userPayload(site, user);
  tell(site, item, () => ({ action: 'delete', type: item.kind, by, date, data: itemPayload(site, item) }));
}

/** A1.5: any save of an entry is told again, in the name of its author whoever saved it, with the diff it has. */
export function tellEntry(site: Site, item: SimItem, entry: SimEntry): void {
  const date = stamp(site);
  const by = userPayload(site, entry.user);
  tell(site, item, () => {
    const data = itemPayload(site, item);
    return { action: 'change', type: item.kind, by, date, data, change: changePayload(entry) };
  });
}

/** A1.7: what cannot be serialised is lost by a worker, and breaks the request where there is none. */
function tell(site: Site, item: SimItem, hook: () => Parameters<Site['raise']>[1]): void {
  try {
    site.raise(item.project, hook());
  } catch (error) {
    if (!site.celery) throw error;
  }
}

/** The entries of an item, newest first. */
export function entriesOf(world: World, item: SimItem): readonly SimEntry[] {
  return world.entries.filter(({ item: kind, itemId }) => kind === item.kind && itemId === item.id).reverse();
}
