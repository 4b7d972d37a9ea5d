import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { createStore } from '../../lib/store/store.ts';
import { deploymentKey } from '../setup/far-world.ts';
import { openTable } from '../store/open-table.ts';
import { type Mailbag, openMailbag } from './mailbag.ts';
import { ann, bob, deadLetter, everything, leaveTraces, storeOps, tells } from './person-world.ts';
import { runCli } from './run-cli.ts';

const at = Date.now();
let opened: Awaited<ReturnType<typeof openTable>>;
let bag: Mailbag;
beforeEach(async () => {
  [opened, bag] = await Promise.all([openTable(), openMailbag()]);
  await storeOps(opened.whole);
  for (const person of [ann, bob]) {
    await leaveTraces(opened.whole, person, at);
    for (const key of [`in/ses-${person.name}`, `files/${person.name}/0`]) await bag.put(key, person.name);
  }
});
afterEach(() => Promise.all([opened.stop(), bag.stop()]));

const cardwire = (...args: readonly string[]) =>
  runCli(args, { ...opened.env, ...bag.env, CARDWIRE_KEY: deploymentKey });

/** Whatever would tell that it is her: ids, the address in both spellings, names. */
const marks = [...Object.values(ann.ids), encodeURIComponent(ann.ids.post), 'Ann', 'ann.lee'];

const leftOf = (all: string) => marks.filter((mark) => all.includes(mark));

