import {
  nextId,
  one,
  type SimMembership,
  type SimProject,
  type SimStatus,
  type SimUser,
  type World,
} from './world.ts';

/** Adds an account. The password is the username followed by `-password` unless given. */
export function addUser(
  world: World,
  username: string,
  options: { fullName?: string; password?: string } = {},
): SimUser {
  const { fullName = '', password = `${username}-password` } = options;
  const email = `${username}@taiga.test`;
  const user = { id: nextId(world), username, fullName, email, password, active: true };
  world.users.push(user);
  return user;
}

export type SimRole = 'admin' | 'member' | 'commenter' | 'viewer';

const viewing = ['view_project', 'view_milestones', 'view_us', 'view_tasks', 'view_issues', 'view_epics'];
const commenting = [...viewing, 'comment_us', 'comment_task', 'comment_issue'];
const working = [
  ...commenting,
  ...['add_us', 'modify_us', 'delete_us', 'add_task', 'modify_task', 'delete_task'],
  ...['add_issue', 'modify_issue', 'delete_issue'],
];
const permissionsOf: Readonly<Record<SimRole, readonly string[]>> = {
  admin: working,
  member: working,
  commenter: commenting,
  viewer: viewing,
};

/** Makes a user a member of a project, or changes what they are there. */
export function addMember(
  world: World,
  project: SimProject,
  username: string,
  role: SimRole = 'member',
): SimMembership {
  const { id: userId } = one(world.users, (user) => user.username === username, `user ${username}`);
  const member = { userId, role, isAdmin: role === 'admin', permissions: [...permissionsOf[role]] };
  project.memberships = [...project.memberships.filter((other) => other.userId !== userId), member];
  return member;
}

/** A2.4: made from the name, and made anew when the name changes. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Adds a column, or a state of tasks. A name that ends in `!` makes a closed one, in `!!` an archived one. */
export function addStatus(
  world: World,
  project: SimProject,
  of: SimStatus['of'],
  written: string,
): SimStatus {
  const name = written.replace(/!+$/, '');
  const id = nextId(world);
  const status: SimStatus = {
    id,
    project: project.id,
    of,
    name,
    slug: slugOf(name),
    color: '#70728F',
    order: id,
    isClosed: written.endsWith('!'),
    isArchived: written.endsWith('!!'),
  };
  world.statuses.push(status);
  return status;
}

/** Adds a project with its columns, tags and members (username to role). The first status is the default. */
export function addProject(
  world: World,
  name: string,
  parts: { columns: string[]; tags?: string[]; members?: Record<string, SimRole> },
): SimProject {
  const project: SimProject = {
    id: nextId(world),
    slug: slugOf(name),
    name,
    private: true,
    memberships: [],
    defaultStatus: 0,
    defaultTaskStatus: 0,
    tagsColors: Object.fromEntries((parts.tags ?? []).map((tag) => [tag, null])),
    customAttributes: [],
    milestones: [],
    blockedCode: null,
    archivedCode: null,
    nextRef: 1,
  };
  world.projects.push(project);
  const columns = parts.columns.map((column) => addStatus(world, project, 'userstory', column));
  project.defaultStatus = columns[0]?.id ?? 0;
  const states = ['New', 'In progress', 'Closed!'].map((state) => addStatus(world, project, 'task', state));
  project.defaultTaskStatus = states[0]?.id ?? 0;
  for (const [username, role] of Object.entries(parts.members ?? {}))
    addMember(world, project, username, role);
  return project;
}

/** What every fake starts with. */
export function seed(world: World): SimProject {
  addUser(world, 'root', { fullName: 'Site Administrator' });
  addUser(world, 'ann', { fullName: 'Ann Lee' });
  addUser(world, 'bob', { fullName: 'Bob' });
  addUser(world, 'tom', { fullName: 'Tom Ortiz' });
  addUser(world, 'cardwire', { fullName: 'Cardwire' });
  addUser(world, 'eve', { fullName: 'Eve' });
  addProject(world, 'Other', { columns: ['New', 'Done!'], members: { ann: 'admin' } });
  return addProject(world, 'Ops', {
    columns: ['New', 'Ready', 'In progress', 'Done!', 'Archived!!'],
    tags: ['urgent', 'bug', 'question'],
    members: { ann: 'admin', bob: 'member', tom: 'member', cardwire: 'member', eve: 'commenter' },
  });
}
