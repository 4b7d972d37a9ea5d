import {
  newId,
  one,
  type SimBoard,
  type SimCard,
  type SimMember,
  type SimUser,
  stamp,
  type World,
} from './world.ts';

/** Adds an account. The password is the username followed by `-password` unless given. */
export function addUser(
  world: World,
  username: string,
  options: { fullname?: string; password?: string; admin?: boolean } = {},
): SimUser {
  const { fullname = '', password = `${username}-password`, admin = false } = options;
  const user = { _id: newId(), username, fullname, password, admin };
  world.users.push(user);
  return user;
}

export type SimRole = 'admin' | 'normal' | 'comment-only' | 'no-comments' | 'worker' | 'inactive';

/** Makes a user a member of a board, or changes what they are there. */
export function addMember(
  world: World,
  board: SimBoard,
  username: string,
  role: SimRole = 'normal',
): SimMember {
  const { _id: userId } = one(world.users, (user) => user.username === username, `user ${username}`);
  const member = {
    userId,
    isAdmin: role === 'admin',
    isActive: role !== 'inactive',
    isNoComments: role === 'no-comments',
    isCommentOnly: role === 'comment-only',
    isWorker: role === 'worker',
  };
  board.members = [...board.members.filter((other) => other.userId !== userId), member];
  return member;
}

/** Adds a board with its columns, labels and members (username to role), and its one swimlane. */
export function addBoard(
  world: World,
  title: string,
  parts: { columns: string[]; labels?: string[]; members?: Record<string, SimRole> },
): SimBoard {
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const labels = (parts.labels ?? []).map((name) => ({ _id: newId(6), name, color: 'red' }));
  const board: SimBoard = { _id: newId(), title, slug, members: [], labels };
  world.boards.push(board);
  world.swimlanes.push({ _id: newId(), boardId: board._id, title: 'Default' });
  for (const column of parts.columns) addList(world, board, column);
  for (const [username, role] of Object.entries(parts.members ?? {})) addMember(world, board, username, role);
  return board;
}

export function addList(world: World, board: SimBoard, title: string): string {
  const at = stamp(world);
  const _id = newId();
  world.lists.push({ _id, boardId: board._id, title, archived: false, modifiedAt: at, cardsModifiedAt: at });
  return _id;
}

/** Adds a card as if it had always been there. Numbers count up per board. */
export function addCard(
  world: World,
  place: { boardId: string; listId: string },
  card: Partial<SimCard> & { title: string; userId: string },
): SimCard {
  const at = stamp(world);
  const onBoard = world.cards.filter(({ boardId }) => boardId === place.boardId);
  const swimlane = one(world.swimlanes, ({ boardId }) => boardId === place.boardId, 'swimlane');
  const added: SimCard = {
    _id: newId(),
    description: '',
    swimlaneId: swimlane._id,
    members: [],
    assignees: [],
    labelIds: [],
    customFields: [],
    cardNumber: Math.max(0, ...onBoard.map(({ cardNumber }) => cardNumber)) + 1,
    sort: onBoard.length,
    archived: false,
    createdAt: at,
    modifiedAt: at,
    dateLastActivity: at,
    ...place,
    ...card,
  };
  world.cards.push(added);
  return added;
}

/** The world every fake starts with: the board Ops, its people, and the bridge's own account. */
export function seed(world: World): SimBoard {
  addUser(world, 'cardwire', { fullname: 'Cardwire' });
  addUser(world, 'ann', { fullname: 'Ann Lee' });
  addUser(world, 'bob');
  addUser(world, 'tom', { fullname: 'Tom Berg' });
  addUser(world, 'root', { admin: true });
  return addBoard(world, 'Ops', {
    columns: ['To Do', 'Doing', 'Review', 'Done'],
    labels: ['urgent', 'bug', 'question'],
    members: { cardwire: 'admin', ann: 'admin', bob: 'normal', tom: 'normal' },
  });
}
