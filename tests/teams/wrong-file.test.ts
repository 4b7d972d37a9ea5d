import { describe, expect, test } from '@jest/globals';
import { least, problemsOf, taiga } from './least-file.ts';

const tooManyAliases =
  '- : an alias (*name) that leads nowhere, or too many of them: write the values out, in quotes where one begins with *';
const either = '4 boards.kanban: write user: and password:, or token: alone';

describe('a team file that is wrong', () => {
  test.each([
    ['no YAML', 'team: ops\nboards: [', /^2:10 : this is no YAML: a bracket above is not closed/],
    [
      'a key twice',
      `${least}team: again`,
      '7:1 : this is no YAML: this key stands above already: write each once',
    ],
    [
      'no YAML in more than one way',
      least.replace('team: ops', '\tteam ops: "x\n  - y'),
      /^2:1 : this is no YAML: a tab/,
    ],
    ['nothing in it', '', /^- : this is no team file: copy events\/team\.yml/],
    ['a text instead of keys', 'hello', /^1 : this is no team file/],
    [
      'a missing key',
      least.replace('user: bot, ', ''),
      '4 boards.kanban.user: is missing: write a text here',
    ],
    [
      'a mistyped key',
      least.replace('workspace', 'workspce'),
      '6 channels.chat.workspce: unknown key: did you mean workspace?',
    ],
    [
      'a key of no use',
      `${least}members: { xylophone: 1 }`,
      '7 members.xylophone: unknown key: the keys here are people, room, may',
    ],
    [
      'a name for addresses with a blank',
      least.replace('kanban:', 'My Board:'),
      '4 boards.My Board: this name cannot be used: use 1 to 40 lower-case letters, digits and dashes',
    ],
    [
      'a secret in the file',
      least.replace('env:PW', 'hunter2'),
      '4 boards.kanban.password: never write a secret here: write env:NAME and set NAME in the environment',
    ],
    [
      'another product',
      least.replace('wekan', 'trello'),
      '4 boards.kanban.product: the board products are: wekan, taiga',
    ],
    [
      'no product',
      least.replace('product: wekan, ', ''),
      '4 boards.kanban.product: is missing: the board products are: wekan, taiga',
    ],
    [
      'a key of another product',
      taiga.replace('project: ops', 'project: ops, board: Ops'),
      /^4 boards\.kanban\.board: unknown key: the keys here are product, url, .*, project, archive$/,
    ],
    [
      'a mistyped key of a product',
      taiga.replace('project: ops', 'projct: ops'),
      '4 boards.kanban.projct: unknown key: did you mean project?',
    ],
    ['neither password nor token', taiga.replace(', password: env:PW', ''), either],
    ['both password and token', taiga.replace('project:', 'token: env:PW, project:'), either],
    [
      'a token in the file',
      taiga.replace('user: bot, password: env:PW', 'token: abc'),
      /^4 boards\.kanban\.token: never write a secret here/,
    ],
    [
      'a number for a text',
      least.replace('board: Ops', 'board: 2027'),
      /board: write a text here, in quotes/,
    ],
    ['an address without https', least.replace('https://b.', 'b.'), /url: write the full address/],
    [
      'an address with a password',
      least.replace('https://b.', 'https://me:pw@b.'),
      /url: write the address alone/,
    ],
    ['an unknown time zone', `${least}timezone: Berlin`, /^7 timezone: write a time zone such as/],
    [
      'an unknown verb',
      `${least}guests: { may: [create, fly] }`,
      /^7 guests\.may\[1\]: the verbs are: create/,
    ],
    ['a word for a list', `${least}guests: { may: create }`, /^7 guests\.may: write a list/],
    [
      'no board at all',
      least.replace(/ {2}kanban.*\n/, '').replace('boards:', 'boards: {}'),
      /write at least one board/,
    ],
    [
      'a person of no side',
      `${least}members: { people: [{ name: Ann }] }`,
      /^7 members\.people\[0\]: write mattermost:, wekan:, taiga:, discord:, email: /,
    ],
    [
      'a board and a channel of one name',
      least.replace('chat:', 'kanban:'),
      '6 channels.kanban: a board has this name already: give the channel another one',
    ],
    [
      'two connections of one application of Discord’s',
      `${least}  talk: { product: discord, token: env:TOKEN, server: one }\n  more: { product: discord, token: env:TOKEN, server: two }`,
      /^8 channels\.more\.token: this application has a connection above already/,
    ],
    [
      'a team channel on a channel that is not there',
      `${least}teamChannels:\n  - { channel: chatt, room: ops }`,
      '8 teamChannels[0].channel: there is no channel with this name: write one of chat',
    ],
    [
      'a room that is listed twice',
      `${least}teamChannels:\n  - { channel: chat, room: ops }\n  - { channel: chat, room: ~ops }`,
      '9 teamChannels[1]: this room is listed above already: write its kinds of change there',
    ],
    [
      'a user name that is listed twice',
      `${least}members: { people: [ann, tom, { name: Ann Lee, wekan: Ann }] }`,
      '7 members.people[2]: this user name is listed above already: list each person once',
    ],
    [
      'a room of members on a channel that is not there',
      `${least}members: { room: { channel: mail, room: ops } }`,
      '7 members.room.channel: there is no channel with this name: write one of chat',
    ],
  ])('%s', (_what, text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
  });

  test('tells every problem at once, in the order of the lines', () => {
    const text = least.replace('team: ops', 'team: Ops!').replace('board: Ops', 'bord: Ops');
    expect(problemsOf(`${text}teamChannels: [{ channel: mail, room: r }]`, { PW: ' p' })).toEqual([
      '2 team: use 1 to 40 lower-case letters, digits and dashes',
      '4 boards.kanban.bord: unknown key: did you mean board?',
      '4 boards.kanban.password: the variable PW begins or ends with white space: set it without',
      '6 channels.chat.token: the variable TOKEN is not set: set it in the environment',
      '7 teamChannels[0].channel: there is no channel with this name: write one of chat',
    ]);
  });

  test('never repeats what may be a secret', () => {
    const wrong = least.replace('env:PW', 'hunter2').replace('env:TOKEN', '20271231');
    expect(problemsOf(wrong).join('\n')).not.toMatch(/hunter2|20271231/);
  });

  test('does not follow aliases without end', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de'])
      bomb.push(`${to}: &${to} [${`*${from}, `.repeat(10)}]`);
    expect(problemsOf(bomb.join('\n'))).toEqual([tooManyAliases]);
    expect(problemsOf(least.replace('board: Ops', 'board: *Ops'))).toEqual([tooManyAliases]);
  });
});
