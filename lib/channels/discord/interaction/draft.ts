import type { CommandInput } from '../../../../schemas/asked.ts';
import type { DiscordMessage } from '../../../../schemas/discord.ts';
import { cut } from '../../cut.ts';
import type { FormValues } from './form.ts';
import { nameOf } from './place.ts';

type Draft = Extract<CommandInput, { readonly by: 'draft' }>;

/** Characters of a title: what the form takes in one line. */
const titleLimit = 150;

/** What a message says, to become a card: its text, else what it forwards, else what its embeds say. */
export function draftOf(message: DiscordMessage, link: string): Draft {
  const { author } = message;
  return { by: 'draft', text: textOf(message), author: nameOf(author), link };
}

/** Where a message stands; `server` is undefined outside of servers. */
export function messageLink(server: string | undefined, channel: string, message: string): string {
  return `https://discord.com/channels/${server ?? '@me'}/${channel}/${message}`;
}

function textOf({ content, embeds, message_snapshots }: DiscordMessage): string {
  const forwarded = message_snapshots.flatMap(({ message }) => [message.content, embedText(message.embeds)]);
  const texts = [content, ...forwarded, embedText(embeds)].map((text) => text.trim());
  return texts.find((text) => text !== '') ?? '';
}

function embedText(embeds: DiscordMessage['embeds']): string {
  const texts = embeds.flatMap(({ title, description }) => [title ?? '', description ?? '']);
  return texts.filter((text) => text !== '').join('\n');
}

/** A message's first line as the title, the rest as the description; a first line that is too long is cut and stands in both. */
export function valuesOf(text: string): FormValues {
  const [first = '', ...rest] = text.split('\n');
  const title = cut(first.trim(), titleLimit);
  const description = title === first.trim() ? rest.join('\n').trim() : text;
  return { title, description };
}
