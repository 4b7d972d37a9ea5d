import { describe, expect, test } from '@jest/globals';
import { cardPosts, look, replies, types } from './sight.ts';
import { frameOfFile } from './taiga-frame.ts';

const frame = frameOfFile();
const { post, ann } = frame;
const rest = () => frame.all.rest();

describe('what happens to a Taiga story comes back', () => {
  test('the bridge’s own writes are not told again', async () => {
    const own = frame.taiga.hooks.sent.filter(
      ({ hook }) => hook.by && 'username' in hook.by && hook.by.username === 'cardwire',
    );
    expect(own.every(({ status }) => status === 200)).toBe(true);
    expect(own.length).toBeGreaterThan(0);
    expect(replies(frame.house, post())).toEqual([]);
    expect(look(post()).last).toBe('tom opened this card');
  });

  test('a drag on the board, and the fields of one form', async () => {
    await ann().moveCard(frame.story.id, 'In progress');
    await rest();
    expect(look(post())).toMatchObject({
      fields: { Column: 'In progress' },
      last: 'ann moved it from **New** to **In progress**',
    });
    await ann().change(frame.story.id, { dueDate: '2031-03-01', isBlocked: true, blockedNote: 'waiting' });
    await rest();
    expect(look(post()).fields.Due).toContain('2031');
    expect(look(post()).last).toBe('ann marked it as blocked');
  });

  test('a task that is added and done is the checklist', async () => {
    await ann().addTask(frame.story.id, 'Order parts');
    await rest();
    expect(look(post()).last).toBe('ann added **Order parts** to the checklist');
    await ann().tick(frame.story.id, 'Order parts');
    await rest();
    expect(look(post()).last).toBe('ann ticked **Order parts**');
  });

  test('a comment, its deletion in the deleter’s name, its return in nobody’s, its edit in the editor’s', async () => {
    const bob = frame.taiga.asUser('bob');
    const { id } = await bob.comment(frame.story.id, 'Which pump?');
    await rest();
    expect(replies(frame.house, post())).toEqual(['Bob commented:\n> Which pump?']);
    await ann().deleteComment(id);
    await rest();
    expect(replies(frame.house, post()).at(-1)).toBe('ann deleted a comment');
    comesBackLater(id);
    await ann().restoreComment(id);
    await rest();
    expect(replies(frame.house, post()).at(-1)).toBe('Somebody brought a comment back:\n> Which pump?');
    await ann().editComment(id, 'Which one?');
    await rest();
    expect(replies(frame.house, post())).toHaveLength(4);
    expect(replies(frame.house, post()).at(-1)).toBe('ann edited a comment:\n> Which one?');
  });

  test('an administrator’s deletion of what the bridge wrote', async () => {
    await types(frame.house, 'tom', `/card comment #${frame.story.ref} Call me`);
    await rest();
    const before = replies(frame.house, post());
    const [said] = frame.taiga.world.entries.filter(
      ({ itemId, comment }) => itemId === frame.story.id && comment !== '',
    );
    await ann().deleteComment(said?.id ?? '');
    await rest();
    expect(replies(frame.house, post())).toEqual([...before, 'ann deleted a comment']);
  });

  test('webhooks that overtake each other change nothing about what is shown', async () => {
    frame.taiga.hooks.hold();
    await ann().moveCard(frame.story.id, 'Ready');
    await ann().moveCard(frame.story.id, 'In progress');
    await frame.taiga.hooks.release('reversed');
    await rest();
    expect(look(post())).toMatchObject({
      fields: { Column: 'In progress' },
      last: 'ann moved it from **New** to **In progress**',
    });
  });

  test('one that is sent again is not told again', async () => {
    await ann().comment(frame.story.id, 'Once');
    await rest();
    const sent = frame.taiga.hooks.sent.at(-1);
    if (sent) await frame.taiga.hooks.repeat(sent);
    await rest();
    expect(replies(frame.house, post())).toEqual(['ann commented:\n> Once']);
  });

  test('a deleted story', async () => {
    await ann().delete(frame.story.id);
    await rest();
    expect(replies(frame.house, post())).toEqual(['ann deleted it']);
  });

  test('another project’s story is nobody’s, though its webhooks come here', async () => {
    const other = frame.taiga.world.projects.find(({ slug }) => slug === 'other')?.id ?? 0;
    frame.all.listenTo(other);
    const before = cardPosts(frame.house, 'team').length;
    await ann().createCard({ title: 'Not ours', project: other });
    await rest();
    expect(cardPosts(frame.house, 'team')).toHaveLength(before);
    expect(frame.house.lines.filter((line) => line.includes('change-of-another-board'))).toHaveLength(1);
    expect(frame.house.logged).toEqual([]);
  });
});

/** Makes a comment older than it is: people need longer than this test to bring one back. */
function comesBackLater(id: string): void {
  frame.taiga.world.entries = frame.taiga.world.entries.map((entry) => {
    if (entry.id !== id) return entry;
    return { ...entry, createdAt: new Date(Date.parse(entry.createdAt) - 60_000).toISOString() };
  });
}

test('the test of a webhook comes through the door and the queue', async () => {
  const [webhook] = frame.taiga.world.webhooks;
  if (!webhook) throw new Error('no webhook');
  expect(await frame.house.store.webhookTests.last('ops', 'ops')).toBeUndefined();
  const test = {
    action: 'test',
    type: 'test',
    by: null,
    date: '2026-11-21T09:00:00.000Z',
    data: { test: 'test' },
  };
  await frame.taiga.hooks.send(webhook, test as Parameters<typeof frame.taiga.hooks.send>[1]);
  await rest();
  expect(await frame.house.store.webhookTests.last('ops', 'ops')).toBeGreaterThan(0);
});
