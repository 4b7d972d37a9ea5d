import { describe, expect, test } from '@jest/globals';
import { guestName, withAddress } from '../../lib/dispatch/guest-name.ts';
import { asTold, notTaken, originalLine, withMailText } from '../../lib/dispatch/mail/text.ts';
import { joined } from '../../lib/dispatch/team-text.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import { exampleTeam } from '../teams/example-team.ts';

const team = { ...exampleTeam, language: 'en' } as const;
const channel = { page: (action: string, id: string) => `https://x.example/${action}/${id}` };

/** A mail that opens a card, or answers one. */
const event = (mail: CommandEvent['mail'], more: Partial<CommandEvent> = {}): CommandEvent => ({
  ...{ v: 1, kind: 'command', id: 'm', at: 1, team: team.id, connection: 'post', generation: 1 },
  ...{
    conversation: 'email:post:x:',
    direct: true,
    person: { id: 'eva@example.net', name: 'Eva' },
    reply: {},
  },
  ...{ input: { by: 'form', form: 'create', fields: {} }, ...more },
  ...(mail && { mail }),
});
const written = (mail: Partial<NonNullable<CommandEvent['mail']>>, more: Partial<CommandEvent> = {}) =>
  withMailText({ team, event: event({ original: 'o', ...mail }, more) }, 'Hello');

describe('what stands on a card besides the words of a mail', () => {
  test('is nothing where all of it is there, or where it came by no mail', () => {
    expect(written({})).toBe('Hello');
    expect(withMailText({ team, event: event(undefined) }, 'Hello')).toBe('Hello');
  });

  test.each<[object, string]>([
    [{ encrypted: true }, 'This mail is encrypted, so its words are in the original alone.'],
    [{ shortened: true }, 'The mail is longer than this: the rest is in the original.'],
    [{ signed: true }, 'The mail is signed. I have not checked the signature.'],
    [
      {
        dropped: [
          { name: 'a.exe', why: 'dangerous' },
          { name: 'b.exe', why: 'dangerous' },
        ],
      },
      'Not attached, because such files can do harm: a.exe, b.exe. They are in the original mail.',
    ],
    [
      {
        dropped: [
          { name: 'a.iso', why: 'too-large' },
          { name: 'b.iso', why: 'too-many' },
        ],
      },
      'Not attached, because they are too large or too many: a.iso, b.iso. They are in the original mail.',
    ],
    [
      { forward: { from: '', text: 'a\nb' } },
      'Eva passed this mail on. It does not say whom it is from:\n\n> a\n> b',
    ],
    [
      { forward: { from: '*Zoe*', text: 'a' } },
      'Eva passed this mail on. It says that it is from \\*Zoe\\*, which nothing proves:\n\n> a',
    ],
  ])('is said for %j', (mail, line) => {
    expect(written(mail)).toBe(`Hello\n\n${line}`);
  });

  test('names whoever passed a mail on as the team knows them, and tells a namesake apart', () => {
    const forward = { from: 'Zoe', text: 'a' };
    const [member = { name: 'Ann Lee' }] = team.members.people;
    const eve = { person: { id: 'eve@evil.example', name: member.name } };
    const mailOf = (more: Partial<CommandEvent>) => event({ original: 'o', forward }, more);
    expect(withMailText({ team, event: mailOf({}), self: member }, '')).toMatch(
      new RegExp(`^${member.name} passed this mail on\\.`),
    );
    expect(withMailText({ team, event: mailOf(eve) }, '')).toMatch(
      new RegExp(`^${member.name} \\(eve@evil\\.example\\) passed this mail on\\.`),
    );
  });

  test('says that nothing proves its writer', () => {
    expect(written({}, { unproven: true })).toBe(
      'Hello\n\nNothing proves that this mail is from eva@example.net.',
    );
  });

  test('tells harmful files from those that are too much, on the card and to the writer', () => {
    const dropped = [
      { name: 'a.exe', why: 'dangerous' },
      { name: 'b.iso', why: 'too-large' },
    ];
    const told = notTaken({ team, event: event({ original: 'o', dropped, encrypted: true }) }, '#2');
    expect(told.map(({ key, values }) => [key, values.files ?? values.card])).toEqual([
      ['mail-files-dangerous', 'a.exe'],
      ['mail-files-too-much', 'b.iso'],
      ['mail-encrypted-told', '#2'],
    ]);
    expect(notTaken({ team, event: event({ original: 'o' }) }, '#2')).toEqual([]);
  });

  test('leaves out what says nothing', () => {
    expect(joined(['a', ' ', '', 'b'])).toBe('a\n\nb');
  });
});

