import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import type { Choices, Chooser } from '../../lib/domain/choices.ts';
import { localCredentials, localRegion } from '../../lib/local/credentials.ts';
import { startTable } from '../../lib/local/table.ts';
import { createChoiceLists } from '../../lib/store/choices.ts';
import { createTable } from '../../lib/store/table.ts';
import { choicesEvent } from '../../schemas/event.ts';
import { callback } from '../channels/discord/limits-callback.ts';
import { readResources } from '../local/read-resources.ts';
import { interactionOf, openDoor, sample, signedAt } from './discord-world.ts';

const room = '1179000000000000200';
const person = '1179000000000000500';
const now = signedAt * 1000 + 1;
const choices: Choices = {
  at: now - 1000,
  columns: ['To Do', 'Doing', 'Done', 'Undone'],
  people: ['tom', 'ann'],
  labels: ['urgent', ''],
  cards: [
    { ref: '#42', title: 'Fix the pump' },
    { ref: '#4', title: 'Paint the shed' },
    { ref: 'OPS-2', title: `Pump ${'☃'.repeat(200)}` },
  ],
  boards: ['main', 'ops'],
};

/** What is suggested for `option` when `typed` stands in it. */
async function suggested(option: string, typed: string, found: Choices | undefined = choices) {
  const { send } = openDoor({ lookUp: async () => found });
  const focused = { name: option, type: 3, value: typed, focused: true };
  const { status, json } = await send({
    ...interactionOf('autocomplete'),
    data: { name: 'card', type: 1, options: [{ name: 'create', type: 1, options: [focused] }] },
  });
  expect([status, callback.safeParse(json).success]).toEqual([200, true]);
  return json.data.choices.map(({ value }: { value: string }) => value);
}

describe('suggestions', () => {
  test('are what begins as it is typed, then words that do, then the rest', async () => {
    expect(await suggested('column', 'do')).toEqual(['Doing', 'Done', 'To Do', 'Undone']);
    expect(await suggested('column', '')).toEqual(choices.columns);
    expect(await suggested('card', 'pump')).toEqual(['#42', 'OPS-2']);
    for (const typed of ['4', '#4', ' #4']) expect(await suggested('card', typed)).toEqual(['#42', '#4']);
    expect(await suggested('person', '@')).toEqual(['me', 'tom', 'ann']);
    expect(await suggested('label', '#UR')).toEqual(['urgent']);
    expect(await suggested('board', 'o')).toEqual(['ops']);
    expect(await suggested('title', 'x')).toEqual([]);
    expect(await suggested('card', 'nothing like it')).toEqual([]);
  });

  test('are 25 at most, none too long to be sent back', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `Column ${index}`);
    expect(await suggested('column', '', { ...choices, columns: many })).toHaveLength(25);
    expect(await suggested('column', '', { ...choices, columns: ['x'.repeat(101), 'y'] })).toEqual(['y']);
  });

  test('come back in quotes where several may be given and a name holds a comma', async () => {
    const found = { ...choices, labels: ['Milk, eggs'], people: ['Berg, Anna'], columns: ['Now, really'] };
    expect(await suggested('label', 'mil', found)).toEqual(['"Milk, eggs"']);
    expect(await suggested('person', 'berg', found)).toEqual(['"Berg, Anna"']);
    expect(await suggested('column', 'now', found)).toEqual(['Now, really']);
  });

  test('are shown in the direction in which they are read', async () => {
    const { send } = openDoor({
      lookUp: async () => ({ ...choices, cards: [{ ref: '#7', title: 'Pay \u202Exslx.exe' }] }),
    });
    const focused = { name: 'card', type: 3, value: '', focused: true };
    const { json } = await send({
      ...interactionOf('autocomplete'),
      data: { name: 'card', type: 1, options: [{ name: 'show', type: 1, options: [focused] }] },
    });
    expect(json.data.choices).toEqual([{ name: '#7 Pay xslx.exe', value: '#7' }]);
  });

  test('are asked for by person and room, a thread’s being its channel', async () => {
    for (const name of ['autocomplete', 'autocomplete-in-thread']) {
      const asked: Chooser[] = [];
      await openDoor({
        lookUp: async (chooser) => {
          asked.push(chooser);
          return choices;
        },
      }).take(sample(name));
      expect(asked).toEqual([{ team: 'demo', connection: 'discord', room, person }]);
    }
  });

  test('are gathered anew when there are none or they are older than ten minutes, once in ten minutes', async () => {
    const wanted = async (found: Choices | undefined, name = 'autocomplete') => {
      const { queued, take } = openDoor({ lookUp: async () => found });
      await take(sample(name));
      return queued;
    };
    expect(await wanted(choices)).toEqual([]);
    const [event, ...more] = await wanted(undefined, 'autocomplete-in-thread');
    expect(more).toEqual([]);
    expect(event).toEqual({
      ...{ v: 1, kind: 'choices', at: now, team: 'demo', connection: 'discord', generation: 1 },
      id: `choices.${room}.${person}.${Math.floor(now / 600_000)}`,
      conversation: `discord:discord:${room}:1179000000000000300`,
      person: { id: person, name: 'Eva Lind (eva.l)' },
      server: '1179000000000000100',
    });
    expect(choicesEvent.safeParse(event).success).toBe(true);
    expect(await wanted({ ...choices, at: now - 600_000 })).toHaveLength(1);
    expect(await wanted({ ...choices, at: now - 599_999 })).toEqual([]);
  });

  test('for a command of another deployment are none', async () => {
    const { queued, take } = openDoor({ lookUp: async () => choices });
    const answer = await take(sample('autocomplete-of-another-deployment'));
    expect([answer.json, queued]).toEqual([{ type: 8, data: { choices: [] } }, []]);
  });
});

