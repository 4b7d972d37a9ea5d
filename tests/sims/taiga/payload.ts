import { createHash } from 'node:crypto';
import { projectOf, type Site, statusOf } from './site.ts';
import type { SimEntry, SimItem, SimProject, SimStory, SimTask } from './world.ts';

/** A webhook's body in the order of its keys (A1.3). */
export interface Hook {
  readonly action: 'create' | 'change' | 'delete' | 'test';
  readonly type: string;
  readonly by: object | null;
  readonly date: string;
  readonly data: object | null;
  readonly change?: object;
}

/** A1.3: `by`, `owner` and `assigned_to`; null for nobody and for deleted accounts. */
export function userPayload({ world, front }: Site, id: number | null) {
  const user = world.users.find((each) => each.id === id);
  if (!user) return null;
  return {
    id: user.id,
    permalink: `${front}/profile/${user.username}`,
    username: user.username,
    full_name: user.fullName === '' ? user.username : user.fullName,
    photo: null,
    gravatar_id: createHash('md5').update(user.email).digest('hex'),
  };
}

/** A1.4: no version, no slug outside of the permalinks, no id of the history's entry. */
export function itemPayload(site: Site, item: SimItem): object {
  return item.kind === 'userstory' ? storyPayload(site, item) : taskPayload(site, item);
}

function storyPayload(site: Site, story: SimStory) {
  const { world } = site;
  const { id, name, slug, color, isClosed, isArchived } = statusOf(world, story.status);
  const project = projectOf(world, story.project);
  return {
    custom_attributes_values: namedAttributes(project, story),
    ...commonPayload(site, story),
    is_closed: story.isClosed,
    finish_date: story.finishedAt,
    client_requirement: false,
    team_requirement: false,
    generated_from_issue: null,
    generated_from_task: null,
    from_task_ref: null,
    tribe_gig: null,
    permalink: `${site.front}/project/${project.slug}/us/${story.ref}`,
    assigned_users: story.assignedUsers,
    points: Object.entries(story.points).map(([role, points]) => ({
      role,
      name: points,
      value: Number.isNaN(Number(points)) ? null : Number(points),
    })),
    status: { id, name, slug, color, is_closed: isClosed, is_archived: isArchived },
    milestone: milestonePayload(project, story),
  };
}

function taskPayload(site: Site, task: SimTask) {
  const { world } = site;
  const story = world.stories.find(({ id }) => id === task.story);
  // A1.7: no guard against tasks without a story; the serializer dies.
  if (!story) throw new TypeError("'NoneType' object has no attribute 'id'");
  const { id, name, slug, color, isClosed } = statusOf(world, task.status);
  const project = projectOf(world, task.project);
  return {
    custom_attributes_values: {},
    ...commonPayload(site, task),
    finished_date: task.finishedAt,
    us_order: task.id,
    taskboard_order: task.id,
    is_iocaine: false,
    permalink: `${site.front}/project/${project.slug}/task/${task.ref}`,
    status: { id, name, slug, color, is_closed: isClosed },
    user_story: storyPayload(site, story),
    milestone: milestonePayload(project, task),
    promoted_to: [],
  };
}

function commonPayload(site: Site, item: SimItem) {
  const { id, name, slug } = projectOf(site.world, item.project);
  const permalink = `${site.front}/project/${slug}`;
  return {
    id: item.id,
    ref: item.ref,
    project: { id, permalink, name, logo_big_url: null },
    created_date: item.createdAt,
    modified_date: item.modifiedAt,
    due_date: item.dueDate,
    due_date_reason: '',
    subject: item.subject,
    external_reference: item.externalReference,
    watchers: item.watchers,
    is_blocked: item.isBlocked,
    blocked_note: item.blockedNote,
    description: item.description,
    tags: item.tags,
    owner: userPayload(site, item.owner),
    assigned_to: userPayload(site, item.assignedTo),
  };
}

function milestonePayload(project: SimProject, { milestone }: SimItem) {
  const found = project.milestones.find(({ id }) => id === milestone);
  return found ? { id: found.id, name: found.name } : null;
}

/** A1.4: by the attribute's name, and only those with a value. */
function namedAttributes(project: SimProject, { attributes }: SimStory): Record<string, unknown> {
  const named = project.customAttributes
    .filter(({ id }) => attributes[String(id)] !== undefined)
    .map(({ id, name }) => [name, attributes[String(id)]] as const);
  return Object.fromEntries(named);
}

/** A1.5: what happened; it has no id. */
export function changePayload(entry: SimEntry) {
  return {
    comment: entry.comment,
    comment_html: htmlOf(entry.comment),
    delete_comment_date: entry.deletedAt,
    comment_versions: entry.versions,
    edit_comment_date: entry.editedAt,
    diff: entry.shown,
  };
}

export function htmlOf(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return safe === '' ? '' : `<p>${safe}</p>`;
}
