import { recordChange, recordCreate, recordDelete } from './history.ts';
import { order, projectOf, type Site, stamp, statusOf } from './site.ts';
import { nextId, type SimItem, type SimProject, type SimStory, type SimTask } from './world.ts';

/** What can be set on an item, already validated. */
export type StoryFields = Partial<
  Pick<
    SimStory,
    | 'subject'
    | 'description'
    | 'status'
    | 'tags'
    | 'assignedTo'
    | 'assignedUsers'
    | 'watchers'
    | 'dueDate'
    | 'isBlocked'
    | 'blockedNote'
    | 'externalReference'
    | 'milestone'
    | 'points'
    | 'project'
  >
>;

function newItem(site: Site, project: SimProject, owner: number) {
  const at = stamp(site);
  const ref = project.nextRef;
  project.nextRef += 1;
  return {
    id: nextId(site.world),
    project: project.id,
    // A2.5: one row of numbers for stories, tasks, issues and epics.
    ref,
    subject: '',
    description: '',
    owner,
    assignedTo: null,
    watchers: [],
    tags: [],
    dueDate: null,
    isBlocked: false,
    blockedNote: '',
    externalReference: null,
    milestone: null,
    version: 1,
    createdAt: at,
    modifiedAt: at,
    finishedAt: null,
  };
}

export function createStory(site: Site, project: SimProject, owner: number, fields: StoryFields): SimStory {
  const story: SimStory = {
    ...newItem(site, project, owner),
    kind: 'userstory',
    status: project.defaultStatus,
    assignedUsers: [],
    isClosed: false,
    kanbanOrder: order(site),
    points: {},
    epics: [],
    attributes: {},
    attributesVersion: 1,
  };
  site.world.stories.push(story);
  put(site, story, fields);
  recordCreate(site, story, owner);
  return story;
}

export type TaskFields = Omit<StoryFields, 'assignedUsers' | 'points'> & { readonly story?: number | null };

export function createTask(site: Site, project: SimProject, owner: number, fields: TaskFields): SimTask {
  const { story = null, ...rest } = fields;
  const status = project.defaultTaskStatus;
  const task: SimTask = { ...newItem(site, project, owner), kind: 'task', status, story };
  site.world.tasks.push(task);
  put(site, task, rest);
  recordCreate(site, task, owner);
  return task;
}

/** Sets fields and keeps up what follows from them. Writes no history. */
function put(site: Site, item: SimItem, fields: StoryFields): void {
  const moved = fields.status !== undefined && fields.status !== item.status;
  Object.assign(item, fields);
  item.modifiedAt = stamp(site);
  for (const tag of item.tags) projectOf(site.world, item.project).tagsColors[tag] ??= null;
  if (item.kind === 'userstory') {
    // A2.5: to the bottom of the new column. A2.11: whoever is responsible is one of the assigned.
    if (moved) item.kanbanOrder = order(site);
    if (item.assignedTo !== null && !item.assignedUsers.includes(item.assignedTo))
      item.assignedUsers = [...item.assignedUsers, item.assignedTo];
    settle(site, item);
    return;
  }
  const { isClosed } = statusOf(site.world, item.status);
  item.finishedAt = isClosed ? (item.finishedAt ?? stamp(site)) : null;
  settle(
    site,
    site.world.stories.find(({ id }) => id === item.story),
  );
}

/**
 * A2.6: a story without tasks is closed by its column; with tasks it is closed when they all are, whatever the column. Silent: no
 * history, no webhook, no version.
 */
export function settle(site: Site, story: SimStory | undefined): void {
  if (!story) return;
  const { world } = site;
  const tasks = world.tasks.filter((task) => task.story === story.id);
  const closed = (id: number) => statusOf(world, id).isClosed;
  story.isClosed = tasks.length > 0 ? tasks.every(({ status }) => closed(status)) : closed(story.status);
  story.finishedAt = story.isClosed ? (story.finishedAt ?? stamp(site)) : null;
}

/** Changes an item as one call does: one entry of history, one webhook. */
export function change(
  site: Site,
  item: SimItem,
  user: number | null,
  fields: StoryFields,
  comment = '',
): void {
  put(site, item, fields);
  // A2.8: whoever comments watches from then on.
  if (comment !== '' && user !== null && !item.watchers.includes(user)) item.watchers.push(user);
  recordChange(site, item, user, comment);
}

/** A1.4: the tasks of a deleted story vanish without a word. */
export function remove(site: Site, item: SimItem, user: number | null): void {
  const { world } = site;
  // With Celery off the webhook is written before the row is gone, and is complete.
  recordDelete(site, item, user);
  if (item.kind === 'userstory') {
    world.stories = world.stories.filter((other) => other !== item);
    world.tasks = world.tasks.filter(({ story }) => story !== item.id);
  } else {
    world.tasks = world.tasks.filter((other) => other !== item);
    settle(
      site,
      world.stories.find(({ id }) => id === item.story),
    );
  }
}
