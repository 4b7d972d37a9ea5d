import { archived, badToken, blocked, forbidden, notFound, unauthorized } from './answers.ts';
import type { SimMembership, SimProject, SimUser, World } from './world.ts';

/** A2.1: who calls. Unlike no token at all, a bad one is refused on every path. */
export function userOf(world: World, authorization: string | undefined, now: number): SimUser | undefined {
  if (authorization === undefined) return undefined;
  const [, scheme, token] = /^(Bearer|Application) (.+)$/.exec(authorization) ?? [];
  const kind = scheme === 'Application' ? 'application' : 'access';
  const known = world.tokens.find((each) => each.kind === kind && each.token === token);
  const user = world.users.find(({ id }) => id === known?.userId);
  if (!known || !user?.active || (known.expires !== null && known.expires <= now)) throw badToken();
  return user;
}

export function requireUser(user: SimUser | undefined): SimUser {
  if (!user) throw unauthorized();
  return user;
}

export function membershipOf(project: SimProject, user: SimUser | undefined): SimMembership | undefined {
  return project.memberships.find(({ userId }) => userId === user?.id);
}

/** Whether someone may see a project at all. */
export function sees(project: SimProject, user: SimUser | undefined): boolean {
  return !project.private || membershipOf(project, user) !== undefined;
}

/** A2.2, A2.14: whether a role may see things of a kind (`view_us`); what it may not see is not in lists. */
export function maySee(project: SimProject, user: SimUser | undefined, right: string): boolean {
  return !project.private || membershipOf(project, user)?.permissions.includes(right) === true;
}

/** A2.4: what one may not see is not there; for anonymous callers it is a 401. */
export function visible(
  world: World,
  user: SimUser | undefined,
  projectId: number,
  what: string,
): SimProject {
  const project = world.projects.find(({ id }) => id === projectId);
  if (project && sees(project, user)) return project;
  throw user ? notFound(what) : unauthorized();
}

/** A2.2: a write in a blocked project is 451 and in an archived one 403, whoever asks; then the permission counts. */
export function mayWrite(project: SimProject, user: SimUser | undefined, ...anyOf: string[]): SimUser {
  const known = requireUser(user);
  if (project.blockedCode !== null) throw blocked();
  if (project.archivedCode !== null) throw archived();
  const member = membershipOf(project, known);
  if (!member || !anyOf.some((permission) => member.permissions.includes(permission))) throw forbidden();
  return known;
}

/** A1.1: webhooks are the project administrators' business. */
export function mayAdminister(project: SimProject | undefined, user: SimUser | undefined): SimProject {
  const known = requireUser(user);
  if (!project || membershipOf(project, known)?.isAdmin !== true) throw forbidden();
  return project;
}
