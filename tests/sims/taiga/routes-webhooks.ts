import { isIP } from 'node:net';
import { mayAdminister } from './access.ts';
import { created, gone, invalid, notFound, ok } from './answers.ts';
import type { SentHook } from './hooks.ts';
import { paged } from './paging.ts';
import { userPayload } from './payload.ts';
import { numberIn, route, type SimCall, type SimRoute } from './route.ts';
import { stamp } from './site.ts';
import { nextId, type SimWebhook } from './world.ts';

/** A1.6: the log keeps so many. */
const kept = 10;

function webhookIn({ site, user, params }: SimCall): SimWebhook {
  const webhook = site.world.webhooks.find(({ id }) => id === Number(params.id));
  if (!webhook) throw notFound('Webhook');
  mayAdminister(
    site.world.projects.find(({ id }) => id === webhook.project),
    user,
  );
  return webhook;
}

function logOf({ hooks }: SimCall, webhook: number) {
  const all = hooks.sent.map((sent, at) => ({ sent, id: at + 1 }));
  return all.filter(({ sent }) => sent.webhook === webhook).slice(-kept);
}

/** A1.1: readable for administrators, the key too. */
function view(call: SimCall, webhook: SimWebhook) {
  return { ...webhook, logs_counter: logOf(call, webhook.id).length };
}

function logView({ sent, id }: { sent: SentHook; id: number }) {
  const { webhook, url, status = 0, headers, hook } = sent;
  const response_data = status === 0 ? 'error-in-request: refused' : '';
  return { id, webhook, url, status, request_data: hook, request_headers: headers, response_data };
}

/** A1.1: a Django URLField, and no literal private address unless the server allows it. */
function checkUrl(call: SimCall, url: unknown): string {
  if (typeof url !== 'string' || !URL.canParse(url)) throw invalid('url', 'Invalid value.');
  const { hostname } = new URL(url);
  const isPrivate = isIP(hostname) !== 0 && /^(127|10|192\.168|169\.254)\./.test(hostname);
  if (!call.site.privateTargets && isPrivate) throw invalid('url', 'Not allowed IP Address');
  return url;
}

export const webhookRoutes: readonly SimRoute[] = [
  route('GET', '/webhooks', (call) => {
    const { site, user, query } = call;
    const project = site.world.projects.find(({ id }) => id === numberIn(query, 'project'));
    const admin = project?.memberships.some(({ userId, isAdmin }) => userId === user?.id && isAdmin);
    // A1.1: for those who are none, an empty list.
    const all = admin ? site.world.webhooks.filter((webhook) => webhook.project === project?.id) : [];
    return paged(
      all.map((webhook) => view(call, webhook)),
      call,
    );
  }),

  route('POST', '/webhooks', (call) => {
    const { site, user, body } = call;
    const project = mayAdminister(
      site.world.projects.find(({ id }) => id === body.project),
      user,
    );
    const webhook = {
      id: nextId(site.world),
      project: project.id,
      name: String(body.name ?? ''),
      url: checkUrl(call, body.url),
      key: String(body.key ?? ''),
    };
    site.world.webhooks.push(webhook);
    return created(view(call, webhook));
  }),

  route('GET', '/webhooks/:id', (call) => ok(view(call, webhookIn(call)))),
  ...['PATCH', 'PUT'].map((method) =>
    route(method, '/webhooks/:id', (call) => {
      const webhook = webhookIn(call);
      const { name, url, key } = call.body;
      if (url !== undefined) webhook.url = checkUrl(call, url);
      if (name !== undefined) webhook.name = String(name);
      if (key !== undefined) webhook.key = String(key);
      return ok(view(call, webhook));
    }),
  ),
  route('DELETE', '/webhooks/:id', (call) => {
    const webhook = webhookIn(call);
    call.site.world.webhooks = call.site.world.webhooks.filter((other) => other !== webhook);
    return gone;
  }),

  route('POST', '/webhooks/:id/test', async (call) => {
    const webhook = webhookIn(call);
    // A1.3: without a project. Sent at once, and the answer is the line of the log.
    const by = userPayload(call.site, call.user?.id ?? null);
    const hook = {
      action: 'test',
      type: 'test',
      by,
      date: stamp(call.site),
      data: { test: 'test' },
    } as const;
    const sent = await call.hooks.send(webhook, hook);
    return ok(logView({ sent, id: call.hooks.sent.indexOf(sent) + 1 }));
  }),

  route('GET', '/webhooklogs', (call) => {
    const id = numberIn(call.query, 'webhook');
    webhookIn({ ...call, params: { id: String(id) } });
    return ok(
      logOf(call, id ?? 0)
        .map(logView)
        .reverse(),
    );
  }),
  route('POST', '/webhooklogs/:id/resend', async (call) => {
    const sent = call.hooks.sent[Number(call.params.id) - 1];
    if (!sent) throw notFound('WebhookLog');
    webhookIn({ ...call, params: { id: String(sent.webhook) } });
    await call.hooks.repeat(sent);
    return ok(logView({ sent, id: Number(call.params.id) }));
  }),
];
