import { describe, expect, test } from '@jest/globals';
import { cardPost, cardPosts, directRoom, heard, look, opens, replies, said } from '../flows/sight.ts';
import { openScene, type Scene, says } from './scene.ts';

const MINUTE = 60_000;
const bot = 'idofbot';
const room = (scene: Scene, name: string) => scene.mattermost.world.channel(name);
const throwOut = (scene: Scene, name: string) => {
  const { channels } = scene.mattermost.world;
  const channel = room(scene, name);
  channel.members.delete(bot);
  // Nobody may come back to a private one by themselves.
  channels.set(channel.id, { ...channel, type: 'P' });
};
const invite = (scene: Scene, name: string) => room(scene, name).members.add(bot);
const conversation = (name: string) => `mattermost:chat:idof${name}:`;
const pauses = (scene: Scene) => scene.house.store.paused.list('ops');
const toldTeam = (scene: Scene) => said(scene, 'team').filter((text) => text.includes('any more'));

/** Two cards of Tom's, `#2` and `#3`, in the square; Ann has told dev to follow both. */
async function withFollowers() {
  const scene = await openScene();
  const ids: string[] = [];
  for (const title of ['First', 'Second']) {
    ids.push((await opens(scene, 'tom', title, { room: 'square' })).card._id);
    await says(scene, 'ann', `follow #${ids.length + 1} here`, { room: 'dev' });
  }
  await scene.lapse(MINUTE);
  const move = (id: string | undefined, to: string) => scene.act('bob', (bob) => bob.moveCard(id ?? '', to));
  return { scene, move, first: ids[0], second: ids[1] };
}

const forbidden =
  'I may not write in “dev” (chat) any more, so cards are not told there. Invite me, or give me back the right to write there; then use a command there, or let whoever runs Cardwire send `cardwire resume ops`.';

describe('a room that the bot was thrown out of', () => {
  test('is paused; the team is told once, and everyone else hears as before', async () => {
    const { scene, move, first, second } = await withFollowers();
    throwOut(scene, 'dev');
    await move(first, 'Doing');
    await move(second, 'Doing');
    await move(first, 'Review');
    expect(toldTeam(scene)).toEqual([forbidden]);
    expect(await pauses(scene)).toMatchObject([
      { where: conversation('dev'), reason: 'mattermost-forbidden', resting: true, told: true },
    ]);
    expect(look(cardPost(scene, 'square', 'First')).fields.Column).toBe('Review');
    expect(await scene.house.store.graveyard.list('ops')).toEqual([]);
  });

  test('is not tried while it rests', async () => {
    const { scene, move, first } = await withFollowers();
    throwOut(scene, 'dev');
    await move(first, 'Doing');
    invite(scene, 'dev');
    await move(first, 'Review');
    // Nobody asked from there, so nobody knows that it would go well again.
    expect(look(cardPost(scene, 'dev', 'First')).fields.Column).toBe('Doing');
    expect(replies(scene, cardPost(scene, 'dev', 'First'))).toEqual([]);
  });

  test('wakes with a command from it, and every card that changed meanwhile is put right', async () => {
    const { scene, move, first, second } = await withFollowers();
    throwOut(scene, 'dev');
    await move(first, 'Doing');
    await move(second, 'Review');
    invite(scene, 'dev');
    await says(scene, 'ann', 'label #2 bug', { room: 'dev' });
    expect(look(cardPost(scene, 'dev', 'First')).fields).toMatchObject({ Column: 'Doing', Labels: 'bug' });
    expect(look(cardPost(scene, 'dev', 'Second')).fields.Column).toBe('Review');
    // Put right, and not said: nobody is told of days ago.
    expect(replies(scene, cardPost(scene, 'dev', 'Second'))).toEqual([]);
    expect(await pauses(scene)).toEqual([]);
  });

  test('shows a card that is gone meanwhile as gone', async () => {
    const { scene, move, first, second } = await withFollowers();
    throwOut(scene, 'dev');
    await move(first, 'Doing');
    await scene.act('bob', (bob) => bob.delete(second ?? ''));
    invite(scene, 'dev');
    await says(scene, 'ann', 'move #2 review', { room: 'dev' });
    expect(look(cardPost(scene, 'dev', 'Second')).last).toContain('This card was deleted');
  });

  test('woken by hand, is tried by the next thing that happens; woken too soon, it rests again and is not told of twice', async () => {
    const { scene, move, first, second } = await withFollowers();
    throwOut(scene, 'dev');
    await move(first, 'Doing');
    await scene.house.store.paused.resume('ops', conversation('dev'));
    await move(first, 'Review');
    expect(toldTeam(scene)).toHaveLength(1);
    expect(await pauses(scene)).toMatchObject([{ resting: true }]);
    invite(scene, 'dev');
    await scene.house.store.paused.resume('ops', conversation('dev'));
    await move(second, 'Done');
    const columns = ['First', 'Second'].map((title) => look(cardPost(scene, 'dev', title)).fields.Column);
    expect(columns).toEqual(['Review', 'Done']);
    expect(await pauses(scene)).toEqual([]);
  });

  test('is called by its id where nobody has named it, and by its name where the settings do', async () => {
    const { scene, move, first } = await withFollowers();
    await says(scene, 'ann', 'unfollow #2 here', { room: 'dev' });
    const key = { team: 'ops', board: 'main', card: first as never };
    await scene.house.store.cards.follow(key, { conversation: conversation('dev') });
    throwOut(scene, 'dev');
    await move(first, 'Doing');
    expect(toldTeam(scene)).toEqual([forbidden.replace('“dev”', '“idofdev”')]);
  });

  test('that is deleted is like one that refuses', async () => {
    const { scene, move, first } = await withFollowers();
    const gone = room(scene, 'dev');
    scene.mattermost.world.channels.delete(gone.id);
    for (const post of [...scene.mattermost.world.posts.values()])
      if (post.channel_id === gone.id) post.delete_at = 1;
    await move(first, 'Doing');
    expect(toldTeam(scene)).toEqual([forbidden]);
    expect((await pauses(scene)).map(({ resting }) => resting)).toEqual([true]);
  });
});