describe('cardwire forget', () => {
  test('leaves nothing in the table or the bucket that names the person, and all of everybody else’s', async () => {
    const before = await everything(opened.whole);
    expect(leftOf(before)).toEqual(marks);
    const { code, out, err } = await cardwire('forget', 'ops', 'Ann', '--no-wait');
    expect([code, err]).toEqual([0, expect.stringMatching(/ok .*records, 2 stored objects/)]);
    expect(out).toMatch(/team’s file lists this person/);
    const after = await everything(opened.whole);
    expect(leftOf(after)).toEqual([]);
    expect(await bag.keys()).toEqual(['files/Bob/0', 'in/ses-Bob']);
    const ofBob = (all: string) => all.split('\n').filter((line) => /bob/i.test(line));
    expect(ofBob(after)).toEqual(ofBob(before));
    const dead = createStore(opened.table, Date.now).graveyard;
    expect((await dead.list('ops')).map(({ id }) => id).sort()).toEqual(
      Object.values(bob.ids)
        .map((id) => `dead-${id}`)
        .sort(),
    );
  });

  test.each([
    ['a mail address', ann.ids.post.toUpperCase()],
    ['an account of a connection', `talk:${ann.ids.talk}`],
    ['an account’s id alone', ann.ids.talk],
  ])('finds the person by %s, and with it all that the team’s file links to it', async (_, written) => {
    expect((await cardwire('forget', 'ops', written, '--no-wait')).code).toBe(0);
    const after = await everything(opened.whole);
    expect(leftOf(after)).toEqual([]);
  });

  test('of somebody the file does not list takes that account alone', async () => {
    expect((await cardwire('forget', 'ops', bob.ids.post, '--no-wait')).code).toBe(0);
    const after = await everything(opened.whole);
    expect(after).not.toContain(encodeURIComponent(bob.ids.post));
    expect(after).toContain(bob.ids.chat);
  });

  test('finds an account in Mattermost by the name that the team’s file gives, on a card of theirs or one they follow', async () => {
    const { cards, rates } = createStore(opened.table, Date.now);
    const of = (card: string) => ({ team: 'ops', board: 'main', card: card as CardId });
    const own = {
      connection: 'chat',
      person: 'eveown',
      name: 'Eve Lind',
      conversation: 'mattermost:chat:r:',
    };
    await cards.own(of('1'), own, 1, { at, what: 'create', event: 'e' });
    await cards.follow(of('2'), {
      conversation: 'mattermost:chat:dm:',
      person: 'evefollows',
      name: 'Eve Lind',
    });
    // Somebody else, whose user name is that.
    await cards.follow(of('2'), { conversation: 'mattermost:chat:dm2:', person: 'other', name: 'eve lind' });
    for (const account of ['eveown', 'evefollows', 'other']) await rates.count('ops', 'chat', account);
    expect((await cardwire('forget', 'ops', 'Eve Lind', '--no-wait')).code).toBe(0);
    const after = await everything(opened.whole);
    for (const gone of ['eveown', 'evefollows', 'Eve Lind']) expect(after).not.toContain(gone);
    expect(after).toContain('RATE#chat#other');
  });

  test('leaves to a namesake, who chose the same name, what is theirs', async () => {
    const [one, other] = ['one@example.net', 'other@example.net'];
    const said = (from: string) => `Words of ${from}`;
    const store = createStore(opened.table, () => at);
    for (const from of [one, other]) {
      const conversation = `email:post:${encodeURIComponent(from)}:root`;
      const key = { team: 'ops', board: 'main', card: `of-${from}` as CardId };
      const owner = { connection: 'post', person: from, name: 'Eva', conversation };
      await store.cards.own(key, owner, undefined, { at, what: 'create', event: 'e' });
      await tells(store, key, { id: from, kind: 'comment', who: 'Eva', comment: said(from), at });
      const id = `letter-of-${from}`;
      await store.graveyard.bury(
        deadLetter(id, { kind: 'delivery', card: key.card, who: 'Eva', comment: said(from) }, at),
      );
    }
    const exported = (await cardwire('export', 'ops', one)).out;
    expect(exported.split(said(one))).toHaveLength(3);
    expect(exported).not.toContain(said(other));
    expect((await cardwire('forget', 'ops', one, '--no-wait')).code).toBe(0);
    const after = await everything(opened.whole);
    expect([after.includes(said(one)), after.includes(`letter-of-${one}`)]).toEqual([false, false]);
    expect([after.includes(said(other)), after.includes(`letter-of-${other}`)]).toEqual([true, true]);
  });

  test('takes nobody for theirs by a name that may be somebody else’s user name, and says so', async () => {
    const { cards } = createStore(opened.table, Date.now);
    const key = { team: 'ops', board: 'main', card: '1' as CardId };
    const owner = { connection: 'chat', person: 'othertim', name: 'tim', conversation: 'mattermost:chat:r:' };
    await cards.own(key, owner, 1, { at, what: 'create', event: 'e' });
    const { code, err } = await cardwire('forget', 'ops', 'tim', '--no-wait');
    expect([code, err]).toEqual([0, expect.stringMatching(/“tim” may be somebody else's.*chat:<id>/)]);
    expect(await everything(opened.whole)).toContain('othertim');
  });

  test('may be repeated, and changes nothing when it is only asked what would go', async () => {
    const before = await everything(opened.whole);
    const { out } = await cardwire('forget', 'ops', 'Ann', '--dry-run');
    expect(out).toMatch(/Would be gone: \d\d records, 2 stored objects/);
    expect(await everything(opened.whole)).toBe(before);
    await cardwire('forget', 'ops', 'Ann', '--no-wait');
    expect((await cardwire('forget', 'ops', 'Ann', '--no-wait')).err).toContain(
      '0 records, 0 stored objects',
    );
  });

  test('refuses before it begins where mails are stored and nobody named the bucket', async () => {
    const before = await everything(opened.whole);
    const { code, err } = await runCli(['forget', 'ops', 'Ann', '--no-wait'], {
      ...{ ...opened.env, CARDWIRE_KEY: deploymentKey },
    });
    expect([code, err]).toEqual([1, expect.stringContaining('--bucket')]);
    expect(await everything(opened.whole)).toBe(before);
  });

  test('of nobody says how people are named', async () => {
    const { code, err } = await cardwire('forget', 'ops', 'Anm');
    expect([code, err]).toEqual([1, expect.stringMatching(/lists nobody called Anm. Did you mean Ann\?/)]);
  });
});

describe('cardwire export', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cardwire-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('prints all there is of a person, opened, and nothing of anybody else', async () => {
    const { code, out } = await cardwire('export', 'ops', 'Ann', '--mails', folder);
    expect(code).toBe(0);
    const told = JSON.parse(out) as { records: { record: string }[]; mails: string[] };
    const kinds = new Set(told.records.map(({ record }) => record.split(' ').at(-1)?.split('#')[0]));
    expect([...kinds].sort()).toEqual([
      ...['ACCOUNT', 'CARD', 'CHOICES', 'CODE', 'CONVERSATION', 'DEAD', 'DRAFT', 'MAILER', 'ORIGINAL'],
      ...['OWNER', 'PAUSED', 'RATE', 'SUBJECT', 'TARGET', 'THREAD', 'TRIES'],
    ]);
    for (const mark of [...marks, 'Ann wrote', 'Ann says so', 'About Ann']) expect(out).toContain(mark);
    expect(out).not.toMatch(/bob/i);
    expect(told.mails).toEqual(['files/Ann/0', 'in/ses-Ann']);
    expect((await readdir(folder)).sort()).toEqual(['files-Ann-0', 'in-ses-Ann']);
  });
});
