import { formatConversation, parseConversation } from '../../domain/conversation.ts';
import type { MattermostConnection } from '../../teams/team.ts';
import type { Channel } from '../channel.ts';
import { cut } from '../cut.ts';
import type { ChannelDeps } from '../deps.ts';
import { answer, sayOnce } from './answer.ts';
import { withId } from './answers.ts';
import { createButtons } from './buttons.ts';
import { createClient } from './client.ts';
import { deliver } from './deliver.ts';
import { openForm } from './form.ts';
import { messageLimit } from './message-limit.ts';
import { createPosts } from './posts.ts';
import { createSpeaker } from './speak.ts';

/**
 * A Mattermost workspace through its bot. Works from 5.37 on.
 * @see contract `mattermost.md`: numbers in this folder's comments are its chapters.
 */
export function openMattermostChannel(connection: MattermostConnection, deps: ChannelDeps): Channel {
  const { id, url, token, self } = connection;
  const { http, now, log, team } = deps;
  const { url: actionUrl, keys: actionKeys } = deps.door('mattermost-action');
  const client = createClient({ url, token, http, now });
  const posts = createPosts(client, self);
  const speaker = createSpeaker(team, now);
  const holder = { team: team.id, connection: id };
  const buttons = createButtons(holder, { actionUrl, actionKeys, speaker });
  const directRooms = new Map<string, string>();

  /** Contract 2.2: the same room each time, so it is asked for once. */
  async function directRoom(person: string): Promise<string> {
    const known = directRooms.get(person);
    if (known !== undefined) return known;
    const room = await client.post('/channels/direct', [self, person], withId);
    directRooms.set(person, room.id);
    return room.id;
  }

  return {
    name: 'Mattermost',
    can: {
      threads: true,
      edits: true,
      privateAnswers: true,
      forms: true,
      userNames: true,
      textLimit: messageLimit,
    },
    deliver: (showing, state) => deliver({ posts, speaker, buttons, log }, showing, state),
    answer: async (to, lines, mark) => {
      // Nothing waits here for an answer: what there is not to be said needs no call.
      if (lines.length === 0) return;
      await answer({ url, http, posts, directRoom, now }, to, lines.map(speaker.say).join('\n'), mark);
    },
    announce: async (conversation, lines, mark, since) => {
      const { room } = parseConversation(conversation);
      const message = cut(lines.map(speaker.say).join('\n'), messageLimit);
      await sayOnce(posts, { room, message, id: mark }, since);
    },
    openForm: (to, form) => openForm({ client, speaker, holder, actionUrl, actionKeys, now }, to, form),
    isIn: async (room, person) => {
      const member = await client.ask('GET', `/channels/${room}/members/${person}`);
      if (!member.ok && member.status !== 404) throw member.error;
      return member.ok;
    },
    // A workspace's accounts are given out by whoever runs it.
    isKnown: async () => true,
    directWith: async (person) =>
      formatConversation({
        channel: 'mattermost',
        connection: id,
        room: await directRoom(person),
        thread: '',
      }),
    // A command of Mattermost brings no files.
    file: async () => undefined,
  };
}
