import { mayRead } from './access.ts';
import { empty, notFound, ok, SimError } from './answers.ts';
import { route, type SimRoute } from './route.ts';
import { newId, stamp } from './world.ts';

const comments = '/api/boards/:b/cards/:c/comments';

export const commentRoutes: readonly SimRoute[] = [
  route('GET', comments, 'B', ({ world, user, params }) => {
    mayRead(world, user, params.b);
    const onCard = world.comments.filter(({ cardId }) => cardId === params.c);
    // A2.5: no dates in the list.
    return ok(onCard.map(({ _id, text, userId }) => ({ _id, comment: text, authorId: userId })));
  }),
  route('GET', `${comments}/:id`, 'B', ({ world, user, params }) => {
    mayRead(world, user, params.b);
    const comment = world.comments.find(({ _id, cardId }) => _id === params.id && cardId === params.c);
    return comment ? ok(comment) : empty();
  }),
  route('POST', comments, 'B', ({ world, user, params, body }) => {
    mayRead(world, user, params.b);
    const text = typeof body.comment === 'string' ? body.comment.trim() : '';
    if (text === '') throw new SimError(400, 'Comment is empty');
    // A2.5: the author is the token's owner, and whether the card exists is not checked.
    const comment = {
      _id: newId(),
      boardId: params.b ?? '',
      cardId: params.c ?? '',
      text,
      userId: user?._id ?? '',
      createdAt: stamp(world),
    };
    world.comments.push(comment);
    return ok({ _id: comment._id });
  }),
  route('DELETE', `${comments}/:id`, 'B', ({ world, user, params }) => {
    mayRead(world, user, params.b);
    if (!world.comments.some(({ _id }) => _id === params.id)) throw notFound();
    world.comments = world.comments.filter(({ _id }) => _id !== params.id);
    // A2.5: the id in the answer is the card's.
    return ok({ _id: params.c });
  }),
];
