import { mayAdminister, mayRead } from './access.ts';
import { notFound, ok, type SimAnswer } from './answers.ts';
import { strings } from './patch-card.ts';
import { route, type SimCall, type SimRoute } from './route.ts';
import { newId, type SimIntegration } from './world.ts';

const integrations = '/api/boards/:b/integrations';

export const webhookRoutes: readonly SimRoute[] = [
  route('GET', integrations, 'A', ({ world, user, params }) => {
    mayRead(world, user, params.b);
    return ok(world.integrations.filter(({ boardId }) => boardId === params.b).map(withoutToken));
  }),
  route('POST', integrations, 'A', ({ world, user, params, body, version }) => {
    const board = mayAdminister(world, user, params.b);
    const url = String(body.url);
    if (!version.privateTargets && isPrivate(url)) return badUrl();
    // A1.2: a POST takes the address alone; what else it carries is not stored.
    const made: SimIntegration = {
      _id: newId(),
      boardId: board._id,
      type: 'outgoing-webhooks',
      url,
      title: '',
      token: '',
      activities: ['all'],
      enabled: true,
    };
    world.integrations.push(made);
    return ok({ _id: made._id });
  }),
  route('PUT', `${integrations}/:i`, 'A', (call) => {
    mayAdminister(call.world, call.user, call.params.b);
    const found = call.world.integrations.find(({ _id }) => _id === call.params.i);
    if (!found) throw notFound();
    return edit(call, found);
  }),
  route('DELETE', `${integrations}/:i`, 'A', ({ world, user, params }) => {
    mayAdminister(world, user, params.b);
    world.integrations = world.integrations.filter(({ _id }) => _id !== params.i);
    return ok({ _id: params.i });
  }),
];

function edit({ body, version }: SimCall, integration: SimIntegration): SimAnswer {
  if (typeof body.url === 'string') {
    if (!version.privateTargets && isPrivate(body.url)) return badUrl();
    integration.url = body.url;
  }
  if (typeof body.title === 'string') integration.title = body.title;
  if (typeof body.token === 'string') integration.token = body.token;
  if ('activities' in body) integration.activities = strings(body.activities);
  if ('enabled' in body) integration.enabled = body.enabled === true;
  return ok({ _id: integration._id });
}

/** A1.1: the token is never told. */
function withoutToken({ token: _, ...shown }: SimIntegration) {
  return shown;
}

/** A1.2 and A1.4: private targets are refused with a real 400. */
function badUrl(): SimAnswer {
  return { status: 400, json: { error: 'invalid-webhook-url', reason: 'The URL is not allowed' } };
}

function isPrivate(url: string): boolean {
  return /^https?:\/\/(?:localhost|127\.|10\.|192\.168\.|\[)/.test(url);
}
