import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { createMailBook, type MailBook } from '../../lib/store/mail.ts';
import type { Table } from '../../lib/store/table.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let mail: MailBook;
beforeAll(async () => {
  opened = await openTable();
  mail = createMailBook(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

const DAY = 86_400_000;

describe('a mailbox', () => {
  const mailbox = { team: 'ops', connection: 'mail', generation: 1, board: 'kanban' };

  test('is whose it was opened for, until it is closed, and again when it is opened again', async () => {
    const address = 'ops@in.example.org';
    expect(await mail.mailbox(address)).toBeUndefined();
    await mail.openMailbox(address, mailbox);
    expect(await mail.mailbox(address)).toEqual(mailbox);
    await mail.closeMailbox(address);
    expect(await mail.mailbox(address)).toBeUndefined();
    await mail.openMailbox(address, { ...mailbox, generation: 2 });
    expect(await mail.mailbox(address)).toEqual({ ...mailbox, generation: 2 });
  });
});

describe('what a mail was about', () => {
  const target = {
    ...{ team: 'ops', connection: 'mail', board: 'kanban', card: 'c1' as CardId },
    conversation: 'email:mail:eva%40example.net:first%40example.net',
  };

  test('is known for a year and more, and forgotten when told to', async () => {
    await mail.remember('id1', target);
    opened.clock.now += 365 * DAY;
    expect(await mail.target('id1')).toEqual(target);
    await mail.forget('id1');
    expect(await mail.target('id1')).toBeUndefined();
    expect(await mail.target('never-seen')).toBeUndefined();
  });

  test('a conversation keeps its first subject, until it is long forgotten', async () => {
    await mail.keepSubject(target.conversation, 'The pump', 'quiet');
    await mail.keepSubject(target.conversation, 'Another one', 'copied');
    expect(await mail.subject(target.conversation)).toBe('The pump');
    expect(await mail.beginning(target.conversation)).toBe('quiet');
    expect(await mail.subject('email:mail:x:y')).toBeUndefined();
    opened.clock.now += 400 * DAY;
    await mail.keepSubject(target.conversation, 'The door');
    expect(await mail.subject(target.conversation)).toBe('The door');
    expect(await mail.beginning(target.conversation)).toBeUndefined();
  });
});

describe('a correspondent', () => {
  test('is what has been learnt, by team', async () => {
    expect(await mail.correspondent('ops', 'eva@example.net')).toEqual({});
    await mail.know('ops', 'eva@example.net', { language: 'de' });
    await mail.know('ops', 'eva@example.net', { confirmed: true });
    await mail.know('ops', 'eva@example.net', { blocked: 'bounce' });
    expect(await mail.correspondent('ops', 'eva@example.net')).toEqual({
      ...{ language: 'de', confirmed: true, blocked: 'bounce' },
    });
    expect(await mail.correspondent('sales', 'eva@example.net')).toEqual({});
    await mail.unblock('ops', 'eva@example.net');
    await mail.unblock('ops', 'nobody@example.net');
    expect(await mail.correspondent('ops', 'eva@example.net')).toEqual({ language: 'de', confirmed: true });
  });

  test('long unheard of is a stranger again, whatever is learnt then', async () => {
    await mail.know('ops', 'tom@example.net', { language: 'de', confirmed: true, blocked: 'bounce' });
    opened.clock.now += 400 * DAY;
    await mail.know('ops', 'tom@example.net', { language: 'en' });
    expect(await mail.correspondent('ops', 'tom@example.net')).toEqual({ language: 'en' });
  });
});

describe('what is said once', () => {
  test('is so within its days, and stays so for whom it was allowed', async () => {
    expect(await mail.once('ops', 'refused', 1, 'a')).toBe(true);
    expect(await mail.once('ops', 'refused', 1, 'a')).toBe(true);
    expect(await mail.once('ops', 'refused', 1, 'b')).toBe(false);
    expect(await mail.once('ops', 'refused', 1)).toBe(false);
    expect(await mail.once('sales', 'refused', 1)).toBe(true);
    opened.clock.now += DAY + 1000;
    expect(await mail.once('ops', 'refused', 1)).toBe(true);
    expect(await mail.once('ops', 'refused', 1)).toBe(false);
  });

  test('of many at once, one is the first', async () => {
    const tries = Array.from({ length: 8 }, (_, at) => mail.once('ops', 'race', 1, `try-${at}`));
    expect((await Promise.all(tries)).filter((first) => first)).toHaveLength(1);
  });

  test('is counted by day', async () => {
    expect([
      await mail.tally('ops', 'x'),
      await mail.tally('ops', 'x'),
      await mail.tally('ops', 'y'),
    ]).toEqual([1, 2, 1]);
    opened.clock.now += DAY;
    expect(await mail.tally('ops', 'x')).toBe(1);
  });
});

describe('the sending of a mail', () => {
  test('counts the tries that may have sent it', async () => {
    expect(await mail.begin('s1')).toEqual({ tries: 1 });
    expect(await mail.begin('s1')).toEqual({ tries: 2 });
    await mail.unsent('s1', 2);
    expect(await mail.begin('s1')).toEqual({ tries: 2 });
    await mail.sent('s1', 'id@amazonses.com');
    expect(await mail.begin('s1')).toEqual({ tries: 2, message: 'id@amazonses.com' });
  });

  test('takes one try back once, however often that is said', async () => {
    await mail.begin('s2');
    await mail.begin('s2');
    await mail.unsent('s2', 2);
    await mail.unsent('s2', 2);
    expect(await mail.begin('s2')).toEqual({ tries: 2 });
  });

  test('counts a try once when the client has sent its write again', async () => {
    const { table } = opened;
    const again: Table = {
      ...table,
      update: async (...update) => {
        await table.update(...update);
        return table.update(...update);
      },
    };
    const book = createMailBook(again, () => opened.clock.now);
    expect(await book.begin('s3')).toEqual({ tries: 1 });
    expect(await book.begin('s3')).toEqual({ tries: 2 });
    await book.sent('s3', 'id@amazonses.com');
    expect(await book.begin('s3')).toEqual({ tries: 2, message: 'id@amazonses.com' });
  });
});
