import * as z from 'zod/mini';
import { name, secret, text, url, yesNo } from './values.ts';

/** A channel in a team's file, product by product. */

/** The slash command's word, as people type it after the slash. */
const command = z._default(
  text.check(z.regex(/^[a-z0-9][a-z0-9_-]{0,31}$/, 'up to 32 lower-case letters, digits, - and _')),
  'card',
);

const mattermostChannel = z.strictObject({
  product: z.literal('mattermost'),
  url,
  /** The Mattermost team's name as in its address. */
  workspace: text,
  token: secret,
  command,
  /** The token Mattermost gave a command that was made by hand. */
  commandToken: z.optional(secret),
  private: z._default(yesNo, false),
});

const discordChannel = z.strictObject({
  product: z.literal('discord'),
  /** The bot's token. One application serves one team. */
  token: secret,
  /** The server (Discord's own word: guild) of the team, by name or id. Others join by `/card connect`. */
  server: text,
  command,
  /** Registers the commands on that server alone: changes are there at once, and nowhere else. */
  development: z._default(yesNo, false),
  url: z._default(url, 'https://discord.com/api/v10'),
  private: z._default(yesNo, false),
});

/** The part of a mail address before the `@`. `reply` and `unsubscribe` are our own; the other words kept out mean the same on every domain. */
const localPart = z.string().check(
  z.regex(/^[a-z0-9][a-z0-9._-]{0,39}$/, 'up to 40 lower-case letters, digits, dots, dashes and _'),
  z.refine(
    (part) => !['reply', 'unsubscribe', 'postmaster', 'abuse', 'mailer-daemon'].includes(part),
    'this address has a meaning of its own: choose another one',
  ),
);

const emailChannel = z.strictObject({
  product: z.literal('email'),
  /** The domain that receives, used for nothing else: `in.example.org`. */
  domain: text.check(
    z.regex(/^(?=.{4,190}$)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/, 'write a domain, such as in.example.org'),
  ),
  /** Addresses that open cards: the part before the `@`, and the board it opens them on. */
  addresses: z
    .record(localPart, name)
    .check(z.refine((all) => Object.keys(all).length > 0, 'write at least one address, such as ops: kanban')),
  /** What a mail of somebody unknown, or of whom nothing proves that they wrote it, comes to. */
  strangers: z._default(
    z.enum(['accept', 'confirm', 'refuse'], 'write accept, confirm or refuse'),
    'confirm',
  ),
  /** People in CC become followers, ten at most. */
  followCopied: z._default(yesNo, false),
});

export const channel = z.discriminatedUnion('product', [mattermostChannel, discordChannel, emailChannel], {
  error: ({ code }) =>
    code === 'invalid_union' ? 'the channel products are: mattermost, discord, email' : undefined,
});

export type ChannelSettings = z.infer<typeof channel>;

/** One product's settings. */
export type ChannelSettingsOf<Product extends ChannelSettings['product']> = Extract<
  ChannelSettings,
  { readonly product: Product }
>;
