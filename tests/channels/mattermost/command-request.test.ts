import { describe, expect, test } from '@jest/globals';
import { judgeCommand, presentedToken } from '../../../lib/channels/mattermost/command-request.ts';
import type { DoorContext, DoorRequest } from '../../../lib/domain/door.ts';
import { readRequest } from '../../../lib/doors/request.ts';
import { httpEvent } from '../../doors/http-event.ts';

const token = 'a'.repeat(26);
const fields = 'channel_id=room&user_id=tom&command=%2Fcard';

function request(body: string | Buffer, authorization?: string): DoorRequest {
  const headers = authorization === undefined ? {} : { Authorization: authorization };
  const read = readRequest(httpEvent({ path: '/', body, headers }));
  if (!read) throw new Error('too large');
  return read;
}

describe('the token of a command', () => {
  test.each([
    ['in both', request(`token=${token}`, `Token ${token}`), token],
    ['in the header alone', request('', `Token ${token}`), token],
    ['in the form alone', request(`token=${token}`), token],
    ['in the form, the header being an OAuth connection', request(`token=${token}`, 'Bearer x'), token],
    ['differing', request(`token=${token}`, 'Token other'), undefined],
    ['in the header with an empty one in the form', request('token=', `Token ${token}`), undefined],
    ['nowhere', request(''), undefined],
    ['empty', request('token=', 'Token '), undefined],
  ])('%s', (_, given, expected) => {
    expect(presentedToken(given)).toBe(expected);
  });
});

describe('a command', () => {
  const context: DoorContext = {
    address: { source: 'mattermost-command', team: 'ops', connection: 'chat', generation: 1 },
    keys: [''],
    now: 1,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const judge = (body: string | Buffer) => judgeCommand(request(body), context);
  const eventOf = (body: string | Buffer) => {
    const judgement = judge(body);
    const event = 'events' in judgement ? judgement.events[0] : undefined;
    if (event?.kind !== 'command' || event.input.by !== 'text') throw new Error('refused');
    return { ...event, input: event.input };
  };

  test.each([
    [`${'a'.repeat(26)}__${'b'.repeat(26)}`, true],
    ['ops__chat', false],
    ['town-square', false],
  ])('in the room %s knows whether it is one of two people alone', (name, direct) => {
    expect(eventOf(`${fields}&channel_name=${name}`)).toMatchObject({ place: name, direct });
  });

  test('takes fields it does not know, and does without those it can', () => {
    expect(eventOf(`${fields}&tomorrow=1`)).toMatchObject({
      id: expect.any(String),
      conversation: 'mattermost:chat:room:',
      person: { id: 'tom', name: '' },
      reply: {},
    });
  });

  test.each([
    ['nothing', ''],
    ['no person', 'channel_id=room'],
    ['a room that would break our own strings', 'channel_id=a%3Ab&user_id=tom'],
    ['a thread that would', `${fields}&root_id=a%3Ab`],
    ['JSON', '{"user_id":"tom"}'],
  ])('is refused with %s', (_, body) => {
    expect(judge(body)).toEqual({ refuse: 400 });
  });

  test('in a broken encoding keeps what can be read', () => {
    expect(eventOf(`${fields}&text=Fix+%FF+it`).input.text).toBe('Fix \uFFFD it');
    expect(eventOf(Buffer.from(`${fields}&text=Fix \xFF it`, 'latin1')).input.text).toBe('Fix \uFFFD it');
  });

  test('keeps names apart that are also properties of objects', () => {
    const { mentions } = eventOf(`${fields}&user_mentions=__proto__&user_mentions_ids=eve`).input;
    expect(Object.entries(mentions)).toEqual([['__proto__', 'eve']]);
    expect(({} as Record<string, unknown>).eve).toBeUndefined();
  });

  test('mentions without their ids are left out', () => {
    expect(
      eventOf(`${fields}&user_mentions=tom&user_mentions=eva&user_mentions_ids=1`).input.mentions,
    ).toEqual({
      tom: '1',
    });
  });
});
