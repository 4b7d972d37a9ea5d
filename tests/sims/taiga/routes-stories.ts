import { maySee, mayWrite, requireUser, sees, visible } from './access.ts';
import { badPk, created, forbidden, gone, invalid, notFound, ok, unauthorized } from './answers.ts';
import { drag } from './drag.ts';
import { fieldsOf } from './fields.ts';
import { filePath } from './file-path.ts';
import { change, createStory, remove } from './items.ts';
import { paged } from './paging.ts';
import { numberIn, route, type SimCall, type SimRoute } from './route.ts';
import { projectOf } from './site.ts';
import { filtered } from './story-filters.ts';
import { checkVersion } from './versions.ts';
import { itemRow, itemView } from './views.ts';
import type { SimProject, SimStory } from './world.ts';

/** A story the caller may see; the rest is not there. */
export function storyOf({ site, user }: SimCall, id: unknown): SimStory {
  const story = site.world.stories.find((each) => each.id === Number(id));
  if (!story) throw user ? notFound('UserStory') : unauthorized();
  if (!maySee(visible(site.world, user, story.project, 'UserStory'), user, 'view_us')) throw forbidden();
  return story;
}

/** The project a new thing is to stand in. */
export function projectIn({ site, user, body }: SimCall, field = 'project'): SimProject {
  if (body[field] === undefined) throw invalid(field, 'This field is required.');
  const project = site.world.projects.find(({ id }) => id === body[field]);
  if (!project || !sees(project, user)) throw badPk(field, body[field]);
  return project;
}

function patch(call: SimCall) {
  const { site, body, params } = call;
  const { world } = site;
  const story = storyOf(call, params.id);
  const { comment, version: _, ...rest } = body;
  // A2.8: who may only comment may send nothing else along.
  const only = Object.keys(rest).length === 0;
  const user = mayWrite(
    projectOf(world, story.project),
    call.user,
    'modify_us',
    ...(only ? ['comment_us'] : []),
  );
  const target = body.project === undefined ? projectOf(world, story.project) : projectIn(call);
  // A2.5: into another project only with a status of that one.
  if (target.id !== story.project) mayWrite(target, user, 'add_us');
  if (target.id !== story.project && body.status === undefined) mayWrite(target, undefined);
  const fields = fieldsOf(world, target, 'userstory', rest);
  checkVersion(world, story, body);
  const row = rowOf(story);
  site.between();
  // A2.3: every write that was taken counts, also one that changes nothing.
  story.version += 1;
  const moved = target.id === story.project ? {} : { project: target.id };
  change(
    site,
    story,
    user.id,
    { ...row, ...fields, ...moved },
    typeof comment === 'string' ? comment.trim() : '',
  );
  return ok(itemView(site, story));
}

/**
 * What a save writes, as it was read before: a real Taiga 6.10 locks nothing, so that of two writes that cross the later one undoes the earlier.
 * Whoever is assigned stands in a table of its own.
 */
function rowOf({ subject, description, status, tags, dueDate, isBlocked, blockedNote, milestone }: SimStory) {
  return { subject, description, status, tags, dueDate, isBlocked, blockedNote, milestone };
}

