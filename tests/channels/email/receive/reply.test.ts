import { describe, expect, test } from '@jest/globals';
import { mailPlace } from '../../../../lib/channels/email/place.ts';
import { replyToken, targetId } from '../../../../lib/channels/email/reply-token.ts';
import { deriveKey, type Keys } from '../../../../lib/domain/keys.ts';
import { usualMail } from '../read/raw-mail.ts';
import { eventsOf, replyAddress, take, target } from './take.ts';

const answer = (text: string, header: readonly string[] = []) =>
  eventsOf(usualMail(['Subject: Re: Printer', ...header], text), [replyAddress]);

describe('an answer', () => {
  test('is a comment in the conversation that it answers', async () => {
    expect(
      await answer(
        'It works.\r\n\r\nOn Fri, Nov 20, 2026 at 10:00 AM Ops <x@in.example.org> wrote:\r\n> Hm.',
      ),
    ).toMatchObject([
      {
        conversation: target.conversation,
        board: 'main',
        mail: { answers: 'card1', own: true, cut: true },
        input: { by: 'form', form: 'comment', card: 'card1', fields: { text: 'It works.' } },
      },
    ]);
  });

  test('from another address is that one’s own', async () => {
    const [event] = await answer('Hm.', ['From: eva@example.net']);
    expect(event?.person.id).toBe('eva@example.net');
    expect(event?.mail?.own).toBeUndefined();
    expect(mailPlace(event?.conversation ?? '')).toMatchObject({
      address: 'eva@example.net',
      root: 'root@example.org',
    });
  });

  test.each([
    ['our own id', `${targetId(target)}@in.example.org`],
    ['SES’s id', `${'a'.repeat(60)}@eu-central-1.amazonses.com`],
  ])('to the board is found by %s', async (_, id) => {
    const raw = usualMail([`References: <x@example.org> <${id}>`, 'In-Reply-To: <y@example.org>'], 'Found.');
    expect(await eventsOf(raw)).toMatchObject([{ input: { form: 'comment', card: 'card1' } }]);
  });

  test('to both addresses is one event', async () => {
    const raw = usualMail([`In-Reply-To: <${targetId(target)}@in.example.org>`], 'Once.');
    expect(await eventsOf(raw, [replyAddress, 'ops@in.example.org'])).toHaveLength(1);
  });

  test('keeps its first lines in the text, and says how far they go', async () => {
    const [comment, move, assign] = await answer('move: Doing\r\nZuweisen: mir\r\n\r\nGo on.');
    const text = comment?.input.by === 'form' ? (comment.input.fields.text ?? '') : '';
    expect(text.slice(comment?.mail?.asks ?? 0).trim()).toBe('Go on.');
    expect(text).toContain('move: Doing');
    expect(move?.input).toEqual({
      by: 'button',
      action: 'move',
      card: 'card1',
      value: 'Doing',
      wrote: 'move',
    });
    expect(assign?.input).toEqual({
      ...{ by: 'button', action: 'assign', card: 'card1', value: 'mir', wrote: 'Zuweisen' },
    });
    expect([move?.id, assign?.id]).toEqual([`${comment?.id}.1`, `${comment?.id}.2`]);
  });

  test('that is not proven asks for nothing', async () => {
    const raw = usualMail([], 'move: Doing');
    const events = await eventsOf(raw, [replyAddress], { dmarc: 'FAIL', dmarcPolicy: 'none' });
    expect(events).toMatchObject([{ unproven: true, input: { form: 'comment' } }]);
  });

  test.each(['Unsubscribe', 'STOP', 'abmelden.', 'Bitte abmelden!', 'please unsubscribe me'])(
    '%j ends it',
    async (text) => {
      expect(await answer(text)).toMatchObject([
        { input: { by: 'link', action: 'unsubscribe', token: targetId(target) } },
      ]);
      expect(await answer(text, ['From: eva@example.net'])).toMatchObject([
        { input: { by: 'button', action: 'unfollow', card: 'card1' } },
      ]);
    },
  );

  test.each(['stop the pump', 'Stop!\r\nIt leaks.', 'unsubscribe him from the list'])(
    '%j does not',
    async (text) => {
      expect(await answer(text)).toMatchObject([{ input: { form: 'comment' } }]);
    },
  );

  test('that says nothing is nothing', async () => {
    expect(await take(usualMail([], ''), [replyAddress])).toEqual({ code: 'empty' });
  });

  test('with a changed token is nobody’s', async () => {
    const forged = replyAddress.replace(/.(?=@)/, (sign) => (sign === '0' ? '1' : '0'));
    expect(await take(usualMail([], 'x'), [forged])).toEqual({ code: 'no-recipient' });
  });

  test('with a token of before the key was changed is about the card whose thread it names, or whose mail it answers', async () => {
    const old: Keys = [deriveKey('the deployment key of before', 'mail-reply')];
    const before = `reply+${replyToken(targetId(target), old)}@in.example.org`;
    const named = (domain: string) =>
      usualMail([`References: <root@example.org> <${targetId(target)}@${domain}>`], 'It drips still.');
    expect(await eventsOf(named('in.example.org'), [before])).toMatchObject([
      { team: 'ops', input: { form: 'comment', card: 'card1', fields: { text: 'It drips still.' } } },
    ]);
    const inReplyTo = usualMail([`In-Reply-To: <${'a'.repeat(60)}@eu-central-1.amazonses.com>`], 'Still.');
    expect(await eventsOf(inReplyTo, [before])).toMatchObject([{ input: { card: 'card1' } }]);
    expect(await take(named('in.example.net'), [before])).toEqual({ code: 'no-recipient' });
    expect(await take(named('in.example.org'), [before.replace('reply', 'unsubscribe')])).toEqual({
      code: 'no-recipient',
    });
  });
});
