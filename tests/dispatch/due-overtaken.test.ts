import { expect, test } from '@jest/globals';
import type { CardId } from '../../lib/domain/card.ts';
import type { CardFace } from '../../schemas/delivery.ts';
import { cardPost, look, opens } from '../flows/sight.ts';
import { openScene, says } from './scene.ts';

/** Where no message stands, a look at the card may come before what was done earlier, and the first message is not older than the look. */
test.each([
  ['none', /^Tom removed the due date$/],
  ['2031-05-01', /^Tom set the due date to/],
])('due %s is told as that, however the card looks by then', async (words, told) => {
  const scene = await openScene((team) => ({
    ...team,
    teamChannels: team.teamChannels.map((each) => ({ ...each, tell: ['due'] })),
  }));
  const { card } = await opens(scene, 'tom', 'Pump due:2031-03-01', { room: 'square' });
  const [room] = scene.world.team.teamChannels;
  const { house } = scene;
  const revision = house.clock.now + 3_600_000;
  const face: CardFace = {
    ...{ id: card._id, title: 'Pump', column: 'To Do', people: [], labels: [], url: '', state: 'open' },
    ...{ due: '2031-04-01T09:00:00.000Z', revision, answered: revision },
  };
  const key = { team: scene.world.id, board: 'main', card: card._id as CardId };
  await house.store.threads.note({ ...key, conversation: room?.conversation ?? '' }, face);
  await says(scene, 'tom', `due #2 ${words}`);
  expect(look(cardPost(scene, 'team', 'Pump')).last).toMatch(told);
});
