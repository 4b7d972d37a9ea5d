import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import { type DiscordHouse, openDiscordHouse } from './discord-house.ts';
import type { House } from './house.ts';
import { opens, types } from './sight.ts';

let all: DiscordHouse;
let house: House;
beforeAll(async () => {
  all = await openDiscordHouse();
  house = all.house;
});
afterAll(() => all.stop());
afterEach(() => house.wekan.faults.clear());

const MINUTE = 60_000;

describe('/card trace', () => {
  test('tells what was received and told where, by the names that people have for it', async () => {
    const { ref } = await opens(house, 'tom', 'Fix the pump');
    await house.lapse(MINUTE);
    await types(house, 'tom', `/card comment ${ref} MARKED words of tom`);
    await house.lapse(MINUTE);
    const [story = ''] = await types(house, 'ann', `/card trace ${ref}`);
    const lines = story.split('\n').filter((line) => line.trim() !== '');
    expect(lines[0]).toMatch(/What I know of .*#1/);
    expect(ref).toBe('#1');
    expect(story).toMatch(/received[\s\S]*done on the board[\s\S]*told in town-square \(chat\)/i);
    expect(story).not.toMatch(/MARKED|Fix the pump|Now:/);
  });

  test('tells why something was tried again, and where it waits now', async () => {
    house.wekan.faults.add({ kind: 'status', status: 500 }, { method: 'PUT' });
    await types(house, 'tom', '/card move #1 doing');
    await house.lapse(MINUTE);
    const [retried = ''] = await types(house, 'ann', '/card trace #1');
    expect(retried).toMatch(/came to nothing on the board, tried again \(wekan-/);
    await house.lapse(MINUTE);
    house.mattermost.faults.next({ on: /(PUT .*\/patch|POST .*\/posts)$/, kind: { status: 500 }, times: 50 });
    await house.wekan.asUser('ann').comment(house.wekan.world.cards[0]?._id ?? '', 'MARKED comment');
    await house.settle();
    await house.lapse(MINUTE);
    const [waits = ''] = await types(house, 'ann', '/card trace #1');
    expect(waits).toMatch(/could not be told in [\s\S]*Now: waits for another try in /);
    expect(waits).not.toContain('MARKED');
    house.mattermost.faults.clear();
    for (let times = 0; times < 3; times++) await house.lapse(2 * MINUTE);
    expect((await types(house, 'ann', '/card trace #1')).join()).not.toContain('Now: waits');
  });

  test('tells what is paused and what was given up', async () => {
    const card = house.wekan.world.cards[0]?._id ?? '';
    const record = await house.store.cards.get({ team: 'ops', board: 'main', card: card as CardId });
    const where = record?.owner?.conversation ?? '';
    await house.store.paused.pause({ team: 'ops', where }, 'mattermost-forbidden');
    await house.store.graveyard.bury({
      ...{ team: 'ops', id: 'm1', reason: 'kills-its-run', queue: 'q.fifo', group: 'g', at: house.now() },
      ...{ body: 'v1.sealed', kind: 'change', board: 'main', card },
    });
    const [story = ''] = await types(house, 'ann', '/card trace #1');
    expect(story).toMatch(/Now: town-square \(chat\) is paused since .*\(mattermost-forbidden\)/);
    expect(story).toMatch(/Now: given up \(kills-its-run\)/);
    await house.store.paused.end({ team: 'ops', where });
  });

  test('is no business of guests', async () => {
    expect(await types(house, 'guest', '/card trace #1')).toEqual([expect.stringMatching(/may not `trace`/)]);
  });

  test('is an option of show on Discord', async () => {
    await all.discord.as('tom').types('general', '/card show', { card: '#1', trace: true });
    await house.settle();
    expect(all.discord.ephemerals('tom').at(-1)?.text).toContain('What I know of #1');
  });
});