describe('the mail as it came', () => {
  const answer = { by: 'form', form: 'comment', card: 'c', fields: {} } as const;
  const line = (mail: object | undefined, input: CommandEvent['input'] = answer, page = channel) =>
    originalLine({
      team,
      event: event(mail && { original: 'o', ...mail }, { input }),
      channel: page,
    } as never);

  test('is linked from every card, and from a comment that is not all of it', () => {
    const link = '[The mail as it came](https://x.example/original/o), kept for 30 days';
    expect(line({}, { by: 'form', form: 'create', fields: {} })).toBe(link);
    expect(line({}, { by: 'button', action: 'done', card: 'c' })).toBe(link);
    for (const missing of [{ cut: true }, { shortened: true }, { encrypted: true }, { dropped: [] }])
      expect(line(missing)).toBe(link);
    expect(line({})).toBe('');
    expect(line(undefined)).toBe('');
  });
});

describe('Markdown as it is told', () => {
  test.each([
    ['It is \\*urgent\\*', 'It is *urgent*'],
    ['a &lt; b', 'a < b'],
    ['`\\*` and \\*', '`\\*` and *'],
    ['```\n\\*\n``` \\_', '```\n\\*\n``` _'],
    ['C:\\temp', 'C:\\temp'],
  ])('%s is %s', (markdown, told) => {
    expect(asTold(markdown)).toBe(told);
  });
});

describe('how somebody is called who writes by mail', () => {
  const people = [{ name: 'Ann Lee' }];
  const guest = (name: string, id = 'eva@example.net', unproven = false) => ({
    ...{ person: { id, name }, mail: { original: 'o' }, unproven },
  });
  const called = (name: string, id?: string) => guestName({ members: { people, may: [] } }, guest(name, id));

  test('is by their name, unless a member is called so, or it is another address', () => {
    expect(called('Eva')).toBe('Eva');
    expect(called('Ann')).toBe('Ann');
    expect(called('ann LEE')).toBe('ann LEE (eva@example.net)');
    expect(called('Lee, Ann')).toBe('Lee, Ann (eva@example.net)');
    expect(called('boss@example.org')).toBe('boss@example.org (eva@example.net)');
    // Letters of another width are read as the same.
    expect(called('Ａｎｎ Ｌｅｅ')).toBe('Ａｎｎ Ｌｅｅ (eva@example.net)');
    expect(called('Dr. Lee-Ann 3')).toBe('Dr. Lee-Ann 3 (eva@example.net)');
    expect(called('Anna Lee')).toBe('Anna Lee');
  });

  test('is no member’s name that has no letters, nor one of those who come by no mail', () => {
    const members = { people: [{ name: '***' }, { name: 'Ann Lee' }], may: [] };
    expect(guestName({ members }, guest('Eva'))).toBe('Eva');
    expect(guestName({ members }, guest('!'))).toBe('!');
    expect(guestName({ members }, { person: { id: 'u1', name: 'Ann Lee' } })).toBe('Ann Lee');
    expect(guestName({ members }, { person: { id: 'u1', name: 'a@b' } })).toBe('a@b');
  });

  test('is with their address on the board, which is asked for where nothing proves it', () => {
    expect(withAddress(guest('Eva'))).toBe('Eva (eva@example.net)');
    expect(withAddress(guest('eva'))).toBe('eva@example.net');
    expect(withAddress(guest('eva@example.net'))).toBe('eva@example.net');
    expect(withAddress(guest('Eva', 'eva@example.net', true))).toBe('Eva (eva@example.net?)');
    expect(withAddress({ person: { id: 'u1', name: 'tom' } })).toBe('tom');
  });
});
