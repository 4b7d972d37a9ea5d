import { startWorld } from '../channels/mattermost/world.ts';
import { attachmentsOf } from '../sims/mattermost/world.ts';
import { channelConformance } from './channel.ts';
import { realMattermost } from './real-mattermost.ts';

for (const old of [false, true]) {
  channelConformance(old ? 'Mattermost 5.37 (fake)' : 'Mattermost 11 (fake)', async () => {
    const { sim, channel, room, conversation, stop } = await startWorld({ old });
    return {
      channel,
      room,
      conversation: conversation(),
      person: sim.as('eva').user.id,
      stranger: sim.as('mia').user.id,
      thread: async () => {
        const { id } = sim.as('eva').post('ops', 'The pump is broken');
        return { conversation: conversation(id), first: id };
      },
      messages: async (where) =>
        sim.world
          .postsIn(where)
          .filter(({ user_id }) => user_id === sim.bot.id)
          .map((post) => ({
            id: post.id,
            under: post.root_id,
            text: post.message + (attachmentsOf(post).length > 0 ? JSON.stringify(attachmentsOf(post)) : ''),
            buttons: attachmentsOf(post).flatMap(({ actions = [] }) => actions).length,
          })),
      remove: async (message) => sim.as('eva').deletePost(message),
      stop,
    };
  });
}

if (process.env.CARDWIRE_TEST_MATTERMOST_URL) {
  channelConformance('Mattermost (real)', () => realMattermost(process.env));
}
