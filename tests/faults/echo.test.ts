import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createEnqueue } from '../../lib/queue/enqueue.ts';
import type { ChangeEvent } from '../../schemas/event.ts';
import { type DiscordHouse, openDiscordHouse } from '../flows/discord-house.ts';
import { cardPost, cardTitled, columnOf, look, opens, replies } from '../flows/sight.ts';
import { queueUrl, sqsThrough } from '../histories/fifo.ts';
import { calm, type House as MemoryHouse, openHouse as openMemory } from '../histories/house.ts';
import { violationsOf } from '../histories/invariants.ts';
import { firstRelease } from '../histories/release.ts';
import { toldOn } from './scan.ts';
import { dice } from './scripts.ts';

let all: DiscordHouse;
beforeAll(async () => {
  all = await openDiscordHouse();
});
afterAll(() => all.stop());
const rest = async () => {
  for (let times = 0; times < 3; times += 1) await all.house.lapse(60_000);
};
const writes = () => all.house.wekan.requests.filter(({ method }) => method !== 'GET').length;
const onDiscord = (title: string) =>
  all.discord.messages('team').filter(({ text, buttons }) => buttons.length > 0 && text.includes(title));
const inThread = (title: string) =>
  all.discord.messages(onDiscord(title)[0]?.thread || 'general').map(({ text }) => text);

/** A board that tells of the bridge's own writes too, as Taiga does and Wekan may one day. */
async function echo(type: string, title: string, extra: Record<string, unknown>): Promise<void> {
  const { wekan } = all.house;
  const actor = wekan.world.users.find(({ username }) => username === 'cardwire');
  if (!actor) throw new Error('no account');
  await wekan.hooks.fire({ type, actor, board: wekan.board, card: cardTitled(all.house, title), extra });
}

test('19 a comment that crosses from Mattermost to the board to the team channel to Discord is told once everywhere', async () => {
  const { house } = all;
  const { ref, post } = await opens(house, 'tom', '§Crossing');
  await rest();
  await house.mattermost.as('ann').command('town-square', `/card comment ${ref} §over the bridge`);
  await house.settle();
  const [comment] = house.wekan.world.comments;
  for (let times = 0; times < 2; times += 1) {
    await echo('act-addComment', '§Crossing', { commentId: comment?._id, comment: comment?.text });
    await rest();
  }
  expect(house.wekan.world.comments).toHaveLength(1);
  const told = (texts: readonly string[]) => texts.filter((text) => text.includes('§over the bridge'));
  expect(told(replies(house, cardPost(house, 'team', '§Crossing')))).toHaveLength(1);
  expect(told(inThread('§Crossing'))).toHaveLength(1);
  // Where it was said it is not said back.
  expect(told(replies(house, post))).toEqual([]);
});

test('19 the same from Discord, and for a move', async () => {
  const { house, discord } = all;
  const { cardNumber } = cardTitled(house, '§Crossing');
  const card = `#${cardNumber}`;
  await discord.as('tom').types('general', '/card comment', { card, text: '§from the other side' });
  await discord.as('tom').types('general', '/card move', { card, column: 'Doing' });
  await house.settle();
  const comment = house.wekan.world.comments.at(-1);
  await echo('act-addComment', '§Crossing', { commentId: comment?._id, comment: comment?.text });
  await echo('act-moveCard', '§Crossing', { oldListId: house.wekan.world.lists[0]?._id, oldList: 'To Do' });
  await rest();
  for (const texts of [
    replies(house, cardPost(house, 'town-square', '§Crossing')),
    replies(house, cardPost(house, 'team', '§Crossing')),
    inThread('§Crossing'),
  ]) {
    expect(texts.join('\n').match(/§from the other side/g)).toHaveLength(1);
    expect(texts.join('\n').match(/to \*\*Doing\*\*/g)).toHaveLength(1);
  }
});

test('a card text that looks like a command does nothing, wherever it is told', async () => {
  const { house } = all;
  const { card } = await opens(house, 'tom', '§Innocent');
  await rest();
  const before = writes();
  const bob = house.wekan.asUser('bob');
  const made = await bob.createCard({ title: '/card done #1', description: '/card archive #1 §' });
  await bob.comment(card._id, '/card move #1 done');
  await bob.rename(card._id, '/theirs archive #1');
  await rest();
  expect(writes()).toBe(before);
  expect(columnOf(house, card)).toBe('To Do');
  expect(card.archived || made.archived).toBe(false);
  expect(replies(house, cardPost(house, 'team', '/theirs archive')).join()).toContain('> /card move #1 done');
  expect(inThread('/theirs archive').join()).toContain('/card move #1 done');
  expect(look(cardPost(house, 'team', '/card done #1')).last).toBe('bob opened this card');
});

test('27 log scan during the rows above', () => {
  expect(toldOn(all.house, { 'the Discord bot’s token': all.discord.application.token })).toEqual([]);
  expect(all.house.logged).toEqual([]);
});

/** What a door would queue of the echo of a comment. */
function echoOf(house: MemoryHouse, again: number): ChangeEvent | undefined {
  const comment = house.worlds[0].boardWorld.comments.at(-1);
  return (
    comment && {
      ...{
        v: 1,
        id: `act-addComment:${comment._id}${again}`,
        at: house.clock.now,
        team: 'ops',
        connection: 'main',
      },
      ...{ generation: 1, kind: 'change' },
      change: {
        ...{ kind: 'comment', step: 'added', card: comment.cardId, comment: comment._id },
        actor: { username: 'cardwire' },
      },
    }
  );
}

test('19 the bridge’s own comment comes back as a webhook a thousand times, in random order with its telling: dropped, no loop', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const house = await openMemory();
    const script = dice(seed);
    const enqueue = createEnqueue(
      queueUrl('events'),
      sqsThrough(firstRelease, async (command) => house.queues.execute(command)),
    );
    await house.hands[0].chat('tom').command('square', '/card §OPS pump');
    await house.play(calm);
    for (let round = 0; round < 25; round += 1) {
      house.clock.advanceTo(house.clock.now + 30_000);
      await house.hands[0].chat('ann').command('dev', `/card comment #2 §OPS said ${round} end`);
      // At any moment: before it is told, while it is, or after; and more than once.
      await house.play(script, house.clock.now + ((seed * round * 37) % 400));
      for (let again = 0; again <= round % 3; again += 1) {
        const event = echoOf(house, again);
        if (event) await enqueue([event]);
      }
      await house.play(script, house.clock.now + 1_000);
    }
    await house.play(script);
    const news = [...house.worlds[0].chat.posts.values()].map(({ message }) => message).join('\n');
    for (let round = 0; round < 25; round += 1) {
      const count = news.match(new RegExp(`> §OPS said ${round} end`, 'g'))?.length;
      // Tom's thread and the team's room.
      expect({ seed, round, count }).toEqual({ seed, round, count: 2 });
    }
    expect(house.worlds[0].boardWorld.comments).toHaveLength(25);
    expect({ seed, violations: violationsOf(house) }).toEqual({ seed, violations: [] });
  }
}, 240_000);
