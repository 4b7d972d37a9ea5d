import { forbidden, notFound, unauthorized } from './answers.ts';
import type { SimBoard, SimMember, SimUser, World } from './world.ts';

/** A2.1: a bad or expired token is not refused, the request just becomes anonymous. */
export function userOf(world: World, authorization: string | undefined): SimUser | undefined {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  const known = world.tokens.find((each) => each.token === token && each.expires > world.now());
  return known && world.users.find(({ _id }) => _id === known.userId);
}

/** A2.2: the board, for a caller who passes the check. Site administrators always do. */
function allowed(
  world: World,
  user: SimUser | undefined,
  boardId: string | undefined,
  may: (member: SimMember) => boolean,
): SimBoard {
  if (!user) throw unauthorized();
  const board = world.boards.find(({ _id }) => _id === boardId);
  if (!board) throw user.admin ? notFound() : forbidden();
  const member = board.members.find(({ userId, isActive }) => userId === user._id && isActive);
  if (!user.admin && !(member && may(member))) throw forbidden();
  return board;
}

type Check = (world: World, user: SimUser | undefined, boardId: string | undefined) => SimBoard;

/** A2.2: reads, comments and checklists; a comment-only member may not even comment over REST. */
export const mayRead: Check = (world, user, boardId) =>
  allowed(
    world,
    user,
    boardId,
    (member) => !member.isNoComments && !member.isCommentOnly && !member.isWorker,
  );

/** A2.2: changing cards. */
export const mayWrite: Check = (world, user, boardId) =>
  allowed(world, user, boardId, (member) => !member.isCommentOnly && !member.isWorker);

/** A2.2: opening a card takes a role that may comment. */
export const mayCreate: Check = (world, user, boardId) =>
  allowed(world, user, boardId, (member) => !member.isNoComments);

/** A2.2: webhooks. */
export const mayAdminister: Check = (world, user, boardId) =>
  allowed(world, user, boardId, (member) => member.isAdmin);
