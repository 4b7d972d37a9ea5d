import { DescribeTableCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, keysFor, openHouse } from './house.ts';
import { clicks, opens, submits, types } from './sight.ts';

/** Marks on everything that must not be told on: a tour through good days and bad ones, then a look into lines, queues and table. */
const mark = 'ZYXMARK';
const allowed = [
  'team',
  'connection',
  'product',
  'code',
  'id',
  'kind',
  'status',
  'attempt',
  'milliseconds',
  'count',
];

let house: House;
const attributes: string[] = [];
const printed: string[] = [];

beforeAll(async () => {
  const [out, err] = [process.stdout.write, process.stderr.write];
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = ((text: string | Uint8Array, ...rest: never[]) => {
      printed.push(String(text));
      return write(text, ...rest);
    }) as typeof stream.write;
  }
  try {
    await tour();
  } finally {
    Object.assign(process.stdout, { write: out });
    Object.assign(process.stderr, { write: err });
  }
});
afterAll(() => house.stop());

async function tour(): Promise<void> {
  house = await openHouse((team, { wekan, mattermost }) => {
    for (const name of [`${mark.toLowerCase()}tom`]) mattermost.addUser(name);
    const self = wekan.world.users.find(({ username }) => username === 'cardwire');
    if (self) self.password = `${mark}-password`;
    const people = [
      ...team.members.people,
      { name: `${mark} Tom`, mattermost: `${mark.toLowerCase()}tom`, wekan: 'tom' },
    ];
    const [main] = Object.values(team.boards);
    if (!main) throw new Error('no board');
    return {
      ...team,
      members: { ...team.members, people },
      boards: { main: { ...main, password: `${mark}-password` } },
    };
  });
  house.clients.sqs.middlewareStack.add(
    (next) => async (args) => {
      const {
        MessageBody: _,
        Entries = [],
        ...rest
      } = args.input as Record<string, unknown> & { Entries?: Record<string, unknown>[] };
      attributes.push(JSON.stringify([rest, Entries.map(({ MessageBody: __, ...entry }) => entry)]));
      return next(args);
    },
    { step: 'initialize' },
  );
  const name = `${mark.toLowerCase()}tom`;
  const { card, post } = await opens(house, name, `${mark} title\n${mark} description`);
  await types(house, name, `/card comment #1 ${mark} comment`);
  await types(house, name, `/card mvoe #1 ${mark}`);
  await types(house, name, `/card move #1 ${mark}`);
  await types(house, 'guest', `/card show #1 ${mark}`);
  await clicks(house, name, post, 'Comment');
  await submits(house, name, { text: `${mark} by dialog` });
  await submits(house, name, { text: `${mark} forged` }, { state: `${mark}.x` });
  const ann = house.wekan.asUser('ann');
  await ann.comment(card._id, `${mark} on the board`);
  await ann.rename(card._id, `${mark} renamed`);
  await house.lapse(60_000);
  house.wekan.faults.add({ kind: 'html', status: 502 }, { times: 6 });
  house.mattermost.faults.next({ kind: { status: 500 }, times: 4 });
  await types(house, name, `/card move #1 doing`);
  await ann.moveCard(card._id, 'Review');
  for (let times = 0; times < 4; times++) await house.lapse(60_000);
  house.mattermost.townSquare.members.delete(house.mattermost.bot.id);
  await types(house, name, `/card ${mark} elsewhere`);
  await fetch(house.webhook.url, { method: 'POST', headers: { 'x-wekan-token': mark }, body: `{"${mark}` });
  await fetch(house.webhook.url, { method: 'POST', body: `{"${mark}` });
  const self = house.wekan.world.users.find(({ username }) => username === 'cardwire');
  if (self) self.password = 'changed';
  house.wekan.faults.revokeTokens();
  await types(house, name, `/card comment #1 ${mark} in vain`);
  await house.lapse(14 * 24 * 3_600_000);
}

/** What nobody may read: marked texts and names, tokens, keys, addresses with their seals, what opens a dialog or answers a command. */
function secrets(): readonly string[] {
  const { mattermost, wekan } = house;
  return [
    mark,
    mark.toLowerCase(),
    'Ann Lee',
    mattermost.tokens.bot,
    [...mattermost.world.commands.values()][0]?.token ?? 'no token',
    house.webhook.token,
    house.webhook.url.split('/').at(-1) ?? 'no seal',
    'hooks/commands',
    ...wekan.world.tokens.map(({ token }) => token),
    ...keysFor('stored-secrets'),
    ...keysFor('mattermost-action'),
    ...[...mattermost.world.users.values()].map(({ id }) => id),
  ];
}

const finds = (text: string) => secrets().filter((secret) => text.includes(secret));

describe('a tour through good days and bad ones', () => {
  test('logs what happened, by our own ids and codes alone', () => {
    expect(house.lines.length).toBeGreaterThan(10);
    const lines = house.lines.map((line) => JSON.parse(line));
    for (const { level: _, event, ...fields } of lines) {
      expect(event).toMatch(/^[a-z-]+$/);
      expect(Object.keys(fields).filter((field) => !allowed.includes(field))).toEqual([]);
    }
    expect(finds(house.lines.join('\n'))).toEqual([]);
    expect(lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        'door-refused',
        'message-waits',
        'message-dead',
        'webhook-without-token',
        'conversation-moved',
      ]),
    );
  });

  test('prints nothing else', () => {
    expect(finds(printed.join('\n'))).toEqual([]);
  });

  test('puts nothing of it into the attributes of a queue', () => {
    expect(attributes.length).toBeGreaterThan(20);
    expect(finds(attributes.join('\n').replaceAll(/"ReceiptHandle":"[^"]*"/g, ''))).toEqual([]);
  });

  test('keeps secrets encrypted in the table, and nothing that answers a command', async () => {
    const { Table } = await house.clients.dynamodb.send(
      new DescribeTableCommand({ TableName: house.tableName }),
    );
    const { Items = [] } = await house.clients.dynamodb.send(
      new ScanCommand({ TableName: Table?.TableName }),
    );
    const stored = JSON.stringify(Items);
    const { mattermost, wekan } = house;
    const never = [
      `${mark}-password`,
      mattermost.tokens.bot,
      ...wekan.world.tokens.map(({ token }) => token),
      'hooks/commands',
      `${mark} in vain`,
    ];
    expect(Items.length).toBeGreaterThan(10);
    expect(never.filter((secret) => stored.includes(secret))).toEqual([]);
  });
});
