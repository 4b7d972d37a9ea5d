import { formatConversation, parseConversation } from '../../domain/conversation.ts';
import type { DiscordConnection } from '../../teams/team.ts';
import type { Channel } from '../channel.ts';
import type { ChannelDeps } from '../deps.ts';
import { announce } from './announce.ts';
import { answer, putAway } from './answer.ts';
import { createClient } from './client.ts';
import { deliver } from './deliver.ts';
import { createDirects } from './direct.ts';
import { fetchFile } from './file.ts';
import { messageLimit } from './news.ts';
import { createPosts } from './posts.ts';
import { isIn, isOnOneOf } from './sight.ts';
import { createSpeaker } from './speak.ts';

/**
 * A Discord application through its bot, by HTTP alone.
 * @see contract `discord.md`: numbers in this folder's comments are its chapters.
 */
export function openDiscordChannel(connection: DiscordConnection, deps: ChannelDeps): Channel {
  const { id, url, token, self, application } = connection;
  const { http, now, log, team } = deps;
  const client = createClient({ url, token, http, now });
  const posts = createPosts(client, self);
  const directs = createDirects(client);
  const speaker = createSpeaker(team, now);
  const answering = { application, client, posts, directs, now };

  return {
    name: 'Discord',
    can: {
      threads: true,
      edits: true,
      privateAnswers: true,
      forms: true,
      // Anyone may choose any name.
      userNames: false,
      textLimit: messageLimit,
    },
    deliver: (showing, state) => deliver({ client, posts, speaker, log }, showing, state),
    answer: (to, lines, mark) =>
      lines.length === 0 ? putAway(answering, to) : answer(answering, to, lines.map(speaker.say), mark),
    announce: (conversation, lines, mark, since) => {
      const { room, thread } = parseConversation(conversation);
      return announce(posts, thread || room, lines.map(speaker.say), { id: mark, since });
    },
    // Contract A1.4: a form has to be the first answer, so the door opens it.
    openForm: async () => false,
    isIn: (room, person, thread) => isIn(client, self, thread || room, person),
    isKnown: (person, servers) => isOnOneOf(client, servers, person),
    directWith: async (person) =>
      formatConversation({
        channel: 'discord',
        connection: id,
        room: await directs.roomOf(person),
        thread: '',
      }),
    file: (from, limit) => fetchFile({ http, api: url, now }, from, limit),
  };
}
