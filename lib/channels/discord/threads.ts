import { cut } from '../cut.ts';
import { channelBody } from './answers.ts';
import { privateThread } from './channel-types.ts';
import type { Client } from './client.ts';
import { unturned } from './escape.ts';
import { codes } from './refusal.ts';

/** How opening a card's thread ended: `gone` when its message is deleted, `refused` where there can be none. */
export type Opened = 'open' | 'gone' | 'refused';

/** Minutes of silence after which a thread leaves people's side bar; what is said later brings it back. A day. */
const restsAfter = 1_440;

/** Opens the thread under a message; its id is the message's (contract A2.2). One that is there already is as good. */
export async function openThread(
  client: Client,
  channel: string,
  message: string,
  name: string,
): Promise<Opened> {
  const path = `/channels/${channel}/messages/${message}/threads`;
  const body = { name: cut(unturned(name).trim() || '–', 100), auto_archive_duration: restsAfter };
  const answer = await client.ask('POST', path, body);
  if (answer.ok || answer.code === codes.threadExists) return 'open';
  if (answer.code === codes.unknownMessage) return 'gone';
  if (answer.code === codes.unknownChannel) throw answer.error;
  // A direct conversation, a voice channel, a permission that is missing, a server with too many threads.
  return 'refused';
}

/** Wakes a thread that was put away; false where only moderators may. */
export async function wakeThread(client: Client, thread: string): Promise<boolean> {
  return (await client.ask('PATCH', `/channels/${thread}`, { archived: false })).ok;
}

/** Whether a thread is for its own people only. */
export async function isPrivate(client: Client, thread: string): Promise<boolean> {
  return (await client.get(`/channels/${thread}`, channelBody)).type === privateThread;
}
