import { type MessageBody, messageList } from './answers.ts';
import { type Client, readAs } from './client.ts';
import type { Content } from './content.ts';
import { codes } from './refusal.ts';
import { firstIdAt, newerId } from './snowflake.ts';

/** What is looked for: a mark, or what is said in a post that has no components to carry one. */
export type Wanted = { readonly mark: number } | Pick<Content, 'content' | 'embeds'>;

/** Looks for the bot's own posts in one channel or thread: the id of the first that fits. What is gone, or was never opened, holds none. */
export type Look = (channel: string, wanted: Wanted) => Promise<string | undefined>;

/** Two clocks are compared, ours and Discord's: five minutes apart at most, or the door took nothing of it (contract A1.1), and one to spare. */
const clockSkewMs = 6 * 60_000;

/** A thousand messages since one of ours may have been posted: what follows is not looked at. */
const mostPages = 10;
const pageSize = 100;

/** Looks at what was posted since a moment; each channel is read once. */
export function lookBack(client: Client, bot: string, since: Date): Look {
  const read = new Map<string, Promise<readonly MessageBody[]>>();
  return async (channel, wanted) => {
    const own = read.get(channel) ?? ownPosts(client, bot, channel, since);
    read.set(channel, own);
    return (await own).find((message) => fits(message, wanted))?.id;
  };
}

async function ownPosts(client: Client, bot: string, channel: string, since: Date) {
  const own: MessageBody[] = [];
  let after = firstIdAt(since.getTime() - clockSkewMs);
  for (let page = 0; page < mostPages; page += 1) {
    const path = `/channels/${channel}/messages?after=${after}&limit=${pageSize}`;
    const answer = await client.ask('GET', path);
    if (!answer.ok) {
      if (answer.code === codes.unknownChannel) return own;
      throw answer.error;
    }
    const messages = readAs(answer.json, messageList);
    own.push(...messages.filter(({ author }) => author.id === bot));
    if (messages.length < pageSize) return own;
    after = messages.map(({ id }) => id).reduce(newerId, after);
  }
  return own;
}

function fits(message: MessageBody, wanted: Wanted): boolean {
  const { components = [] } = message;
  if ('mark' in wanted) return components.some(({ id }) => id === wanted.mark);
  return components.length === 0 && textOf(message) === textOf(wanted);
}

/** What a message says, its embeds included. Discord takes the space around a text away. */
function textOf({ content = '', embeds = [] }: Pick<MessageBody, 'content' | 'embeds'> | Content): string {
  return [content, ...embeds.map(({ description = '' }) => description)]
    .map((text) => text.trim())
    .join('\n');
}
