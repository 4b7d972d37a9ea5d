import { statusOf } from './site.ts';
import type { SimStory, World } from './world.ts';

type Test = (story: SimStory, value: string, world: World) => boolean;

const ids = (value: string) => value.split(',').map(Number);
const truthy = (value: string) => value === 'true' || value === '1';
const words = (story: SimStory) =>
  `${story.ref} ${story.subject} ${story.description} ${story.tags.join(' ')}`;

/** A2.5: the filters of the list. One that is not here, `external_reference` among them, is ignored. */
const tests: Readonly<Record<string, Test>> = {
  project: ({ project }, value) => project === Number(value),
  project__slug: ({ project }, value, { projects }) =>
    projects.some((each) => each.id === project && each.slug === value),
  status: ({ status }, value) => ids(value).includes(status),
  status__is_closed: ({ status }, value, world) => statusOf(world, status).isClosed === truthy(value),
  status__is_archived: ({ status }, value, world) => statusOf(world, status).isArchived === truthy(value),
  is_closed: ({ isClosed }, value) => isClosed === truthy(value),
  tags: ({ tags }, value) => value.split(',').some((tag) => tags.includes(tag)),
  exclude_tags: ({ tags }, value) => !value.split(',').some((tag) => tags.includes(tag)),
  assigned_users: ({ assignedUsers }, value) => ids(value).some((id) => assignedUsers.includes(id)),
  assigned_to: ({ assignedTo }, value) => assignedTo === Number(value),
  owner: ({ owner }, value) => ids(value).includes(owner),
  watchers: ({ watchers }, value) => ids(value).some((id) => watchers.includes(id)),
  milestone: ({ milestone }, value) => String(milestone) === value,
  milestone__isnull: ({ milestone }, value) => (milestone === null) === truthy(value),
  // Full text, by the beginnings of words; matches the number too.
  q: (story, value) => value.split(/\s+/).every((word) => startsWord(words(story), word)),
};

const moments = {
  created_date: 'createdAt',
  modified_date: 'modifiedAt',
  finish_date: 'finishedAt',
} as const;
const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
};

/** The stories that pass every filter of a query, in the board's order. */
export function filtered(
  world: World,
  stories: readonly SimStory[],
  query: URLSearchParams,
): readonly SimStory[] {
  const kept = [...query].reduce(
    (left, [name, value]) => left.filter((story) => passes(world, story, name, value)),
    stories,
  );
  return [...kept].sort((a, b) => a.ref - b.ref);
}

function passes(world: World, story: SimStory, name: string, value: string): boolean {
  const [field = '', how = ''] = name.split('__');
  const compare = comparisons[how];
  if (compare && field in moments) {
    const at = story[moments[field as keyof typeof moments]];
    return at !== null && compare(Date.parse(at), Date.parse(value));
  }
  return tests[name]?.(story, value, world) ?? true;
}

export function startsWord(text: string, word: string): boolean {
  const all = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return word
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .every((part) => part === '' || all.some((each) => each.startsWith(part)));
}
