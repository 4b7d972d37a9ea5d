import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openLinkToken } from '../../../lib/channels/email/link-token.ts';
import { ownMessageId, sesIdOf } from '../../../lib/channels/email/our-ids.ts';
import { openReplyToken } from '../../../lib/channels/email/reply-token.ts';
import type { Happening } from '../../../schemas/delivery.ts';
import { linkDoor, linkKeys, type MailWorld, replyKeys, showing, startMailWorld } from './mail-world.ts';

let world: MailWorld;
beforeEach(async () => {
  world = await startMailWorld();
});
afterEach(async () => {
  await world.stop();
  expect(world.ses.faults).toEqual([]);
});

const move: Happening = { id: 'h1', kind: 'move', who: 'Tom', from: 'To Do', to: 'Doing', at: 1 };
const eva = 'eva@example.net';

test('acknowledges a mail once, in its thread, with what happens next', async () => {
  const conversation = await world.begun(eva);
  const state = await world.channel.deliver(showing(conversation), undefined);
  const [mail, ...rest] = world.ses.sent;
  expect(rest).toEqual([]);
  expect(mail).toMatchObject({
    source: 'support@in.example.org',
    destinations: [eva],
    subject: 'Re: The pump leaks [#42]',
    configurationSet: 'cardwire-test',
    tags: { team: 'ops', connection: 'mail', generation: '3' },
  });
  expect(mail?.headers).toMatchObject({
    'in-reply-to': '<first@example.net>',
    'auto-submitted': 'auto-replied',
    'x-auto-response-suppress': 'All',
    'x-cardwire-loop': 'ops.in.example.org',
    'list-id': '<kanban.ops.in.example.org>',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
  });
  expect(mail?.headers).not.toHaveProperty('precedence');
  expect(mail?.text).toMatch(/^## Reply above this line ##\n\nThank you/);
  expect(mail?.text).toContain('#42 Fix the pump\nColumn: To Do\nPeople: tom\nOpened by: Eva');
  expect(mail?.text).toContain('Answer this mail');
  expect(state).toEqual({ message: mail?.messageId, thread: 'first@example.net' });
});

test('an answer finds its way by its address, by our own id, by that of SES', async () => {
  const conversation = await world.begun(eva);
  const first = await world.channel.deliver(showing(conversation), undefined);
  await world.channel.deliver(showing(conversation, { news: [move] }), first);
  const [, mail] = world.ses.sent;
  const token = /^reply\+(\w{29})@in\.example\.org$/.exec(mail?.headers['reply-to'] ?? '')?.[1] ?? '';
  const id = openReplyToken(token, replyKeys) ?? '';
  const target = { team: 'ops', connection: 'mail', board: 'kanban', card: 'card-1', conversation };
  expect(world.memory.targets.get(id)).toEqual(target);
  expect(world.memory.targets.get(sesIdOf(mail?.messageId ?? ''))).toEqual(target);
  expect(mail?.headers.references?.split(' ')).toEqual(
    ['first@example.net', ownMessageId(id, 'in.example.org'), first.message].map((each) => `<${each}>`),
  );
  expect(mail?.headers['in-reply-to']).toBe(`<${first.message}>`);
});

test('a reader stops it by a link, by one click, or by a mail', async () => {
  await world.channel.deliver(showing(world.direct(eva)), undefined);
  const [mail] = world.ses.sent;
  const [, page = '', address = ''] =
    /^<(https:[^>]+)>, <mailto:([^>]+)>$/.exec(mail?.headers['list-unsubscribe'] ?? '') ?? [];
  const { origin, pathname, searchParams } = new URL(page);
  expect(origin + pathname).toBe(linkDoor);
  expect(searchParams.get('do')).toBe('unsubscribe');
  const id = openLinkToken('unsubscribe', searchParams.get('t') ?? '', linkKeys);
  expect(world.memory.targets.get(id ?? '')).toMatchObject({ conversation: world.direct(eva) });
  expect(openReplyToken(/^unsubscribe\+(\w+)@/.exec(address)?.[1] ?? '', replyKeys)).toBe(id);
  expect(mail?.text).toContain(page);
  expect(mail?.html).toContain(`href="${page.replaceAll('&', '&amp;')}"`);
});

test('a mail that wants no automatic answer is not acknowledged; what is said on its card is told, also when that comes first', async () => {
  const conversation = await world.begun(eva);
  world.memory.began(conversation, 'quiet');
  await world.channel.deliver(showing(conversation), undefined);
  expect(world.ses.sent).toEqual([]);
  const said: Happening = { id: 'h2', kind: 'comment', step: 'added', who: 'Tom', comment: 'On it', at: 2 };
  await world.channel.deliver(showing(conversation, { news: [said] }), undefined);
  const [mail] = world.ses.sent;
  expect(mail?.text).toContain('On it');
  expect(mail?.text).not.toContain('Thank you');
  expect(mail?.headers).toMatchObject({
    'auto-submitted': 'auto-generated',
    'in-reply-to': '<first@example.net>',
  });
});

test('what nobody could do is in the acknowledgement; in a mail of its own where that went out before', async () => {
  const undone = 'Label: green, Due: *someday*';
  const said = 'I could not do this, so it stands in the description: Label: green, Due: *someday*\n';
  const conversation = await world.begun(eva);
  const state = await world.channel.deliver(showing(conversation, { undone }), undefined);
  expect(world.ses.sent.map(({ text }) => text.includes(said))).toEqual([true]);
  await world.channel.deliver(showing(conversation, { id: 'later', undone }), state);
  expect(world.ses.sent).toHaveLength(2);
  expect(world.ses.sent[1]?.text).toContain(said);
  expect(world.ses.sent[1]?.text).not.toContain('Thank you');
});

test('an edit without news sends nothing', async () => {
  const conversation = await world.begun(eva);
  const state = await world.channel.deliver(showing(conversation), undefined);
  expect(await world.channel.deliver(showing(conversation, {}, { column: 'Doing' }), state)).toEqual(state);
  expect(world.ses.sent).toHaveLength(1);
});

test('a follower whom no mail began with has a thread for each card, with the subject that it began with', async () => {
  const conversation = world.direct(eva);
  const first = await world.channel.deliver(showing(conversation), undefined);
  await world.channel.deliver(showing(conversation, { news: [move] }, { title: 'Fix both pumps' }), first);
  await world.channel.deliver(
    showing(conversation, {}, { id: 'card-2', ref: '#43', title: 'Paint' }),
    undefined,
  );
  const [one, two, other] = world.ses.sent;
  expect([one?.subject, two?.subject, other?.subject]).toEqual([
    'Fix the pump [#42]',
    'Re: Fix the pump [#42]',
    'Paint [#43]',
  ]);
  expect(one?.headers).not.toHaveProperty('in-reply-to');
  expect(one?.headers['auto-submitted']).toBe('auto-generated');
  expect(two?.text).toContain('Tom moved it from To Do to Doing');
  expect(two?.text).toContain('#42 Fix both pumps');
  expect(other?.headers.references).not.toBe(one?.headers.references);
});

test('sends nothing where the mail that began it may not be answered', async () => {
  const { begun: _, direct } = world;
  const conversation = direct(eva) + encodeURIComponent('list@example.net');
  const state = await world.channel.deliver(showing(conversation), undefined);
  await world.channel.deliver(showing(conversation, { news: [move] }), state);
  expect(world.ses.sent).toEqual([]);
});

test('sends nothing to an address that mail came back from', async () => {
  world.memory.block(eva, 'bounce');
  const conversation = await world.begun(eva);
  const state = await world.channel.deliver(showing(conversation), undefined);
  expect(state).toEqual({ message: '', thread: 'first@example.net' });
  const handle = { mail: { id: 'a@example.net', references: [], subject: 'A' } };
  await world.channel.answer(
    { handle, conversation, person: eva, at: 0 },
    [{ key: 'title-empty', values: {} }],
    'a',
  );
  expect(world.ses.sent).toEqual([]);
  expect(world.lines.join('\n')).toContain('mail-withheld');
});

test('writes in the language that a person writes in, else in the team’s', async () => {
  world.memory.speak('jan@example.net', 'de');
  await world.channel.deliver(showing(await world.begun('jan@example.net')), undefined);
  const [mail] = world.ses.sent;
  expect(mail?.text).toMatch(/^## Bitte über dieser Zeile antworten ##\n\nDanke/);
  expect(mail?.headers['content-language']).toBe('de');
  expect(mail?.html).toContain('<html lang="de">');
});

test('logs no address and no text', async () => {
  const conversation = await world.begun(eva);
  world.ses.fail({ kind: 'refuse', how: 'sandbox' });
  await world.channel.deliver(showing(conversation), undefined).catch(() => undefined);
  await world.channel.deliver(showing(conversation), undefined);
  expect(world.lines.join('\n')).not.toMatch(/eva|pump|@|reply\+/);
});
