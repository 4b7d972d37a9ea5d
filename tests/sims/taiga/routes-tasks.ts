import { maySee, mayWrite, visible } from './access.ts';
import { badPk, created, forbidden, gone, invalid, notFound, ok, unauthorized } from './answers.ts';
import { fieldsOf } from './fields.ts';
import { change, createTask, remove } from './items.ts';
import { paged } from './paging.ts';
import { numberIn, route, type SimCall, type SimRoute } from './route.ts';
import { projectIn } from './routes-stories.ts';
import { projectOf, statusOf } from './site.ts';
import { checkVersion } from './versions.ts';
import { itemRow, itemView } from './views.ts';
import type { SimTask } from './world.ts';

export function taskOf({ site, user }: SimCall, id: unknown): SimTask {
  const task = site.world.tasks.find((each) => each.id === Number(id));
  if (!task) throw user ? notFound('Task') : unauthorized();
  if (!maySee(visible(site.world, user, task.project, 'Task'), user, 'view_tasks')) throw forbidden();
  return task;
}

export const taskRoutes: readonly SimRoute[] = [
  route('GET', '/tasks', (call) => {
    const { site, user, query } = call;
    const [project, story] = [numberIn(query, 'project'), numberIn(query, 'user_story')];
    const closed = query.get('status__is_closed');
    const rows = site.world.tasks
      .filter((task) => maySee(projectOf(site.world, task.project), user, 'view_tasks'))
      .filter((task) => project === undefined || task.project === project)
      .filter((task) => story === undefined || task.story === story)
      .filter(
        ({ status }) => closed === null || statusOf(site.world, status).isClosed === (closed === 'true'),
      );
    return paged(
      rows.map((task) => itemRow(site, task)),
      call,
    );
  }),

  route('GET', '/tasks/by_ref', (call) => {
    const { site, query } = call;
    const project = site.world.projects.find(
      ({ id, slug }) => id === numberIn(query, 'project') || slug === query.get('project__slug'),
    );
    const ref = numberIn(query, 'ref');
    const found = site.world.tasks.find((task) => task.project === project?.id && task.ref === ref);
    return ok(itemView(site, taskOf(call, found?.id)));
  }),

  route('POST', '/tasks', (call) => {
    const { site, body } = call;
    const project = projectIn(call);
    const user = mayWrite(project, call.user, 'add_task');
    if (body.subject === undefined) throw invalid('subject', 'This field is required.');
    const story = body.user_story ?? null;
    const known = site.world.stories.find(({ id, project: at }) => id === story && at === project.id);
    if (story !== null && !known) throw badPk('user_story', story);
    // A1.7: one without a story is stored, and then the answer is a 500.
    const fields = fieldsOf(site.world, project, 'task', body);
    return created(
      itemView(site, createTask(site, project, user.id, { ...fields, story: known?.id ?? null })),
    );
  }),

  route('POST', '/tasks/bulk_create', (call) => {
    const { site, body } = call;
    const project = projectIn(call, 'project_id');
    const user = mayWrite(project, call.user, 'add_task');
    // A2.6: only within a sprint, which a plain kanban has not.
    const sprint = project.milestones.find(({ id }) => id === body.milestone_id);
    if (!sprint) throw invalid('milestone_id', 'This field is required.');
    const story = site.world.stories.find(({ id }) => id === body.us_id);
    if (story?.milestone !== sprint.id) throw invalid('us_id', 'Invalid user story id for this milestone.');
    const subjects = String(body.bulk_tasks ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const tasks = subjects.map((subject) => createTask(site, project, user.id, { subject, story: story.id }));
    return ok(tasks.map((task) => itemView(site, task)));
  }),

  route('GET', '/tasks/:id', (call) => ok(itemView(call.site, taskOf(call, call.params.id)))),

  route('PATCH', '/tasks/:id', (call) => {
    const { site, body } = call;
    const task = taskOf(call, call.params.id);
    const project = projectOf(site.world, task.project);
    const { comment, version: _, ...rest } = body;
    const only = Object.keys(rest).length === 0;
    const user = mayWrite(project, call.user, 'modify_task', ...(only ? ['comment_task'] : []));
    const fields = fieldsOf(site.world, project, 'task', rest);
    checkVersion(site.world, task, body);
    task.version += 1;
    change(site, task, user.id, fields, typeof comment === 'string' ? comment.trim() : '');
    return ok(itemView(site, task));
  }),

  route('DELETE', '/tasks/:id', (call) => {
    const task = taskOf(call, call.params.id);
    const user = mayWrite(projectOf(call.site.world, task.project), call.user, 'delete_task');
    remove(call.site, task, user.id);
    return gone;
  }),
];
