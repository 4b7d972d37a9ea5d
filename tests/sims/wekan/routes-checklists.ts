import { mayRead } from './access.ts';
import { empty, ok } from './answers.ts';
import { route, type SimRoute } from './route.ts';
import { newId } from './world.ts';

const checklists = '/api/boards/:b/cards/:c/checklists';

export const checklistRoutes: readonly SimRoute[] = [
  route('GET', checklists, 'C', ({ world, user, params }) => {
    mayRead(world, user, params.b);
    const onCard = world.checklists.filter(({ cardId }) => cardId === params.c);
    return ok(onCard.map(({ _id, title }) => ({ _id, title })));
  }),
  route('GET', `${checklists}/:k`, 'C', ({ world, user, params }) => {
    mayRead(world, user, params.b);
    const checklist = world.checklists.find(({ _id }) => _id === params.k);
    // A2.3: a checklist that is not there is a 500 with an empty body.
    if (!checklist) return empty(500);
    const items = world.items.filter(({ checklistId }) => checklistId === checklist._id);
    return ok({
      ...checklist,
      items: items.map(({ _id, title, isFinished }) => ({ _id, title, isFinished })),
    });
  }),
  route('POST', checklists, 'C', ({ world, user, params, body }) => {
    mayRead(world, user, params.b);
    const checklist = { _id: newId(), cardId: params.c ?? '', title: String(body.title) };
    world.checklists.push(checklist);
    for (const title of [body.items ?? []].flat()) {
      world.items.push({
        _id: newId(),
        checklistId: checklist._id,
        cardId: checklist.cardId,
        title: String(title),
        isFinished: false,
      });
    }
    return ok({ _id: checklist._id });
  }),
  route('POST', `${checklists}/:k/items`, 'C', ({ world, user, params, body }) => {
    mayRead(world, user, params.b);
    const checklist = world.checklists.find(({ _id }) => _id === params.k);
    if (!checklist) return empty(500);
    const { _id: checklistId, cardId } = checklist;
    const item = { _id: newId(), checklistId, cardId, title: String(body.title), isFinished: false };
    world.items.push(item);
    return ok({ _id: item._id });
  }),
  route('GET', `${checklists}/:k/items/:i`, 'C', ({ world, user, params }) => {
    mayRead(world, user, params.b);
    const item = world.items.find(({ _id }) => _id === params.i);
    // A2.3: an item that is not there is a 404 with an empty body.
    return item ? ok(item) : empty(404);
  }),
  route('PUT', `${checklists}/:k/items/:i`, 'C', ({ world, user, params, body }) => {
    mayRead(world, user, params.b);
    const item = world.items.find(({ _id }) => _id === params.i);
    if (!item) return empty(404);
    if ('isFinished' in body) item.isFinished = body.isFinished === true || body.isFinished === 'true';
    if (typeof body.title === 'string' && body.title !== '') item.title = body.title;
    return ok({ _id: item._id });
  }),
];
