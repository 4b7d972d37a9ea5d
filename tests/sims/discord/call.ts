import * as z from 'zod/mini';
import { errorTree } from '../../channels/discord/limits.ts';
import { ApiError, invalidForm, missingAccess, missingPermission, unknown } from './failure.ts';
import type { GivenFile } from './files.ts';
import type { SimChannel, SimGuild, SimMessage } from './model.ts';
import { bit, can } from './permissions.ts';
import type { World } from './world.ts';

/** One call to the API, read. Its caller is the bot, but for the routes of interactions, which need none. */
export class Call {
  readonly world: World;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly GivenFile[];

  constructor(world: World, query: URLSearchParams, body: unknown, files: readonly GivenFile[]) {
    this.world = world;
    this.query = query;
    this.body = body;
    this.files = files;
  }

  get bot(): string {
    return this.world.application.bot;
  }

  /** The body, when it keeps to the documented limits: 50035 otherwise. */
  parse<Schema extends z.core.$ZodType>(schema: Schema): z.core.output<Schema> {
    return checked(schema, this.body);
  }

  /** A guild the bot is in. Its staff in discord-api-docs#5840: any other is unknown, so that nobody learns which there are. */
  guild(id: string): SimGuild {
    const guild = this.world.guilds.get(id);
    if (!guild?.members.has(this.bot)) throw unknown.guild();
    return guild;
  }

  /** A channel the bot can see. Contract A2.4: 10003 for none, 50001 for one it cannot see, or after it was kicked. */
  channel(id: string): SimChannel {
    const channel = this.world.channels.get(id);
    // A thread goes with its channel.
    const isGone = channel?.deleted || this.world.channels.get(channel?.parent ?? '')?.deleted;
    if (!channel || isGone) throw unknown.channel();
    if (!can(this.world, channel, this.bot, bit.VIEW_CHANNEL)) throw missingAccess();
    return channel;
  }

  /** Refuses when the bot lacks a permission in a channel it can see. */
  need(channel: SimChannel, wanted: bigint): void {
    if (!can(this.world, channel, this.bot, wanted)) throw missingPermission();
  }

  /** A living message; ephemeral ones are not found by the bot's token (contract A1.5). */
  message(channel: SimChannel, id: string): SimMessage {
    const message = this.world.messages.get(id);
    if (message?.channel !== channel.id || message.deleted || message.only) throw unknown.message();
    return message;
  }
}

/** What a route gives back; 200 when no status is said, no body for 204. */
export interface Result {
  readonly status?: number;
  readonly json?: unknown;
}

export type Route = (call: Call, ...parts: string[]) => Result | Promise<Result>;
export type Routes = Readonly<Record<string, Route>>;

/** A body that keeps to the limits. @throws ApiError 50035 with what is wrong. */
export function checked<Schema extends z.core.$ZodType>(
  schema: Schema,
  body: unknown,
): z.core.output<Schema> {
  const read = z.safeParse(schema, body);
  if (read.success) return read.data;
  throw invalidForm(errorTree(read.error.issues));
}

/** A path part that has to be an id. */
export function refuseNoSnowflake(parts: readonly string[]): void {
  const wrong = parts.find((part) => !/^\d{1,20}$/.test(part));
  if (wrong === undefined) return;
  const errors = [{ code: 'NUMBER_TYPE_COERCE', message: `Value "${wrong}" is not snowflake.` }];
  throw new ApiError(400, 50035, 'Invalid Form Body', { id: { _errors: errors } });
}
