import { expect } from '@jest/globals';

/** What each sample in events/discord is queued as; those that are not here queue nothing. */

const room = '1179000000000000200';
const thread = '1179000000000000300';
const direct = '1179000000000000400';
const server = '1179000000000000100';
const person = { id: '1179000000000000500', name: 'Eva Lind (eva.l)' };
const inRoom = { conversation: `discord:discord:${room}:`, place: 'pumps', direct: false, server, person };
const inThread = { ...inRoom, conversation: `discord:discord:${room}:${thread}` };
const file = {
  name: 'leak.jpg',
  mediaType: 'image/jpeg',
  size: 48213,
  from: expect.stringMatching(/^https:\/\/cdn\.discordapp\.com\/.+&hm=00$/),
};
const options = (verb: string, given: object = {}) => ({ by: 'options', verb, options: given });
const message = '1179000000000000601';
const draft = (text: string, where: string) => ({
  by: 'draft',
  text,
  author: 'tom',
  link: `https://discord.com/channels/${where}/${message}`,
});
const leak = 'The pump leaks again\nIt began on Monday, näher am Ventil ☃.\n@everyone please look';

export const meanings: Readonly<Record<string, object>> = {
  command: {
    ...inRoom,
    input: options('create', { title: 'Fix the @tom pump #1', column: 'Doing', due: 'friday' }),
    reply: { token: expect.any(String) },
  },
  'command-in-thread': {
    ...inThread,
    place: 'Fix the pump',
    input: options('comment', { card: '#42', text: 'Has arrived, schön ☃' }),
  },
  'command-direct': {
    conversation: `discord:discord:${direct}:`,
    direct: true,
    person,
    input: options('list', { mine: 'true' }),
  },
  'command-with-file': { ...inRoom, files: [file], input: options('create', { title: 'Leak' }) },
  'command-where-it-cannot-write': { ...inRoom, mute: true, input: options('show', { card: 'OPS-42' }) },
  'command-in-thread-where-it-cannot-write': {
    ...inThread,
    mute: true,
    input: options('show', { card: '#42' }),
  },
  'command-of-a-personal-install': { ...inRoom, mute: true, input: options('show', { card: '#42' }) },
  'command-in-a-group': {
    conversation: `discord:discord:${direct}:`,
    direct: false,
    mute: true,
    person,
    input: options('show', { card: '#42' }),
  },
  'command-without-title-but-a-label': { ...inRoom, input: options('create', { label: 'urgent' }) },
  'message-command': { ...inRoom, files: [file], input: draft(leak, `${server}/${room}`) },
  'message-command-in-thread': { ...inThread, input: draft('One line', `${server}/${thread}`) },
  'message-command-on-embeds': { ...inRoom, input: draft('Alarm 7\nPressure is low', `${server}/${room}`) },
  'message-command-on-a-forward': { ...inRoom, input: draft('Forwarded words', `${server}/${room}`) },
  'message-command-in-direct': { direct: true, person, input: draft(leak, `@me/${direct}`) },
  'button-done': {
    ...inRoom,
    board: 'main',
    input: { by: 'button', action: 'done', card: 'crd1' },
    reply: { token: expect.any(String), followUp: true },
  },
  'select-move': {
    ...inRoom,
    board: 'main',
    input: { by: 'button', action: 'move', card: 'crd1', value: 'lstB' },
    reply: { token: expect.any(String), followUp: true },
  },
  'form-create': {
    ...inRoom,
    input: {
      by: 'form',
      form: 'create',
      fields: { title: 'Fix the pump', column: 'Doing', assignee: 'tom' },
    },
    reply: { token: expect.any(String) },
  },
  'form-create-of-message': {
    ...inRoom,
    input: {
      by: 'form',
      form: 'create',
      fields: { title: 'The pump leaks again', description: 'It began on Monday' },
      draft: '1179000000000001777',
    },
  },
  'form-create-of-older-kind': {
    ...inRoom,
    input: { by: 'form', form: 'create', fields: { title: 'Old form' } },
  },
  'form-comment': {
    ...inRoom,
    board: 'main',
    input: { by: 'form', form: 'comment', card: 'crd1', fields: { text: 'The part has arrived.' } },
  },
  'form-comment-typed': {
    ...inRoom,
    input: options('comment', { card: '#42', text: 'The part has arrived.' }),
  },
};

/** Samples of what is not known here: nothing is queued, and the person is told so. */
export const unknown: readonly string[] = [
  'command-without-sub-command',
  'command-of-another-deployment',
  'command-about-a-person',
  'button-of-another-deployment',
  'button-of-nobody',
  'form-of-another-deployment',
  'unknown-type',
];

/** Samples that are answered with a form, and nothing is queued. */
export const forms: readonly string[] = [
  'command-without-title',
  'command-without-comment',
  'button-comment',
];
