import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { mostMailBytes } from '../../lib/domain/mail.ts';
import { createMailDoor, type IncomingMail } from '../../lib/doors/mail-door.ts';
import type { MailObjects } from '../../lib/store/mail-objects.ts';
import type { Event } from '../../schemas/event.ts';
import { captureLog } from '../flows/capture-log.ts';
import { sesEventOf } from '../flows/write-mail.ts';

const sample = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../events', `${name}.json`), 'utf8'));
const event = { v: 1, id: 'e1', team: 'ops', connection: 'post' } as Event;

/** A door whose mails are all there, and what it did in order. */
function open(has: boolean, queueTakes = true) {
  const did: string[] = [];
  const { log, lines } = captureLog();
  const read: IncomingMail[] = [];
  const objects: MailObjects = {
    mail: async (id, longest) => {
      did.push(`read ${id} ${longest}`);
      return has ? { raw: new Uint8Array(), tooLarge: false } : undefined;
    },
    put: async (key) => void did.push(`put ${key}`),
  };
  const door = createMailDoor({
    objects,
    receive: async (mail) => {
      read.push(mail);
      const stored = [{ key: 'files/e1/0', bytes: new Uint8Array(), mediaType: 'text/plain' }];
      return { code: 'accepted', events: [event], stored };
    },
    enqueue: async (events) => {
      if (!queueTakes) throw new Error('the queue is away');
      did.push(`queue ${events.length}`);
    },
    now: () => 0,
    log,
  });
  return { door, did, lines, read };
}

test('a mail’s files are stored before its events are queued', async () => {
  const { door, did, lines, read } = open(true);
  await door(sample('ses-received'));
  const id = 'o3vrnil0e2ic28tr5tjrcbl9bkbfkqjd0example1';
  expect(did).toEqual([`read ${id} ${mostMailBytes}`, 'put files/e1/0', 'queue 1']);
  expect(read).toMatchObject([{ receipt: { recipients: ['ops@in.example.org'] } }]);
  expect(lines).toHaveLength(1);
  expect(lines.join()).not.toMatch(/@|Printer|Tom/);
});

test('the notice of a new rule is no mail', async () => {
  const { door, did } = open(true);
  await door(sample('ses-setup'));
  expect(did).toEqual([]);
});

test.each([
  ['a mail that is not there', () => open(false), sesEventOf('x', ['ops@in.example.org'], {})],
  ['a queue that is away', () => open(true, false), sesEventOf('x', ['ops@in.example.org'], {})],
  ['an event that is none of SES’s', () => open(true), { Records: [{ eventSource: 'aws:s3' }] }],
  ['nothing', () => open(true), undefined],
])('%s is thrown, to be called again', async (_, world, called) => {
  const { door, did } = world();
  await expect(door(called)).rejects.toThrow();
  expect(did).not.toContain('queue 1');
});
