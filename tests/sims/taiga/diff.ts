import { filePath } from './file-path.ts';
import { statusOf } from './site.ts';
import type { SimAttachment, SimItem, World } from './world.ts';

type Frozen = Readonly<Record<string, unknown>>;

/** A1.5: the diff as webhooks carry it, with names instead of ids, and its exceptions to `{from, to}`. */
export function shownDiff(
  world: World,
  item: SimItem,
  before: Frozen,
  after: Frozen,
  fields: readonly string[],
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const field of fields) {
    const [from, to] = [before[field], after[field]];
    switch (field) {
      case 'description':
        shown.description_diff = 'Check the history API for the exact diff';
        break;
      case 'blocked_note':
        shown.blocked_note_diff = { from: from === '' ? null : from, to: `<ins>${to}</ins>` };
        shown.blocked_note_html = { from: from === '' ? '' : `<p>${from}</p>`, to: `<p>${to}</p>` };
        break;
      case 'attachments':
        shown.attachments = lists(files(from), files(to), ({ id }) => id);
        break;
      case 'custom_attributes':
        shown.custom_attributes = lists(
          attributes(world, item, from),
          attributes(world, item, to),
          ({ id }) => id,
        );
        break;
      case 'assigned_to':
        // A1.5: hidden for stories, where `assigned_users` tells it.
        if (item.kind === 'task') shown.assigned_to = { from: name(world, from), to: name(world, to) };
        break;
      case 'points':
        shown.points = points(from, to);
        break;
      default:
        shown[field] = { from: display(world, item, field, from), to: display(world, item, field, to) };
    }
  }
  return shown;
}

function display(world: World, item: SimItem, field: string, value: unknown): unknown {
  switch (field) {
    case 'status':
      return typeof value === 'number' ? nameOfStatus(world, value) : null;
    case 'assigned_users': {
      const names = Array.isArray(value) ? value.map((id) => name(world, id)) : [];
      return names.length === 0 ? null : names.join(', ');
    }
    case 'milestone':
      return (
        world.projects.find(({ id }) => id === item.project)?.milestones.find(({ id }) => id === value)
          ?.name ?? null
      );
    case 'finish_date':
      // A1.5: a text of Python's, `None` included.
      return value ? String(value).replace('T', ' ').replace('Z', '000+00:00') : 'None';
    default:
      return value ?? null;
  }
}

function nameOfStatus(world: World, id: number): string {
  return world.statuses.some((each) => each.id === id) ? statusOf(world, id).name : '';
}

function name(world: World, id: unknown): string | null {
  const user = world.users.find((each) => each.id === id);
  return user ? user.fullName || user.username : null;
}

function points(from: unknown, to: unknown): Record<string, unknown> {
  const [old, now] = [Object(from), Object(to)];
  const roles = Object.keys(now).filter((role) => now[role] !== old[role]);
  return Object.fromEntries(roles.map((role) => [role, { from: old[role] ?? null, to: now[role] }]));
}

/** A1.5: `{new, changed, deleted}`. */
function lists<T>(from: readonly T[], to: readonly T[], id: (one: T) => number) {
  const had = new Map(from.map((one) => [id(one), one]));
  const has = new Map(to.map((one) => [id(one), one]));
  return {
    new: to.filter((one) => !had.has(id(one))),
    changed: to.filter((one) => {
      const old = had.get(id(one));
      return old !== undefined && JSON.stringify(old) !== JSON.stringify(one);
    }),
    deleted: from.filter((one) => !has.has(id(one))),
  };
}

function files(value: unknown) {
  const all: readonly SimAttachment[] = Array.isArray(value) ? value : [];
  return all.map(({ id, name, description }) => ({
    id,
    filename: filePath({ id, name }).split('/').at(-1),
    url: `http://127.0.0.1/media/${filePath({ id, name })}`,
    attached_file: filePath({ id, name }),
    thumbnail_file: null,
    is_deprecated: false,
    description,
    order: 0,
  }));
}

function attributes(world: World, item: SimItem, value: unknown) {
  const project = world.projects.find(({ id }) => id === item.project);
  return Object.entries(Object(value)).map(([id, text]) => {
    const definition = project?.customAttributes.find((each) => String(each.id) === id);
    return {
      id: Number(id),
      name: definition?.name ?? '',
      value: text,
      type: definition?.type ?? 'text',
      value_diff: `<ins>${text}</ins>`,
    };
  });
}
