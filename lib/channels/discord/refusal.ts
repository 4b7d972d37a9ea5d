import { CardwireError, later, never } from '../../domain/errors.ts';
import { failure } from '../../http/failure.ts';
import type { HttpResponse } from '../../http/http.ts';
import { banMs, busy, isBan, waitOf } from './rate-limits.ts';

/** Discord's own codes that we act upon (contract A2.4). */
export const codes = {
  unknownChannel: 10_003,
  unknownGuild: 10_004,
  unknownMember: 10_007,
  unknownMessage: 10_008,
  unknownUser: 10_013,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  tooManyFollowUps: 40_094,
  missingAccess: 50_001,
  notInDirect: 50_003,
  notOurMessage: 50_005,
  directClosed: 50_007,
  wrongChannelType: 50_024,
  missingPermission: 50_013,
  deadInteraction: 50_027,
  archived: 50_083,
  noSharedServer: 50_278,
  cannotReply: 160_002,
  threadExists: 160_004,
  locked: 160_005,
  tooManyThreads: 160_006,
} as const;

/** What a code means besides what its status does; a conversation that is forbidden or not found can be paused. */
const named: ReadonlyMap<number, string> = new Map([
  [codes.unknownChannel, 'not-found'],
  [codes.unknownGuild, 'not-found'],
  [codes.missingAccess, 'forbidden'],
  [codes.missingPermission, 'forbidden'],
  [codes.directClosed, 'direct-forbidden'],
  [codes.noSharedServer, 'direct-forbidden'],
  [codes.locked, 'thread-locked'],
  // What people wrote is not wanted on that server: automatic moderation, a filter of links.
  [200_000, 'text-forbidden'],
  [200_001, 'text-forbidden'],
  [240_000, 'text-forbidden'],
]);

/** Refusals that pass by themselves, whatever their status: slow mode and write limits, edits of old messages, Discord's own troubles. */
const passing = new Set([20_016, 20_022, 20_028, 20_029, 30_046, 40_003, 40_062, 110_000, 130_000, 131_000]);

/** What passes by itself takes about so long. Milliseconds. */
const passingMs = 30_000;

/** An answer that is not a success, as our own error: its code begins with `discord-`. */
export function refusalOf(response: HttpResponse, now: number): CardwireError {
  // Contract A2.1: 40333 is said to a caller that looks like no bot, by those who also shut out.
  if (isBan(response) || codeOf(response) === 40_333) {
    return new CardwireError('discord-shut-out', { when: 'later', afterMs: banMs });
  }
  if (response.status === 429) return busy(waitOf(response, now) ?? 0);
  const error = failure('discord', response, now);
  if (error.retry.when === 'later') return error;
  // A token that was reset is put right by people: what is to be said waits for them.
  if (response.status === 401) return new CardwireError(error.code, later);
  if (passing.has(codeOf(response))) return busy(passingMs);
  const name = named.get(codeOf(response));
  return name === undefined ? error : new CardwireError(`discord-${name}`, never);
}

/** Discord's own code of an error; 0 where it gives none. */
export function codeOf({ json }: Pick<HttpResponse, 'json'>): number {
  const isError = typeof json === 'object' && json !== null && 'code' in json;
  return isError && typeof json.code === 'number' ? json.code : 0;
}