describe('the room in which a card was opened', () => {
  test('refuses: its card goes on in a direct message, which says how to have it back', async () => {
    const { scene, move, first } = await withFollowers();
    throwOut(scene, 'square');
    await move(first, 'Doing');
    const direct = directRoom(scene, 'tom');
    expect(heard(scene, 'tom').at(-1)).toMatch(
      /^I may not write where you opened \\#2, so I tell you about it here\. To have it there, invite me to that channel and send `\/card follow #2 here` in it\.$/,
    );
    expect(look(cardPost(scene, direct, 'First'))).toMatchObject({
      last: 'bob moved it from **To Do** to **Doing**',
      fields: { Column: 'Doing', 'Opened by': 'Tom' },
    });
    await move(first, 'Review');
    expect(look(cardPost(scene, direct, 'First')).fields.Column).toBe('Review');
    expect(heard(scene, 'tom').filter((text) => text.includes('where you opened'))).toHaveLength(1);
    expect(await pauses(scene)).toEqual([]);
    expect(toldTeam(scene)).toEqual([]);
  });

  test('refuses from the first: the card is shown in a direct message', async () => {
    const scene = await openScene();
    throwOut(scene, 'square');
    await says(scene, 'tom', 'First');
    expect(look(cardPost(scene, directRoom(scene, 'tom'), 'First')).last).toBe('Tom opened this card');
  });
});

describe('the team’s own room', () => {
  test('refuses: there is nobody to tell, and what there is goes on elsewhere', async () => {
    const scene = await openScene();
    throwOut(scene, 'team');
    const { post } = await opens(scene, 'tom', 'First', { room: 'square' });
    expect(look(post).fields.Column).toBe('To Do');
    expect(await pauses(scene)).toMatchObject([
      { where: conversation('team'), reason: 'mattermost-forbidden', told: true },
    ]);
    expect(cardPosts(scene, 'team')).toEqual([]);
  });

  test('of several, the next one that takes it is told, by the name that the settings give', async () => {
    const scene = await openScene((team) => ({
      ...team,
      teamChannels: [
        ...team.teamChannels.map((each) => ({ ...each, name: 'Our room' })),
        { conversation: conversation('dev'), tell: ['create'] },
      ],
    }));
    throwOut(scene, 'team');
    await opens(scene, 'tom', 'First', { room: 'square' });
    expect(said(scene, 'dev')).toEqual([forbidden.replace('“dev”', '“Our room”')]);
  });
});

describe('a token that is refused', () => {
  test('is tried every two minutes; the team is told in no room of the same chat, and nothing is lost', async () => {
    const { scene, move, first } = await withFollowers();
    const { tokens } = scene.mattermost.world;
    tokens.delete('bottokenops');
    const before = scene.house.workers.passed.length;
    void scene.house.hands[0].board('bob').moveCard(first ?? '', 'Doing');
    await scene.lapse(10 * MINUTE);
    const tries = scene.house.workers.passed.slice(before).filter(({ side }) => side === 'chat');
    expect(tries.length).toBeLessThanOrEqual(18);
    expect(tries.length).toBeGreaterThan(6);
    const whole = (await pauses(scene)).find(({ where }) => where === 'chat');
    expect(whole).toMatchObject({ reason: 'mattermost-unauthorized', told: true });
    tokens.set('bottokenops', bot);
    await scene.settle();
    await move(first, 'Review');
    for (const name of ['square', 'dev', 'team'])
      expect(replies(scene, cardPost(scene, name, 'First'))).toEqual([
        'bob moved it from **To Do** to **Doing**',
        'bob moved it from **Doing** to **Review**',
      ]);
    expect(await pauses(scene)).toEqual([]);
    expect(await scene.house.store.graveyard.list('ops')).toEqual([]);
  });
});
