import { describe, expect, test } from '@jest/globals';
import { addMember, addProject, addUser } from '../sims/taiga/seed.ts';
import { one, type SimStatus } from '../sims/taiga/world.ts';
import { cardPosts, clicks, heard, look, replies, types } from './sight.ts';
import { frameOfFile } from './taiga-frame.ts';

const frame = frameOfFile();
const { post, ann, opens } = frame;
const ref = () => `#${frame.story.ref}`;
const says = (...parts: readonly RegExp[]) => parts.map((part) => expect.stringMatching(part));

function columnCalled(name: string): SimStatus {
  const isIt = ({ project, of, name: its }: SimStatus) =>
    project === frame.taiga.project.id && of === 'userstory' && its === name;
  return one(frame.taiga.world.statuses, isIt, `column ${name}`);
}

describe('a card that goes away', () => {
  test.each([
    ['a move', 'move # ready'],
    ['a comment', 'comment # On my way'],
    ['an assignment', 'assign # me'],
  ])('while %s waits for the board: the person gets their words back', async (_what, text) => {
    const typed = `/card ${text.replace('#', ref())}`;
    frame.taiga.faults.add({ kind: 'throttled', seconds: 30 }, { path: /userstories/, times: 1 });
    expect(await types(frame.house, 'tom', typed)).toEqual(says(/What you asked for is kept/));
    await ann().delete(frame.story.id);
    const before = heard(frame.house, 'tom').length;
    await frame.all.rest();
    const told = heard(frame.house, 'tom').slice(before);
    expect(told).toEqual(says(/I do not find \\#\d+\.[\s\S]*You wrote/));
    expect(told.join()).toContain(typed);
    expect(look(post()).last).toContain('This card was deleted');
    expect(frame.house.logged).toEqual([]);
  });

  test('between the read and the write of a command', async () => {
    const take = frame.taiga.faults.take;
    frame.taiga.faults.take = (method, path) => {
      if (method === 'PATCH') {
        frame.taiga.faults.take = take;
        void ann().delete(frame.story.id);
      }
      return take(method, path);
    };
    expect(await types(frame.house, 'tom', `/card move ${ref()} ready`)).toEqual(
      says(/This card is gone[\s\S]*You wrote/),
    );
    await frame.all.rest();
    expect(look(post()).last).toContain('This card was deleted');
  });
});

describe('a story that was moved to another project', () => {
  test.each([
    ['that the account sees', 'Seen too'],
    ['that it does not see', 'Out of sight'],
  ])('%s is not found any more, and nothing is written or shown of it', async (_which, name) => {
    const sees = name === 'Seen too';
    const elsewhere = addProject(frame.taiga.world, name, {
      columns: ['Inbox'],
      members: { ann: 'admin', ...(sees ? { cardwire: 'member' } : {}) },
    });
    frame.all.listenTo(elsewhere.id);
    const shown = look(post());
    await ann().change(frame.story.id, { project: elsewhere.id, status: elsewhere.defaultStatus });
    await ann().comment(frame.story.id, 'For our eyes only');
    await frame.all.rest();
    const before = frame.taiga.world.entries.length;
    for (const text of ['show #', 'comment # Hello', 'move # done', 'assign # me', 'archive #']) {
      expect(await types(frame.house, 'tom', `/card ${text.replace('#', ref())}`)).toEqual(
        says(/I do not find \\#\d+\./),
      );
    }
    expect(await clicks(frame.house, 'tom', post(), 'Done')).toEqual(says(/This card is gone/));
    expect(frame.taiga.world.entries).toHaveLength(before);
    expect(look(post())).toEqual(shown);
    expect(replies(frame.house, post()).join()).not.toContain('eyes only');
    expect(frame.house.logged).toEqual([]);
  });
});

describe('somebody who left the project', () => {
  const leaves = (name: string) => {
    const { id } = addUser(frame.taiga.world, name, { fullName: `${name} Smith` });
    addMember(frame.taiga.world, frame.taiga.project, name);
    frame.house.pass(5 * 60_000);
    return () => {
      frame.taiga.project.memberships = frame.taiga.project.memberships.filter(({ userId }) => userId !== id);
    };
  };

  test('is not assigned: the person is told so at once, and whom there is once names are read anew', async () => {
    const leave = leaves('zoe');
    await types(frame.house, 'tom', `/card show ${ref()}`);
    leave();
    const typed = `/card assign ${ref()} @zoe`;
    expect(await types(frame.house, 'tom', typed)).toEqual(says(/not as a member[\s\S]*You wrote/));
    frame.house.pass(5 * 60_000);
    expect(await types(frame.house, 'tom', typed)).toEqual(says(/nobody called “zoe”.*There are: .*tom/));
    expect(frame.story.assignedUsers).toEqual([]);
  });

  test('is left out of a new card, and the person is told', async () => {
    const leave = leaves('yan');
    await types(frame.house, 'tom', `/card show ${ref()}`);
    leave();
    expect(await types(frame.house, 'tom', '/card Without yan @yan @tom')).toEqual(
      says(/is open, but not assigned to yan Smith: not a member/),
    );
    await frame.all.rest();
    expect(look(post('Without yan')).fields.People).toBe('tom');
  });

  test('stays on a card without a name, and the rest of it goes on', async () => {
    const leave = leaves('xia');
    await ann().assign(frame.story.id, 'xia');
    await frame.all.rest();
    expect(look(post()).fields.People).toBe('xia Smith');
    leave();
    frame.house.pass(5 * 60_000);
    expect(await types(frame.house, 'tom', `/card move ${ref()} ready`)).toEqual(
      says(/is in \*\*Ready\*\* now/),
    );
    expect(look(post()).fields).toMatchObject({ Column: 'Ready', People: '?' });
  });
});

/** Last: what is deleted here is gone for good. */
describe('a column that is deleted', () => {
  /** A2.4: its cards go to another one; no webhook, no history. */
  const deleteColumn = (name: string, to: string) => {
    const [from, target] = [columnCalled(name), columnCalled(to)];
    for (const card of frame.taiga.world.stories) if (card.status === from.id) card.status = target.id;
    frame.taiga.world.statuses = frame.taiga.world.statuses.filter((column) => column !== from);
  };

  test('and that a command names: refused, first for what is still remembered, then with all there are', async () => {
    await types(frame.house, 'tom', `/card show ${ref()}`);
    deleteColumn('Ready', 'In progress');
    expect(await types(frame.house, 'tom', `/card move ${ref()} ready`)).toEqual(
      says(/no longer on the board\. Choose another one[\s\S]*You wrote/),
    );
    frame.house.pass(5 * 60_000);
    expect(await types(frame.house, 'tom', `/card move ${ref()} ready`)).toEqual(
      says(/no column “ready”.*There are: New, In progress, Done/),
    );
    expect(look(post()).fields.Column).toBe('New');
  });

  test('and that means done: the person is told where else to put the card, by word and by button', async () => {
    deleteColumn('Done', 'In progress');
    const way =
      /column that means done is no longer[\s\S]*`\/card move #\d+ …`\. There are: New, In progress\./;
    expect(await types(frame.house, 'tom', `/card done ${ref()}`)).toEqual(says(way));
    expect(await clicks(frame.house, 'tom', post(), 'Done')).toEqual(says(way));
    frame.house.pass(5 * 60_000);
    expect(await types(frame.house, 'tom', `/card done ${ref()}`)).toEqual(says(way));
    expect(await types(frame.house, 'tom', `/card move ${ref()} in progress`)).toEqual(says(/In progress/));
  });

  test('and that new cards go to: they stand in the first one there is, as do those that come back', async () => {
    deleteColumn('New', 'In progress');
    const { ref: number } = await opens('After the intake');
    expect(look(post('After the intake')).fields.Column).toBe('In progress');
    await types(frame.house, 'tom', `/card archive #${number}`);
    expect(await types(frame.house, 'tom', `/card restore #${number}`)).toEqual(
      says(/back from the archive/),
    );
    expect(look(post('After the intake')).fields.Column).toBe('In progress');
    expect(cardPosts(frame.house, 'town-square').length).toBeGreaterThan(0);
    expect(frame.house.logged).toEqual([]);
  });
});
