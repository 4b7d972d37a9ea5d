import type { Log } from '../../domain/log.ts';
import type { ThreadState } from '../channel.ts';
import type { Speaker } from '../speaker.ts';
import type { Client } from './client.ts';
import type { Posts } from './posts.ts';
import { codes } from './refusal.ts';

/** What showing works with. */
export interface DeliverParts {
  readonly client: Client;
  readonly posts: Posts;
  readonly speaker: Speaker;
  readonly log: Log;
}

/**
 * Where a card's messages stand. `state.thread` is where its news are said: the message's own id, which is its thread's (opened on first
 * need); the thread of the conversation that the message stands in; or the room itself, where there can be no thread.
 */
export interface Standing {
  readonly state: ThreadState;
  /** Whether the message has a thread under it, where that is known. */
  readonly hasThread?: boolean;
}

/** A message in the room may get a thread of its own; one in a thread stands where its news are said. */
export function stateIn(place: string, room: string, message: string): ThreadState {
  return { message, thread: place === room ? message : place };
}

/** The channel or thread that the living message stands in. */
export function placeOf({ message, thread }: ThreadState, room: string): string {
  return thread === message ? room : thread;
}

const closed = new Set<number>([codes.unknownChannel, codes.archived, codes.locked]);

/** Whether a refusal's code means that nothing can be said in a thread any more: it is deleted, or moderators have closed it. */
export function isClosed(code: number): boolean {
  return closed.has(code);
}
