import { describe, expect, test } from '@jest/globals';
import { commandEvent } from '../../schemas/event.ts';
import { callback } from '../channels/discord/limits-callback.ts';
import { forms, meanings, unknown } from './discord-meanings.ts';
import { interactionOf, openDoor, sample, sampleNames, signedAt } from './discord-world.ts';

const privately = { type: 5, data: { flags: 64 } };
const others = [
  ...[
    'ping',
    'ping-badly-signed',
    'command-of-another-application',
    'command-without-comment-on-a-long-link',
  ],
  ...['autocomplete', 'autocomplete-in-thread', 'autocomplete-of-another-deployment'],
];

const noQueue = async () => {
  throw new Error('no queue');
};

describe("Discord's door", () => {
  test('has a meaning for every sample', () => {
    const known = [...Object.keys(meanings), ...unknown, ...forms, ...others];
    expect([...sampleNames].sort()).toEqual(known.sort());
  });

  test.each(Object.entries(meanings))('queues %s as what it means, and answers', async (name, expected) => {
    const { queued, take } = openDoor();
    const { status, json } = await take(sample(name));
    const envelope = { v: 1, kind: 'command', team: 'demo', connection: 'discord', generation: 1 };
    const once = { at: signedAt * 1000 + 1, id: expect.any(String), reply: expect.any(Object) };
    expect(queued).toEqual(
      [{ ...envelope, ...once, ...expected }].map((event) => expect.objectContaining(event)),
    );
    expect(queued[0]).not.toHaveProperty('direct', undefined);
    expect(Object.hasOwn(queued[0] ?? {}, 'mute')).toBe(Object.hasOwn(expected, 'mute'));
    expect(Object.hasOwn(queued[0] ?? {}, 'server')).toBe(Object.hasOwn(expected, 'server'));
    expect(commandEvent.safeParse(queued[0]).success).toBe(true);
    expect(status).toBe(200);
    expect(callback.safeParse(json).success).toBe(true);
  });

  test('defers commands and forms privately, clicks silently', async () => {
    const answer = async (name: string) => (await openDoor().take(sample(name))).json;
    for (const name of ['command', 'command-with-file', 'form-create', 'form-comment', 'form-comment-typed'])
      expect(await answer(name)).toEqual(privately);
    for (const name of ['button-done', 'select-move']) expect(await answer(name)).toEqual({ type: 6 });
  });

  test.each(unknown)('tells the person that it does not know %s', async (name) => {
    const { queued, take } = openDoor();
    const { status, json } = await take(sample(name));
    expect([status, queued]).toEqual([200, []]);
    const german = name === 'command-about-a-person';
    const content = expect.stringContaining(german ? 'Das kenne ich nicht' : 'I do not know this');
    expect(json).toEqual({ type: 4, data: { content, flags: 64, allowed_mentions: { parse: [] } } });
    expect(callback.safeParse(json).success).toBe(true);
  });

  test('knows an interaction by its own id, a form by its opening and its texts', async () => {
    const idOf = async (name: string, bend: (body: string) => string = (body) => body) => {
      const { queued, send } = openDoor();
      await send(bend(sample(name).body ?? ''));
      return queued[0]?.id;
    };
    const anotherTry = (body: string) =>
      body.replace(/"id":"11790000000000010\d\d"/, '"id":"1179000000000009999"');
    expect(await idOf('command')).toBe(interactionOf('command').id);
    expect(await idOf('command', anotherTry)).toBe('1179000000000009999');
    expect(await idOf('message-command')).toBe(interactionOf('message-command').id);
    for (const name of ['form-create', 'form-comment', 'form-comment-typed']) {
      expect(await idOf(name)).toBe(await idOf(name, anotherTry));
      expect(await idOf(name)).not.toBe(
        await idOf(name, (body) => body.replace(/1179000000000001(888|666|555)/, '1179000000000001444')),
      );
      expect(await idOf(name)).not.toBe(
        await idOf(name, (body) => body.replace(/the pump(?=")|arrived/, 'valve')),
      );
    }
  });

  test('without the queue says so in the person’s language and gives the text back', async () => {
    const answer = async (name: string, bend: (body: string) => string = (body) => body) => {
      const { json } = await openDoor({ enqueue: noQueue }).send(bend(sample(name).body ?? ''));
      expect(callback.safeParse(json).success).toBe(true);
      return json;
    };
    const command = await answer('command');
    expect(command).toMatchObject({
      type: 4,
      data: { content: expect.stringContaining('again'), flags: 64 },
    });
    expect(command.data.embeds).toEqual([
      { description: '```\n/card create title:Fix the @tom pump #1 column:Doing due:friday\n```' },
    ]);
    const german = await answer('form-create', (body) =>
      body.replace('"locale":"en-US","member"', '"locale":"de","member"'),
    );
    expect(german.data.content).toContain('noch einmal');
    expect(german.data.embeds).toContainEqual({ description: '```\nFix the pump\n```' });
    expect(await answer('button-done')).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(await answer('message-command')).toMatchObject({ type: 4, data: { flags: 64 } });
    const long = await answer('form-comment', (body) =>
      body.replace('The part', `\`\`\`${'☃'.repeat(6000)}`),
    );
    expect(long.data.embeds[0].description).toMatch(/^```☃+$/);
    expect(long.data.embeds[1].description).toMatch(/^```\n☃+…\n```$/);
    const two = await answer('form-create', (body) =>
      body.replace('"value":""', `"value":"${'x'.repeat(4000)}"`).replace('Fix the pump', 'y'.repeat(3000)),
    );
    expect(two.data.embeds.length).toBeGreaterThan(1);
  });

  test('logs nothing of a person or a secret', async () => {
    for (const name of sampleNames) {
      const { lines, take } = openDoor({ enqueue: noQueue });
      await take(sample(name));
      expect(lines.join('')).not.toMatch(/pump|Eva|eva|tom|aW50|cdn|1179|Ed25519/);
    }
  });
});
