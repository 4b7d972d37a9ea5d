import { describe, expect, test } from '@jest/globals';
import { cardPost, cardPosts, directRoom, heard, look, opens, replies, said, types } from '../flows/sight.ts';
import type { Fault } from '../histories/faults.ts';
import { openScene, type Scene } from './scene.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const square = { room: 'square' };
const away =
  'The board does not answer right now. What you asked for is kept, and I do it as soon as it is back.';
const link = 'The link of the card follows.';
const next =
  'Whatever else you ask for here until then is kept, too, and comes after it: I say nothing of it before.';
const back = (words: string) => `You wrote:\n\`\`\`\n${words}\n\`\`\``;

/** Tom types while a side is away. Gives what he is told within a minute. */
async function typesWhile(scene: Scene, side: 'board' | 'chat', words: string, fault: Fault = 'refused') {
  scene.fails((step) => (step.side === side ? fault : 'none'));
  const before = heard(scene, 'tom').length;
  await scene.mattermost.as('tom').command('square', `/card ${words}`);
  await scene.lapse(MINUTE);
  return heard(scene, 'tom').slice(before);
}

describe('while the board is away', () => {
  test('a person hears once that it is kept; the cards come in order when it is back', async () => {
    const scene = await openScene();
    expect(await typesWhile(scene, 'board', 'First')).toEqual([
      `${away}\n${link}\n${next}\n${back('/card First')}`,
    ]);
    // Told before: it stands behind the first one, and nobody can say more of it than that.
    expect(await typesWhile(scene, 'board', 'Second due:tomorrow')).toEqual([]);
    expect(await typesWhile(scene, 'board', 'help')).toEqual([]);
    await scene.lapse(40 * MINUTE);
    expect(scene.wekan.world.cards).toHaveLength(1);
    scene.fails();
    await scene.settle();
    expect(scene.wekan.world.cards.slice(1).map(({ title }) => title)).toEqual(['First', 'Second']);
    // “Tomorrow” is the day after it was typed.
    expect(scene.wekan.world.cards.at(-1)?.dueAt).toBe('2026-11-22T22:59:00.000Z');
    expect(cardPosts(scene, 'square').map((post) => look(post).last)).toEqual([
      'Tom opened this card',
      'Tom opened this card',
    ]);
  });

  test('what opens no card promises no link, what cannot be read is not tried to', async () => {
    const scene = await openScene();
    expect(await typesWhile(scene, 'board', 'show #1')).toEqual([
      `${away}\n${next}\n${back('/card show #1')}`,
    ]);
    scene.fails();
    await scene.settle();
    expect(heard(scene, 'tom').at(-1)).toContain('old card');
  });

  test('a button waits like a command, and there is nothing to give back', async () => {
    const scene = await openScene();
    const { post } = await opens(scene, 'tom', 'Pump', square);
    scene.fails(({ side }) => (side === 'board' ? 'refused' : 'none'));
    await scene.mattermost.as('ann').click(post.id, 'Done');
    await scene.lapse(MINUTE);
    expect(heard(scene, 'ann')).toEqual([`${away}\n${next}`]);
    scene.fails();
    await scene.settle();
    expect(look(post).fields.Column).toBe('Done');
  });

  test('a change is told when it is back', async () => {
    const scene = await openScene();
    const { card, post } = await opens(scene, 'tom', 'Pump', square);
    scene.fails(({ side }) => (side === 'board' ? 'status-500' : 'none'));
    void scene.house.hands[0].board('ann').moveCard(card._id, 'Doing');
    await scene.lapse(10 * MINUTE);
    expect(look(post).fields.Column).toBe('To Do');
    scene.fails();
    await scene.settle();
    expect(replies(scene, post)).toEqual(['Ann moved it from **To Do** to **Doing**']);
  });

  test('for thirteen days, the command is given up, and its person and the team hear of it', async () => {
    const scene = await openScene();
    await typesWhile(scene, 'board', 'First');
    scene.pass(12 * DAY);
    await scene.lapse(MINUTE);
    expect(said(scene, 'team')).toEqual([]);
    scene.pass(DAY);
    await scene.lapse(MINUTE);
    expect(heard(scene, 'tom').at(-1)).toMatch(
      /^I could not do what you asked for, however often I tried \(http-unreachable\), and have given it up\. [^\n]*\nYou wrote:\n```\n\/card First\n```$/,
    );
    expect(said(scene, 'team')).toEqual([
      expect.stringMatching(
        /^I had to give something up \(http-unreachable\)[\s\S]*cardwire replay --team ops/,
      ),
    ]);
    const dead = await scene.house.store.graveyard.list('ops');
    expect(dead).toMatchObject([{ kind: 'command', reason: 'http-unreachable', queue: 'events' }]);
  });

  test('it is told why, where the board says so', async () => {
    const scene = await openScene();
    const [cardwire] = scene.wekan.world.users;
    if (cardwire) cardwire.password = 'changed';
    await scene.mattermost.as('tom').command('square', '/card First');
    await scene.lapse(MINUTE);
    const [told = '', ...more] = heard(scene, 'tom');
    expect(more).toEqual([]);
    expect(told).toContain(
      'What you asked for is kept, and I do it as soon as that is put right. No need to send it again.',
    );
    expect(told).not.toContain(away);
    expect(told).toContain(link);
  });
});

