import { badPk, invalid } from './answers.ts';
import type { StoryFields } from './items.ts';
import type { SimItem, SimProject, World } from './world.ts';

type Body = Readonly<Record<string, unknown>>;

/** A2.5: reads what a call sets on a story or a task. Unknown fields are ignored, wrong values are a 400. */
export function fieldsOf(world: World, project: SimProject, kind: SimItem['kind'], body: Body): StoryFields {
  const fields: StoryFields = {};
  if ('subject' in body) fields.subject = required('subject', body.subject);
  if ('description' in body) fields.description = text(body.description);
  if ('status' in body) fields.status = statusIn(world, project, kind, body.status);
  if ('tags' in body) fields.tags = tags(body.tags);
  if ('assigned_to' in body)
    fields.assignedTo = body.assigned_to === null ? null : member(project, 'assigned_to', body.assigned_to);
  if (kind === 'userstory' && 'assigned_users' in body)
    fields.assignedUsers = list(body.assigned_users).map((id) => member(project, 'assigned_users', id));
  if ('watchers' in body) fields.watchers = watchers(project, body.watchers);
  if ('due_date' in body) fields.dueDate = date(body.due_date);
  if ('is_blocked' in body) fields.isBlocked = body.is_blocked === true;
  if ('blocked_note' in body) fields.blockedNote = text(body.blocked_note);
  if ('milestone' in body) fields.milestone = milestone(project, body.milestone);
  if ('external_reference' in body) fields.externalReference = reference(body.external_reference);
  return fields;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function required(field: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') throw invalid(field, 'This field is required.');
  return value;
}

function statusIn(world: World, project: SimProject, of: SimItem['kind'], id: unknown): number {
  const status = world.statuses.find((each) => each.id === id);
  if (!status || status.of !== of) throw badPk('status', id);
  if (status.project !== project.id) throw invalid('status', 'Invalid status for this project.');
  return status.id;
}

/** A2.11: nobody but members. */
function member(project: SimProject, field: string, id: unknown): number {
  const found = project.memberships.find(({ userId }) => userId === id);
  if (!found) throw badPk(field, id);
  return found.userId;
}

function watchers(project: SimProject, value: unknown): number[] {
  const ids = list(value);
  if (!ids.every((id) => project.memberships.some(({ userId }) => userId === id)))
    throw invalid('watchers', 'Watchers contains invalid users');
  return ids.map(Number);
}

/** Texts, or pairs of text and colour as the answers have them. Kept in lower case. */
function tags(value: unknown): string[] {
  return list(value).map((tag) => String(Array.isArray(tag) ? tag[0] : tag).toLowerCase());
}

function date(value: unknown): string | null {
  if (value === null || value === '') return null;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value))
    throw invalid('due_date', 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD');
  return value;
}

function milestone(project: SimProject, value: unknown): number | null {
  if (value === null) return null;
  const found = project.milestones.find(({ id }) => id === value);
  if (!found) throw badPk('milestone', value);
  return found.id;
}

/** A2.5: a provider and an address, both texts. */
function reference(value: unknown): string[] | null {
  return Array.isArray(value) && value.length === 2 ? value.map(String) : null;
}
