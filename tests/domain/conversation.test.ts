import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatConversation, parseConversation } from '../../lib/domain/conversation.ts';

const part = fc.string({ minLength: 1 }).filter((text) => !text.includes(':'));
const conversation = fc.record({
  channel: part,
  connection: part,
  room: part,
  thread: fc.option(part, { nil: '' }),
});

test('a conversation is one string, which is read as the same one', () => {
  expect(formatConversation({ channel: 'mattermost', connection: 'chat', room: 'r', thread: 't' })).toBe(
    'mattermost:chat:r:t',
  );
  fc.assert(
    fc.property(conversation, (each) => expect(parseConversation(formatConversation(each))).toEqual(each)),
  );
});

test.each([
  '',
  'chat',
  'mattermost:chat:room',
  ':chat:room:',
  'mattermost::room:',
  'mattermost:chat::',
  'a:b:c:d:e',
])('no conversation is %j', (text) => expect(() => parseConversation(text)).toThrow('not a conversation'));