describe('while the chat is away', () => {
  test('the card is opened, and shown when it is back', async () => {
    const scene = await openScene();
    expect(await typesWhile(scene, 'chat', 'First')).toEqual([]);
    expect(scene.wekan.world.cards).toHaveLength(2);
    expect(cardPosts(scene, 'square')).toEqual([]);
    scene.fails();
    await scene.settle();
    expect(look(cardPost(scene, 'square', 'First')).last).toBe('Tom opened this card');
  });

  test('who cannot be answered any more has it done all the same', async () => {
    const scene = await openScene();
    await opens(scene, 'tom', 'Pump', square);
    scene.fails(({ side, label, run }) =>
      side === 'chat' && run.message?.queue === 'events' && !label.includes('members')
        ? 'status-500'
        : 'none',
    );
    await scene.mattermost.as('tom').command('square', '/card move #2 doing');
    scene.mattermost.world.responseUrls.clear();
    await scene.lapse(2 * MINUTE);
    expect(look(cardPost(scene, 'square', 'Pump')).fields.Column).toBe('Doing');
    scene.fails();
    await scene.settle();
    expect(said(scene, directRoom(scene, 'tom'))).toEqual(['\\#2 is in **Doing** now.']);
    expect(scene.house.queues.waiting).toEqual([]);
  });
});

describe('a run that dies', () => {
  test.each<[string, Fault]>([
    ['before the board is asked', 'kill-before'],
    ['when the board has done it', 'kill-done'],
  ])('%s does it once', async (_when, fault) => {
    const scene = await openScene();
    let left = 1;
    scene.fails(({ side, label }) => {
      if (side !== 'board' || !/POST.*cards/.test(label) || left === 0) return 'none';
      left -= 1;
      return fault;
    });
    await types(scene, 'tom', '/card First', square);
    expect(left).toBe(0);
    expect(scene.wekan.world.cards.map(({ title }) => title).slice(1)).toEqual(['First']);
    expect(cardPosts(scene, 'square')).toHaveLength(1);
  });

  test('five times over the same command has it given up, and not tried a sixth time', async () => {
    const scene = await openScene();
    scene.fails(({ side }) => (side === 'board' ? 'kill-before' : 'none'));
    await scene.mattermost.as('tom').command('square', '/card First');
    await scene.lapse(DAY);
    expect(heard(scene, 'tom').at(-1)).toMatch(/however often I tried \(kills-its-run\)/);
    const runs = scene.house.workers.passed.filter(({ fault }) => fault === 'kill-before');
    expect(runs).toHaveLength(5);
    expect(await scene.house.store.graveyard.list('ops')).toMatchObject([{ reason: 'kills-its-run' }]);
  });

  test('is not heard of while another may still be at it', async () => {
    const scene = await openScene();
    const { post } = await opens(scene, 'tom', 'Pump', square);
    let left = 1;
    scene.fails(({ side }) => {
      if (side !== 'board' || left === 0) return 'none';
      left -= 1;
      return 'kill-before';
    });
    await scene.mattermost.as('tom').command('square', '/card move #2 doing');
    await scene.lapse(MINUTE);
    expect(heard(scene, 'tom')).toEqual([]);
    await scene.settle();
    expect(heard(scene, 'tom')).toEqual(['\\#2 is in **Doing** now.']);
    expect(look(post).fields.Column).toBe('Doing');
  });
});
