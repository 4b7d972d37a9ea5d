import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { judgeAction } from '../../../lib/channels/mattermost/action-request.ts';
import { judgeCommand, presentedToken } from '../../../lib/channels/mattermost/command-request.ts';
import { deriveKey } from '../../../lib/domain/keys.ts';
import { createDoor } from '../../../lib/doors/door.ts';
import { createDoorLog } from '../../../lib/doors/log.ts';
import { demoKey } from '../../../lib/local/demo-key.ts';
import { commandEvent, type Event } from '../../../schemas/event.ts';

const room = 'qbd6hpqkyfyzbxojt5j8kypc4y';
const direct = 'kr93hoj6e7dwuqbyf3trxtmqjy';
const root = '8mwyagkmdt8mppoowrb6i54yao';
const bob = '4qt1rtbqff8jxcszhhq5k75rqc';
const kanbot = 'zemwnsat9idr3jxe619ipk4szh';

async function send(sample: string, broken = false) {
  const path = new URL(`../../../events/mattermost/${sample}.json`, import.meta.url);
  const request = JSON.parse(readFileSync(path, 'utf8')) as APIGatewayProxyEventV2;
  const queued: Event[] = [];
  const lines: string[] = [];
  const common = {
    log: createDoorLog((line) => lines.push(line)),
    now: () => 1_795_217_050_000,
    enqueue: async (events: readonly Event[]) => {
      if (broken) throw new Error('no queue');
      queued.push(...events);
    },
  };
  const key = (purpose: 'mattermost-command' | 'mattermost-action') => deriveKey(demoKey, purpose);
  const command = { source: 'mattermost-command', keys: key('mattermost-command'), proof: presentedToken };
  const action = { source: 'mattermost-action', keys: key('mattermost-action') };
  const door = request.rawPath.startsWith('/mattermost-command')
    ? createDoor({ ...common, ...command, judge: judgeCommand })
    : createDoor({ ...common, ...action, judge: judgeAction });
  const { statusCode, headers, body = '' } = await door(request);
  return { status: statusCode, type: String(headers?.['content-type']), body, queued, log: lines.join('') };
}

const envelope = {
  v: 1,
  kind: 'command',
  at: 1_795_217_050_000,
  team: 'demo',
  connection: 'chat',
  generation: 1,
};
const inRoom = { ...envelope, conversation: `mattermost:chat:${room}:`, place: 'town-square', direct: false };
const person = { id: bob, name: 'bob' };

describe('recorded requests', () => {
  test.each([
    [
      'command',
      {
        ...inRoom,
        person,
        input: {
          by: 'text',
          text: 'create Fix "login" & more é ☃ @kanbot @bob. ~town-square ~nosuch <https://x.y|z>',
          mentions: { bob, kanbot },
        },
        reply: { url: expect.stringContaining('/hooks/commands/'), trigger: expect.any(String) },
      },
    ],
    [
      'command-in-thread',
      {
        conversation: `mattermost:chat:${room}:${root}`,
        input: { by: 'text', text: 'Fix the pump @bob #urgent due:friday\nIt leaks.', mentions: { bob } },
      },
    ],
    ['command-direct', { conversation: `mattermost:chat:${direct}:`, direct: true }],
    ['command-bare', { input: { by: 'text', text: '', mentions: {} } }],
    ['command-get', { ...inRoom, input: { by: 'text', text: 'list mine', mentions: {} } }],
    ['command-oauth', { ...inRoom, input: { by: 'text', text: 'list', mentions: {} } }],
    ['button', { ...inRoom, person, board: 'board', input: { by: 'button', action: 'done', card: 'crd1' } }],
    ['button-in-thread', { conversation: `mattermost:chat:${room}:${root}` }],
    ['select', { input: { by: 'button', action: 'move', card: 'crd1', value: 'lstB' } }],
    [
      'dialog-comment',
      {
        ...inRoom,
        person,
        board: 'board',
        input: { by: 'form', form: 'comment', card: 'crd1', fields: { text: 'The part has arrived.' } },
        reply: {},
      },
    ],
    [
      'dialog-create',
      {
        conversation: `mattermost:chat:${room}:${root}`,
        input: {
          by: 'form',
          form: 'create',
          fields: { title: 'Fix the pump', column: 'lstB', assignee: 'bob', due: 'friday' },
        },
      },
    ],
  ])('%s is queued as what it means', async (sample, expected) => {
    const { status, queued } = await send(sample);
    expect(status).toBe(200);
    expect(queued).toEqual([expect.objectContaining(expected)]);
    expect(commandEvent.safeParse(queued[0]).success).toBe(true);
  });

  test.each(['command-wrong-token', 'button-forged', 'dialog-of-another'])(
    '%s is an empty 401',
    async (sample) => {
      expect(await send(sample)).toMatchObject({ status: 401, body: '', queued: [] });
    },
  );

  test('a command is answered with nothing at all, a click with an empty object', async () => {
    expect(await send('command')).toMatchObject({ body: '', type: 'text/plain; charset=utf-8' });
    expect(await send('button')).toMatchObject({ body: '{}', type: 'application/json; charset=utf-8' });
  });

  test('the same request is the same event, another one is not', async () => {
    const id = async (sample: string) => (await send(sample)).queued[0]?.id;
    expect(await id('button')).toBe(await id('button'));
    expect(await id('button')).not.toBe(await id('command'));
    expect(await id('dialog-comment')).toBe(await id('dialog-comment'));
    expect(await id('dialog-comment')).not.toBe(await id('dialog-create'));
  });

  test('a dialog that was closed is taken and left alone; one that is too old stays open and says so', async () => {
    expect(await send('dialog-cancelled')).toMatchObject({ status: 200, body: '{}', queued: [] });
    const old = await send('dialog-expired');
    expect([old.status, old.queued]).toEqual([200, []]);
    expect(JSON.parse(old.body).error).toContain('too old');
  });

  test('without the queue people get their text back, in both languages, and a dialog stays open', async () => {
    const command = await send('command-in-thread', true);
    expect(command.status).toBe(200);
    const { text, response_type } = JSON.parse(command.body);
    expect(response_type).toBe('ephemeral');
    expect(text).toContain('/card Fix the pump @bob #urgent due:friday\nIt leaks.');
    expect(text).toContain('again');
    expect(text).toContain('noch einmal');
    expect(JSON.parse((await send('button', true)).body).ephemeral_text).toContain('again');
    expect(JSON.parse((await send('dialog-comment', true)).body).error).toContain('again');
  });

  test('nothing of a person or a secret is logged', async () => {
    for (const sample of ['command', 'command-wrong-token', 'button-forged', 'dialog-comment']) {
      const { log } = await send(sample, true);
      expect(log).not.toMatch(/scrubbed|anothertoken|login|arrived|bob|hooks|mattermost-\w+\/demo/);
    }
  });
});
