import { describe, expect, test } from '@jest/globals';
import { callback } from '../channels/discord/limits-callback.ts';
import { interactionOf, openDoor, sample } from './discord-world.ts';

interface Field {
  readonly label: string;
  readonly component: { readonly custom_id: string; readonly value?: string; readonly required: boolean };
}

/** The form that a sample, or what it is bent to, is answered with. */
async function formOf(name: string, bend: (body: string) => string = (body) => body) {
  const { queued, send } = openDoor();
  const { json } = await send(bend(sample(name).body ?? ''));
  expect(callback.safeParse(json)).toMatchObject({ success: true });
  expect(json.type).toBe(9);
  const { title, custom_id: id, components } = json.data;
  const values = Object.fromEntries(
    (components as Field[]).flatMap(({ component: { custom_id, value } }) =>
      value === undefined ? [] : [[custom_id, value] as const],
    ),
  );
  const labels = (components as Field[]).map(({ label }) => label);
  const required = (components as Field[]).filter(({ component }) => component.required);
  return {
    queued,
    title,
    id,
    values,
    labels,
    required: required.map(({ component }) => component.custom_id),
  };
}

const once = (name: string) => String(interactionOf(name).id);

describe('a form', () => {
  test('takes over what was typed, in the person’s language', async () => {
    const form = await formOf('command-without-title');
    expect(form).toMatchObject({
      title: 'Karte anlegen',
      id: `form|create|||${once('command-without-title')}`,
      values: { description: 'It leaks', assignee: 'tom', due: 'friday' },
      labels: ['Titel', 'Beschreibung', 'Spalte', 'Zuweisen an', 'Fällig'],
      required: ['title'],
      queued: [],
    });
  });

  test('for a comment names the card as it was typed, or by its button', async () => {
    expect(await formOf('command-without-comment')).toMatchObject({
      title: 'Comment on #42',
      id: `form|comment-ref||#42|${once('command-without-comment')}`,
      labels: ['Comment'],
      required: ['text'],
      queued: [],
    });
    const button = await formOf('button-comment');
    expect([button.title, button.id]).toEqual([
      'Comment on #42 Fix the pump',
      `form|comment|main|crd1|${once('button-comment')}`,
    ]);
    const long = await formOf('button-comment', (body) =>
      body.replace('#42 Fix', `#42 ${'☃'.repeat(300)} $& {card}`),
    );
    expect([...long.title]).toHaveLength(45);
    const nameless = await formOf('button-comment', (body) =>
      body.replace('"title":"#42 Fix the pump",', ''),
    );
    expect(nameless.title).toBe('Comment');
  });

  test('of a message names its draft, and begins with the message’s first line', async () => {
    const form = await formOf('message-command');
    const draft = once('message-command');
    expect(form).toMatchObject({
      id: `form|create||${draft}|${draft}`,
      values: {
        title: 'The pump leaks again',
        description: 'It began on Monday, näher am Ventil ☃.\n@everyone please look',
      },
      queued: [{ id: draft, input: { by: 'draft' } }],
    });
    expect((await formOf('message-command-in-thread')).values).toEqual({ title: 'One line' });
    expect((await formOf('message-command-on-embeds')).values).toEqual({
      title: 'Alarm 7',
      description: 'Pressure is low',
    });
  });

  test('cuts a first line that is no title, and keeps it in the description', async () => {
    const line = `It leaks ${'☃'.repeat(200)}`;
    const { values } = await formOf('message-command', (body) => body.replace('The pump leaks again', line));
    expect([...String(values.title)]).toHaveLength(150);
    expect(values.title).toMatch(/^It leaks ☃+…$/);
    expect(values.description).toMatch(new RegExp(`^${line}\\nIt began`));
    const huge = await formOf('message-command', (body) => body.replace('please look', 'x'.repeat(5000)));
    expect([...String(huge.values.description)]).toHaveLength(4000);
  });

  test('opens empty for a message that says nothing', async () => {
    const { values, queued } = await formOf('message-command-on-embeds', (body) =>
      body.replace(/"embeds":\[\{"title":"Alarm 7".+?\]/, '"embeds":[]'),
    );
    expect([values, queued]).toEqual([
      {},
      [expect.objectContaining({ input: expect.objectContaining({ text: '' }) })],
    ]);
  });

  test('is not opened where it could not hold what was typed', async () => {
    const { queued, take } = openDoor();
    const { json } = await take(sample('command-without-comment-on-a-long-link'));
    expect(json).toMatchObject({ type: 4, data: { content: expect.stringContaining('`text`'), flags: 64 } });
    expect(queued).toEqual([]);
    const all = openDoor();
    for (const [typed, long] of [
      ['It leaks', `${'☃'.repeat(4_000)}.`],
      ['friday', 'friday '.repeat(50)],
    ] as const) {
      const raw = sample('command-without-title').body?.replace(typed, long) ?? '';
      expect((await all.send(raw)).json.type).toBe(5);
      expect(JSON.stringify(all.queued.at(-1))).toContain(long);
    }
  });
});

test('a long text that the queue did not take is given back whole', async () => {
  const enqueue = async () => Promise.reject(new Error('no queue'));
  const { send } = openDoor({ enqueue });
  const long = Array.from({ length: 700 }, (_, at) => `w${1000 + at} `).join('');
  const { json } = await send(
    sample('command').body?.replace('Fix the @tom pump #1', `${long}${long.slice(0, 1_500)}`) ?? '',
  );
  expect(callback.safeParse(json)).toMatchObject({ success: true });
  const back = json.data.embeds.map(({ description }: { description: string }) => description);
  expect(back.join('').replaceAll(/\n?```\n?/g, '')).toContain(`${long}${long.slice(0, 1_500)}`);
});
