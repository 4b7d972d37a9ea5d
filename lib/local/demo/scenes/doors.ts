import { everything } from '../look.ts';
import type { Scene, Stage } from '../stage.ts';

/** Whoever cannot prove who they are gets a bare 401, and nothing reaches the queue. */
export const doors: Scene = {
  title: 'Strangers stay outside',
  play: async (stage) => {
    const before = everything(stage);
    await wrongToken(stage);
    await wrongWebhookToken(stage);
    await bentAddress(stage);
    await stage.settled();
    stage.check.same('everything in the chat and on the board', everything(stage), before);
  },
};

async function wrongToken({ mattermost, ...stage }: Stage): Promise<void> {
  const [command] = mattermost.world.commands.values();
  const tom = mattermost.world.user('tom');
  const token = 'x'.repeat(26);
  const room = mattermost.townSquare.id;
  const form = {
    token,
    user_id: tom.id,
    user_name: 'tom',
    channel_id: room,
    command: '/card',
    text: 'Forged',
  };
  await knock(stage, 'a command with a wrong token', command?.url, {
    headers: { authorization: `Token ${token}` },
    body: new URLSearchParams(form),
  });
}

async function wrongWebhookToken({ wekan, ...stage }: Stage): Promise<void> {
  const body = JSON.stringify({ cardId: wekan.world.cards[0]?._id, description: 'act-archivedCard' });
  const headers = { 'content-type': 'application/json', 'x-wekan-token': 'x' };
  await knock(stage, "the board's webhook with a wrong token", wekan.world.integrations[0]?.url, {
    headers,
    body,
  });
}

async function bentAddress({ wekan, ...stage }: Stage): Promise<void> {
  const [hook] = wekan.world.integrations;
  const headers = { 'content-type': 'application/json', 'x-wekan-token': hook?.token ?? '' };
  const url = hook?.url.replace('/demo/', '/other/');
  await knock(stage, 'the right token at the address of another team', url, { headers, body: '{}' });
}

async function knock(
  { show, check }: Pick<Stage, 'show' | 'check'>,
  what: string,
  url: string | undefined,
  request: { headers: Record<string, string>; body: string | URLSearchParams },
): Promise<void> {
  show.does('stranger', 'a door', what);
  const response = await fetch(url ?? '', { method: 'POST', ...request });
  check.same('the status', response.status, 401);
  check.same('the body', await response.text(), '');
  show.seen('Cardwire', 'a door', '401, and not a word more');
}
