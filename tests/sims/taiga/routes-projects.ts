import { mayAdminister, requireUser, sees, visible } from './access.ts';
import { gone, invalid, notFound, ok, unauthorized } from './answers.ts';
import { paged } from './paging.ts';
import { numberIn, route, type SimCall, type SimRoute } from './route.ts';
import { slugOf } from './seed.ts';
import { projectView, statusesOf, statusView, userView } from './views.ts';
import type { SimProject, SimStatus } from './world.ts';

function bySlug({ site, user }: SimCall, slug: string | null): SimProject {
  const project = site.world.projects.find((each) => each.slug === slug && sees(each, user));
  if (!project) throw user ? notFound('Project') : unauthorized();
  return project;
}

/** A2.4: without a project, those of every project one can see. */
function statuses(call: SimCall, of: SimStatus['of']) {
  const { site, query, user } = call;
  const seen = new Set(site.world.projects.filter((project) => sees(project, user)).map(({ id }) => id));
  const rows = statusesOf(site.world, of, numberIn(query, 'project'));
  // A2.2: nothing to see is an empty list, not an error.
  return paged(rows.filter(({ project }) => seen.has(project)).map(statusView), call);
}

export const projectRoutes: readonly SimRoute[] = [
  route('GET', '/projects/by_slug', (call) =>
    ok(projectView(call.site.world, bySlug(call, call.query.get('slug')), call.user)),
  ),
  route('GET', '/projects/:id', ({ site, user, params }) =>
    ok(projectView(site.world, visible(site.world, user, Number(params.id), 'Project'), user)),
  ),
  route('GET', '/projects/:id/tags_colors', ({ site, user, params }) =>
    ok(visible(site.world, user, Number(params.id), 'Project').tagsColors),
  ),
  route('GET', '/userstory-statuses', (call) => statuses(call, 'userstory')),
  route('GET', '/task-statuses', (call) => statuses(call, 'task')),

  route('PATCH', '/userstory-statuses/:id', ({ site, user, params, body }) => {
    const status = site.world.statuses.find(({ id }) => id === Number(params.id));
    mayAdminister(
      site.world.projects.find(({ id }) => id === status?.project),
      user,
    );
    if (!status) throw notFound('UserStoryStatus');
    if (typeof body.name === 'string') {
      status.name = body.name;
      // A2.4: made anew, and no webhook.
      status.slug = slugOf(body.name);
    }
    return ok(statusView(status));
  }),

  route('DELETE', '/userstory-statuses/:id', ({ site, user, params, query }) => {
    const { world } = site;
    const id = Number(params.id);
    const status = world.statuses.find((each) => each.id === id);
    mayAdminister(
      world.projects.find((project) => project.id === status?.project),
      user,
    );
    const moveTo = numberIn(query, 'moveTo');
    if (moveTo === undefined) throw invalid('moveTo', 'Query param moveTo is required');
    // A2.4: its cards go elsewhere without a webhook and without history.
    for (const story of world.stories) if (story.status === id) story.status = moveTo;
    world.statuses = world.statuses.filter((each) => each.id !== id);
    return gone;
  }),

  route('GET', '/users/me', ({ user }) => {
    const known = requireUser(user);
    return ok({ ...userView(known), email: known.email });
  }),
  route('GET', '/users', ({ site, user, query, headers }) => {
    const project = site.world.projects.find(({ id }) => id === numberIn(query, 'project'));
    const ids = project && sees(project, user) ? project.memberships.map(({ userId }) => userId) : [];
    const people = site.world.users.filter(({ id }) => ids.includes(id));
    return paged(people.map(userView), { query, headers });
  }),
  route('GET', '/users/by_username', ({ site, query }) => {
    const user = site.world.users.find(({ username }) => username === query.get('username'));
    if (!user) throw notFound('User');
    return ok(userView(user));
  }),
  route('GET', '/users/:id', ({ site, params }) => {
    const user = site.world.users.find(({ id }) => id === Number(params.id));
    if (!user) throw notFound('User');
    return ok(userView(user));
  }),

  route('GET', '/memberships', ({ site, user, query, headers }) => {
    const project = site.world.projects.find(({ id }) => id === numberIn(query, 'project'));
    if (!project || !sees(project, user)) return ok([]);
    const admin = project.memberships.some(({ userId, isAdmin }) => userId === user?.id && isAdmin);
    const rows = project.memberships.map(({ userId, role, isAdmin }) => {
      const member = site.world.users.find(({ id }) => id === userId);
      // A2.4: mail addresses for project administrators only.
      const mail = admin ? { email: member?.email, user_email: member?.email } : {};
      const full_name = member?.fullName ?? '';
      return { id: userId, user: userId, full_name, role_name: role, is_admin: isAdmin, ...mail };
    });
    return paged(rows, { query, headers });
  }),

  route('GET', '/resolver', (call) => {
    const { site, query } = call;
    const project = bySlug(call, query.get('project'));
    const inProject = (ref: number) => (item: { project: number; ref: number }) =>
      item.project === project.id && item.ref === ref;
    const find = (kind: 'us' | 'task', ref: number) =>
      (kind === 'us' ? site.world.stories : site.world.tasks).find(inProject(ref))?.id;
    for (const kind of ['us', 'task'] as const) {
      const ref = numberIn(query, kind);
      if (ref === undefined) continue;
      const found = find(kind, ref);
      if (found === undefined) throw notFound();
      return ok({ project: project.id, [kind]: found });
    }
    // A2.12: an unknown `ref` is 200 with the project alone.
    const ref = numberIn(query, 'ref') ?? 0;
    const [us, task] = [find('us', ref), find('task', ref)];
    return ok({ project: project.id, ...(us === undefined ? (task === undefined ? {} : { task }) : { us }) });
  }),
];
