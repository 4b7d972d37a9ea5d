import { mayRead } from './access.ts';
import { forbidden, notFound, ok, unauthorized } from './answers.ts';
import { route, type SimCall, type SimRoute } from './route.ts';

export const boardRoutes: readonly SimRoute[] = [
  route('GET', '/api/user', 'A', ({ user }) => {
    if (!user) throw unauthorized();
    return ok({ _id: user._id, username: user.username });
  }),
  route('GET', '/api/users', 'A', ({ world, user }) => {
    // A2.5: an ordinary account cannot turn an id into a name this way.
    if (!user?.admin) throw user ? forbidden() : unauthorized();
    return ok(world.users.map(({ _id, username }) => ({ _id, username })));
  }),
  route('GET', '/api/users/:u/boards', 'A', ({ world, user, params }) => {
    if (!user) throw unauthorized();
    if (user._id !== params.u && !user.admin) throw forbidden();
    const mine = world.boards.filter(({ members }) =>
      members.some(({ userId, isActive }) => userId === params.u && isActive),
    );
    return ok(mine.map(({ _id, title }) => ({ _id, title })));
  }),
  route('GET', '/api/boards/:b', 'A', ({ world, user, params }) => {
    // A2.5: the board's document knows its members' ids and no names.
    const board = mayRead(world, user, params.b);
    return ok({ ...board, archived: false, permission: 'private' });
  }),
  route('GET', '/api/boards/:b/lists', 'A', ({ world, user, params, version }) => {
    mayRead(world, user, params.b);
    const lists = world.lists.filter(({ boardId, archived }) => boardId === params.b && !archived);
    // A2.5: dates since v10.72 only; null where no card is, archived ones count (wekan issue 5251).
    return ok(
      lists.map(({ _id, title, modifiedAt, cardsModifiedAt: at }) => {
        const cardsModifiedAt = world.cards.some(({ listId }) => listId === _id) ? at : null;
        return version.old ? { _id, title } : { _id, title, modifiedAt, cardsModifiedAt };
      }),
    );
  }),
  route('GET', '/api/boards/:b/swimlanes', 'A', ({ world, user, params }) => {
    mayRead(world, user, params.b);
    const swimlanes = world.swimlanes.filter(({ boardId }) => boardId === params.b);
    return ok(swimlanes.map(({ _id, title }) => ({ _id, title })));
  }),
  route('GET', '/api/boards/:b/export', 'A', (call) => {
    mayRead(call.world, call.user, call.params.b);
    // A2.5: can be switched off by an administrator.
    if (!call.version.exports) throw forbidden();
    return ok(exported(call));
  }),
];

/** A2.5: the one answer with names and card numbers that an ordinary account may read. */
function exported({ world, params }: SimCall) {
  const board = world.boards.find(({ _id }) => _id === params.b);
  if (!board) throw notFound();
  const cards = world.cards.filter(({ boardId }) => boardId === board._id);
  const ids = new Set(cards.map(({ _id }) => _id));
  const people = new Set([...board.members, ...world.comments].map(({ userId }) => userId));
  return {
    _format: 'wekan-board-1.0.0',
    ...board,
    lists: world.lists.filter(({ boardId }) => boardId === board._id),
    swimlanes: world.swimlanes.filter(({ boardId }) => boardId === board._id),
    cards,
    comments: world.comments.filter(({ cardId }) => ids.has(cardId)),
    activities: [],
    checklists: world.checklists.filter(({ cardId }) => ids.has(cardId)),
    checklistItems: world.items.filter(({ cardId }) => ids.has(cardId)),
    customFields: [],
    attachments: [],
    rules: [],
    users: world.users
      .filter(({ _id }) => people.has(_id))
      .map(({ _id, username, fullname }) => ({
        _id,
        username,
        profile: fullname === '' ? {} : { fullname },
      })),
  };
}
