import type { CardId } from '../../lib/domain/card.ts';
import { createKeyring } from '../../lib/setup/keyring.ts';
import type { CardKey } from '../../lib/store/card-record.ts';
import type { Dead } from '../../lib/store/dead.ts';
import { createStore, type Store } from '../../lib/store/store.ts';
import type { WholeTable } from '../../lib/store/table.ts';
import { sealSecret } from '../../lib/teams/secrets.ts';
import { storeTeam } from '../../lib/teams/stored.ts';
import type { Team } from '../../lib/teams/team.ts';
import type { CardFace, Happening } from '../../schemas/delivery.ts';
import { deploymentKey } from '../setup/far-world.ts';

/** Somebody as the table knows them, by chat, by Discord and by mail. */
export interface Somebody {
  readonly name: string;
  /** Id in Mattermost, of the account on Discord, and the address. */
  readonly ids: { readonly chat: string; readonly talk: string; readonly post: string };
}

export const ann: Somebody = {
  name: 'Ann',
  ids: { chat: 'annannannannannannannannan', talk: '613425648685547001', post: 'ann.lee@example.org' },
};
export const bob: Somebody = {
  name: 'Bob',
  ids: { chat: 'bobbobbobbobbobbobbobbobbo', talk: '613425648685547002', post: 'bob@example.org' },
};

const keys = createKeyring(deploymentKey)('stored-secrets');

/** A team that lists both: Ann with all three, the others with none but their name in Mattermost. */
export async function storeOps(table: WholeTable): Promise<void> {
  const channel = {
    generation: 1,
    command: 'card',
    private: false,
    token: 'x',
    url: 'https://x.example.org',
  };
  const people = [
    { name: 'Ann', mattermost: 'ann.lee', discord: ann.ids.talk, email: ann.ids.post, wekan: 'ann' },
    { name: 'Bob', mattermost: 'bob' },
    { name: 'Eve Lind', mattermost: 'eve' },
    { name: 'tim', mattermost: 'tim.lee' },
  ];
  const team: Team = {
    ...{ id: 'ops', language: 'en', timezone: 'UTC', teamChannels: [], boards: {} },
    ...{ members: { people, may: [] }, guests: { may: [] } },
    channels: {
      chat: { ...channel, id: 'chat', product: 'mattermost', self: 'bot', workspace: 'w' },
      talk: {
        ...{ ...channel, id: 'talk', product: 'discord', self: 'bot', application: '1' },
        ...{ publicKey: '', server: '1', development: false },
      },
      post: {
        ...{ id: 'post', product: 'email', generation: 1, command: 'card', self: 'cards@in.example.org' },
        ...{ domain: 'in.example.org', addresses: {}, strangers: 'confirm', followCopied: false },
      },
    },
  };
  await createStore(table, Date.now).teams.put({ id: 'ops', settings: storeTeam(team, keys) });
}

/** Leaves behind, in every room of the table, what the dispatcher leaves behind of somebody. */
export async function leaveTraces(table: WholeTable, { name, ids }: Somebody, at: number): Promise<void> {
  const store = createStore(table, () => at);
  const mailbox = encodeURIComponent(ids.post);
  const alone = { chat: `mattermost:chat:dm-${name}:`, talk: `discord:talk:9${ids.talk.slice(1)}:` };
  const byMail = `email:post:${mailbox}:root%40example.org`;
  const room = 'mattermost:chat:room:';
  const said: Happening = { id: `h-${name}`, kind: 'comment', who: name, comment: `${name} says so`, at };
  for (const [connection, person, conversation, calls] of [
    ['chat', ids.chat, alone.chat, name === 'Ann' ? 'ann.lee' : 'bob'],
    ['talk', ids.talk, alone.talk, `${name} on Discord`],
    ['post', ids.post, byMail, `${name} by mail`],
  ] as const) {
    const key = { team: 'ops', board: 'main', card: `${connection}-${ids.talk.slice(-1)}` as CardId };
    const owner = { connection, person, name: calls, conversation };
    await store.cards.own(key, owner, undefined, { at, what: 'create', event: 'e' });
    for (const where of [conversation, room]) {
      const { thread, face } = await tells(store, key, said, { where, owner: calls });
      await store.threads.gather(thread, { happening: { ...said, id: 'h2' }, loudness: 'reply' }, face, at);
    }
    await store.conversations.chooseBoard('ops', conversation, 'main');
    await store.paused.pause({ team: 'ops', where: conversation }, 'forbidden');
    await store.choices.put(
      { team: 'ops', connection, room: 'r', person },
      { at, columns: [], people: [], labels: [], cards: [], boards: [] },
    );
    await store.drafts.keep(
      { team: 'ops', connection, person, id: 'd' },
      { author: name, link: 'l', files: [] },
    );
    await store.codeTries.begin({ team: 'ops', connection, person, event: 'e' });
    await store.rates.count('ops', connection, person);
    const body = { kind: 'command', person: { id: person, name: calls }, text: `${name} wrote` };
    await store.graveyard.bury(deadLetter(`dead-${person}`, body, at));
  }
  await store.accounts.link('ops', 'talk', `7${ids.talk.slice(1)}`, name);
  await store.codes.give('ops', `CODE${name}`, { kind: 'link', name });
  await store.correspondents.know('ops', ids.post, { language: 'de', confirmed: true });
  await store.mailTargets.remember(`mail-${name}`, {
    ...{ team: 'ops', connection: 'post', board: 'main', card: 'c' as CardId, conversation: byMail },
  });
  await store.mailSubjects.keep(byMail, `About ${name}`);
  await store.originals.note('ops', ids.post, `ses-${name}`, [`in/ses-${name}`, `files/${name}/0`]);
}

/** Shows a happening in a room, with who opened the card. */
export async function tells(
  { threads }: Store,
  key: CardKey,
  said: Happening,
  { where = 'mattermost:chat:room:', owner = said.who ?? '' } = {},
) {
  const { at } = said;
  const face: CardFace = {
    ...{ id: key.card, title: 'A card', column: 'To Do', people: [], labels: [], url: '', state: 'open' },
    ...{ owner, revision: at },
  };
  const thread = { ...key, conversation: where };
  const before = await threads.claim(thread, { happening: said, loudness: 'reply' }, face, at);
  if (!before) throw new Error('the thread is not free');
  const state = { message: 'm', thread: 'm' };
  const line = { at, what: 'shown', event: 'e' };
  await threads.complete(thread, { before, state, face, last: said, line });
  return { thread, face };
}

/** A message that was given up, as it lies in the table. */
export function deadLetter(id: string, body: object, at: number): Dead {
  return {
    ...{ team: 'ops', id, reason: 'r', queue: 'events', group: 'g', at },
    body: sealSecret(JSON.stringify(body), { team: 'ops', field: 'dead' }, keys),
  };
}

/** Everything in the table, as text, but the team's settings. */
export async function everything(table: WholeTable): Promise<string> {
  const items: string[] = [];
  for await (const item of table.scan()) if (item.sk !== 'SETTINGS') items.push(JSON.stringify(item));
  return items.sort().join('\n');
}
