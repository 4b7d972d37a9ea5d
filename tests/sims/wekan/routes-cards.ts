import { mayCreate, mayRead, mayWrite } from './access.ts';
import { empty, notFound, ok, type SimAnswer, unauthorized } from './answers.ts';
import { isRecognised, moment, patchCard, strings } from './patch-card.ts';
import { route, type SimCall, type SimRoute } from './route.ts';
import { addCard } from './seed.ts';
import { type SimBoard, type SimCard, stamp, touch } from './world.ts';

const cards = '/api/boards/:b/lists/:l/cards';

export const cardRoutes: readonly SimRoute[] = [
  route('GET', cards, 'C', ({ world, user, params }) => {
    mayRead(world, user, params.b);
    const open = world.cards.filter((card) => card.listId === params.l && !card.archived);
    return ok(open.map(inList));
  }),
  route('GET', '/api/cards/:c', 'C', ({ world, user, params }) => {
    if (!user) throw unauthorized();
    const card = world.cards.find(({ _id }) => _id === params.c);
    // A2.5: by id, archived too; 404 JSON if absent.
    if (!card) return { status: 404, json: { error: 'Card not found' } };
    mayRead(world, user, card.boardId);
    return ok(card);
  }),
  route('GET', `${cards}/:c`, 'C', (call) => {
    mayRead(call.world, call.user, call.params.b);
    const card = inPath(call);
    // A2.3: archived, moved or missing is 200 with an empty body.
    return card ? ok(card) : empty();
  }),
  route('POST', cards, 'C', create),
  route('PUT', `${cards}/:c`, 'C', (call) => {
    mayWrite(call.world, call.user, call.params.b);
    // A2.5: nothing recognised is 404.
    if (!isRecognised(call.body)) return { status: 404, json: { message: 'Error' } };
    const card = inPath(call);
    // A0.3: a stale list in the path, or an archived card, matches nothing and is still answered 200.
    return card ? patchCard(call, card) : ok({ _id: call.params.c });
  }),
  route('DELETE', `${cards}/:c`, 'C', (call) => {
    mayWrite(call.world, call.user, call.params.b);
    // A2.5: answered 200 even if nothing matched.
    call.world.cards = call.world.cards.filter(({ _id }) => _id !== inPath(call)?._id);
    return ok({ _id: call.params.c });
  }),
  route('POST', `${cards}/:c/archive`, 'C', (call) => archive(call, true)),
  route('POST', `${cards}/:c/unarchive`, 'C', (call) => archive(call, false)),
];

/** A2.5: the list's answer has no number, no labels and no members. */
function inList({
  _id,
  title,
  description,
  swimlaneId,
  receivedAt,
  startAt,
  dueAt,
  endAt,
  assignees,
  sort,
}: SimCard) {
  return { _id, title, description, swimlaneId, receivedAt, startAt, dueAt, endAt, assignees, sort };
}

function inPath({ world, params: { b, l, c } }: SimCall): SimCard | undefined {
  return world.cards.find(
    (card) => card._id === c && card.listId === l && card.boardId === b && !card.archived,
  );
}

function create({ world, user, params, body, version }: SimCall): SimAnswer {
  const board = mayCreate(world, user, params.b);
  // A2.5: a missing swimlane is a 500.
  if (typeof body.swimlaneId !== 'string')
    return { status: 500, type: 'text/html', text: '<pre>Internal Server Error</pre>' };
  // A2.5: old servers want the author's id, and answer 401 with nothing when they do not know it.
  if (version.old && !world.users.some(({ _id }) => _id === body.authorId)) return empty(401);
  const people = (value: unknown) => (version.old ? strings(value) : activeOnly(board, strings(value)));
  // A2.5: labelIds and customFields are ignored on create; a list that does not exist is taken, and the card is then unseen.
  const card = addCard(
    world,
    { boardId: board._id, listId: params.l ?? '' },
    {
      title: String(body.title ?? ''),
      description: typeof body.description === 'string' ? body.description : '',
      swimlaneId: body.swimlaneId,
      userId: user?._id ?? '',
      members: people(body.members),
      assignees: people(body.assignees),
      // A2.5: dates on create since v9.65.
      dueAt: version.old ? undefined : moment(body.dueAt),
    },
  );
  touch(world, card);
  return ok({ _id: card._id });
}

/** A2.5: people who are no active members are dropped without a word. */
function activeOnly(board: SimBoard, ids: readonly string[]): string[] {
  return ids.filter((id) => board.members.some(({ userId, isActive }) => userId === id && isActive));
}

function archive({ world, user, params }: SimCall, archived: boolean): SimAnswer {
  mayWrite(world, user, params.b);
  const card = world.cards.find(({ _id, boardId }) => _id === params.c && boardId === params.b);
  if (!card) throw notFound();
  card.archived = archived;
  card.archivedAt = archived ? stamp(world) : undefined;
  touch(world, card);
  return ok({ _id: card._id, archived, archivedAt: card.archivedAt });
}
