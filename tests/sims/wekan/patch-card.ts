import { ok, type SimAnswer } from './answers.ts';
import type { SimCall } from './route.ts';
import { type SimCard, touch } from './world.ts';

const dates = ['dueAt', 'startAt', 'endAt', 'receivedAt'] as const;
const people = ['members', 'assignees'] as const;
const texts = ['title', 'description'] as const;
const recognised = [
  'listId',
  'swimlaneId',
  'labelIds',
  'archive',
  'sort',
  'color',
  ...dates,
  ...people,
  ...texts,
];

/** Whether a PUT names anything that this fake (a part of the real list) takes. */
export function isRecognised(body: SimCall['body']): boolean {
  return recognised.some((key) => key in body);
}

/** A2.5: what a PUT does to a card that its path has matched; a sequence of separate updates. */
export function patchCard({ world, version, params, body }: SimCall, card: SimCard): SimAnswer {
  if (
    'listId' in body &&
    !world.lists.some(({ _id, boardId }) => _id === body.listId && boardId === params.b)
  ) {
    return { status: 400, json: { error: 'List not found on this board' } };
  }
  touch(world, card);
  for (const key of texts) {
    const text = body[key];
    // A2.5: falsy values are ignored, so a description cannot be cleared; titles are cut at 1,000.
    if (typeof text === 'string' && text !== '') card[key] = key === 'title' ? text.slice(0, 1000) : text;
  }
  for (const key of dates) if (key in body) card[key] = dateAfter(body[key], card[key]);
  for (const key of people) {
    if (!(key in body)) continue;
    const board = world.boards.find(({ _id }) => _id === params.b);
    const active = new Set(board?.members.filter(({ isActive }) => isActive).map(({ userId }) => userId));
    card[key] = strings(body[key]).filter((id) => version.old || active.has(id));
  }
  if (body.labelIds) card.labelIds = strings(body.labelIds);
  if (typeof body.swimlaneId === 'string') card.swimlaneId = body.swimlaneId;
  if (typeof body.listId === 'string') card.listId = body.listId;
  if (body.archive === true || body.archive === 'true') card.archived = true;
  touch(world, card);
  return ok({ _id: card._id });
}

/** A2.5: `""` and null clear a date, what cannot be read is ignored. */
function dateAfter(value: unknown, before: string | undefined): string | undefined {
  return value === '' || value === null ? undefined : (moment(value) ?? before);
}

/** ISO or epoch milliseconds, as ISO. */
export function moment(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** A2.5: an array or a single id; null and `""` clear. */
export function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  return typeof value === 'string' && value !== '' ? [value] : [];
}