describe('the on-demand part', () => {
  const none = { status: 200, json: { type: 8, data: { choices: [] } } };

  test('that fails, hangs or is not there is answered with nothing', async () => {
    const fails = async () => {
      throw new Error('https://table.example/with/a/secret');
    };
    const hangs = () => new Promise<undefined>(() => {});
    for (const parts of [{ lookUp: fails }, { lookUp: hangs }, {}]) {
      const { lines, take } = openDoor(parts);
      expect(await take(sample('autocomplete'))).toEqual(none);
      expect(lines.join('')).not.toContain('secret');
      if ('lookUp' in parts) expect(lines.join('')).toContain('look-up-failed');
    }
  });

  test('has its say although the queue takes nothing', async () => {
    for (const enqueue of [
      async () => Promise.reject(new Error('no queue')),
      () => new Promise<void>(() => {}),
    ]) {
      const { take } = openDoor({ lookUp: async () => ({ ...choices, at: 0 }), enqueue });
      expect((await take(sample('autocomplete'))).json.data.choices).toHaveLength(4);
    }
  });

  test('reads what the dispatcher has kept in the table', async () => {
    const table = await startTable(readResources(), {});
    const client = new DynamoDBClient({
      ...{ endpoint: table.endpoint, region: localRegion, credentials: localCredentials },
    });
    try {
      const chooser = { team: 'demo', connection: 'discord', room, person };
      const lists = createChoiceLists(createTable(client, table.tableName, Date.now), Date.now);
      await lists.put(chooser, choices);
      Object.assign(process.env, {
        ...{ TABLE_NAME: table.tableName, AWS_REGION: localRegion },
        ...{ AWS_ENDPOINT_URL_DYNAMODB: table.endpoint },
        ...{ AWS_ACCESS_KEY_ID: localCredentials.accessKeyId },
        ...{ AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey },
      });
      const { lookUpChoices } = await import('../../lib/store/look-up-choices.ts');
      expect(await lookUpChoices(chooser)).toEqual(choices);
      expect(await lookUpChoices({ ...chooser, team: 'other' })).toBeUndefined();
    } finally {
      client.destroy();
      await table.stop();
    }
  });
});