export const storyRoutes: readonly SimRoute[] = [
  route('GET', '/userstories', (call) => {
    const { site, user } = call;
    const seen = site.world.stories.filter(({ project }) =>
      maySee(projectOf(site.world, project), user, 'view_us'),
    );
    const withTasks = call.query.get('include_tasks') !== null;
    const withFiles = call.query.get('include_attachments') !== null;
    const rows = filtered(site.world, seen, call.query).map((story) => ({
      ...itemRow(site, story),
      tasks: withTasks ? tasksOf(call, story) : [],
      attachments: withFiles ? filesOf(call, story) : [],
    }));
    return paged(rows, call);
  }),

  route('GET', '/userstories/by_ref', (call) => {
    const { site, query } = call;
    const project = site.world.projects.find(
      ({ id, slug }) => id === numberIn(query, 'project') || slug === query.get('project__slug'),
    );
    const ref = numberIn(query, 'ref');
    const found = site.world.stories.find((story) => story.project === project?.id && story.ref === ref);
    return ok(itemView(site, storyOf(call, found?.id)));
  }),

  route('POST', '/userstories', (call) => {
    const { site, body } = call;
    requireUser(call.user);
    const project = projectIn(call);
    const user = mayWrite(project, call.user, 'add_us');
    if (body.subject === undefined) throw invalid('subject', 'This field is required.');
    // A1.5: a comment that comes along is kept nowhere.
    const story = createStory(site, project, user.id, fieldsOf(site.world, project, 'userstory', body));
    return created(itemView(site, story));
  }),

  route('POST', '/userstories/bulk_create', (call) => {
    const { site, body } = call;
    const project = projectIn(call, 'project_id');
    const user = mayWrite(project, call.user, 'add_us');
    const status = body.status_id === undefined ? {} : { status: body.status_id };
    const fields = fieldsOf(site.world, project, 'userstory', status);
    const subjects = String(body.bulk_stories ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const stories = subjects.map((subject) => createStory(site, project, user.id, { ...fields, subject }));
    return ok(stories.map((story) => itemView(site, story)));
  }),

  route('POST', '/userstories/bulk_update_kanban_order', (call) => {
    const { site, body } = call;
    const project = projectIn(call, 'project_id');
    const user = mayWrite(project, call.user, 'modify_us');
    const { status = project.defaultStatus } = fieldsOf(site.world, project, 'userstory', {
      status: body.status_id,
    });
    const ids = Array.isArray(body.bulk_userstories) ? body.bulk_userstories : [];
    const stories = site.world.stories.filter(({ id }) => ids.includes(id));
    drag(site, stories, status, user.id);
    return ok(
      stories.map(({ id, kanbanOrder }) => ({ id, swimlane: null, status, kanban_order: kanbanOrder })),
    );
  }),

  route('GET', '/userstories/:id', (call) => ok(itemView(call.site, storyOf(call, call.params.id)))),
  route('PATCH', '/userstories/:id', patch),
  route('DELETE', '/userstories/:id', (call) => {
    const story = storyOf(call, call.params.id);
    const user = mayWrite(projectOf(call.site.world, story.project), call.user, 'delete_us');
    remove(call.site, story, user.id);
    return gone;
  }),

  route('GET', '/userstories/:id/watchers', (call) => {
    const { watchers } = storyOf(call, call.params.id);
    return ok(watchers.map((id) => ({ id })));
  }),
  ...['watch', 'unwatch'].map((verb) =>
    route('POST', `/userstories/:id/${verb}`, (call) => {
      // A2.11: the caller only; no webhook.
      const { id } = requireUser(call.user);
      const story = storyOf(call, call.params.id);
      story.watchers = story.watchers.filter((other) => other !== id);
      if (verb === 'watch') story.watchers.push(id);
      return ok();
    }),
  ),
];

/** A2.5: without their versions. */
function tasksOf({ site }: SimCall, { id }: SimStory) {
  return site.world.tasks
    .filter(({ story }) => story === id)
    .map((task) => {
      const { id: taskId, ref, subject, status, isBlocked } = task;
      const is_closed = site.world.statuses.find((each) => each.id === status)?.isClosed ?? false;
      return {
        id: taskId,
        ref,
        subject,
        status_id: status,
        is_blocked: isBlocked,
        is_iocaine: false,
        is_closed,
      };
    });
}

/** A2.5: likewise, by where they lie (A2.10). */
function filesOf({ site }: SimCall, { id }: SimStory) {
  return site.world.attachments
    .filter(({ item, objectId }) => item === 'userstory' && objectId === id)
    .map((file) => ({ id: file.id, attached_file: filePath(file) }));
}
