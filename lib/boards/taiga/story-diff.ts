import type { Change } from '../../../schemas/event.ts';
import { named, namedFields } from '../named.ts';
import { bothEnds, type Listed, listed, names } from './diff-values.ts';

/** What of a change the diff tells. */
export type Told = Pick<Change, 'kind' | 'step' | 'subject' | 'subjects' | 'fromName'>;

type Reader = (value: unknown) => readonly Told[];

const edit = (subject: string): Told => ({ kind: 'edit', subject });

/** What each field of a story's diff means (A1.5), in the order in which it is told. */
const readers: Readonly<Record<string, Reader>> = {
  status: (value) => {
    const { from } = bothEnds(value);
    return [{ kind: 'move', ...(typeof from === 'string' ? { fromName: from } : {}) }];
  },
  // `assigned_to` alone is hidden for stories. Names joined by commas, never ids; where one ends is for those to say who know the members.
  assigned_users: (value) =>
    addedAndRemoved('assign', value, namesInLine).map(({ subjects: _, ...inLine }) => inLine),
  tags: (value) => addedAndRemoved('label', value, names),
  due_date: (value) => [{ kind: 'due', step: bothEnds(value).to ? 'edited' : 'removed' }],
  subject: () => [edit('title')],
  description_diff: () => [edit('description')],
  is_blocked: (value) => [edit(bothEnds(value).to === true ? 'blocked' : 'unblocked')],
  points: () => [edit('points')],
  milestone: () => [edit('sprint')],
  custom_attributes: (value) => {
    const { added, changed, removed } = listed(value, 'name');
    return [{ kind: 'edit', ...namedFields([...added, ...changed, ...removed]) }];
  },
  attachments: (value) => attached(listed(value, 'filename')),
};

/**
 * Fields that are not told. `is_closed` and `finish_date` are no doing of the one who is named (A0.7): tasks did it, silently, some time
 * before; what a card looks like is read anyway. The rest is order on the board, the same once more as HTML, or the bridge's own mark.
 */
const untold = new Set([
  'is_closed',
  'finish_date',
  'kanban_order',
  'backlog_order',
  'sprint_order',
  'swimlane',
  'assigned_to',
  'blocked_note_diff',
  'blocked_note_html',
  'description_html',
  'external_reference',
  'watchers',
]);

/** What a story's diff tells, in a fixed order: a resent webhook has its keys in another one (A1.6). */
export function storyChanges(diff: Readonly<Record<string, unknown>>): readonly Told[] {
  const told = Object.entries(readers).flatMap(([field, read]) => (field in diff ? read(diff[field]) : []));
  if (told.length > 0) return told;
  // Another reason for being blocked is an edit of its own; what nobody has foreseen is one without a name.
  if ('blocked_note_diff' in diff) return [edit('blocked')];
  return Object.keys(diff).some((field) => !untold.has(field)) ? [{ kind: 'edit' }] : [];
}

function addedAndRemoved(
  kind: 'assign' | 'label',
  value: unknown,
  read: (end: unknown) => readonly string[],
): readonly Told[] {
  const { from, to } = bothEnds(value);
  const [before, after] = [read(from), read(to)];
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  const [step, subject] = added.length > 0 ? (['added', added] as const) : (['removed', removed] as const);
  return [{ kind, step, ...named(subject) }];
}

function namesInLine(end: unknown): readonly string[] {
  return typeof end === 'string' && end !== '' ? end.split(', ') : [];
}

function attached({ added, changed, removed }: Listed): readonly Told[] {
  const steps = [
    ['added', added],
    ['edited', changed],
    ['removed', removed],
  ] as const;
  return steps
    .filter(([, files]) => files.length > 0)
    .map(([step, files]) => ({ kind: 'attachment', step, ...named(files) }));
}
