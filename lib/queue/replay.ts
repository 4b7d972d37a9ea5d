import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { stableId } from '../domain/ids.ts';
import type { Dead, Graveyard } from '../store/dead.ts';
import type { Receipts } from '../store/receipts.ts';
import type { SqsSender } from './enqueue.ts';
import { messageBody } from './message-body.ts';

/** What bringing dead messages back works with. */
export interface ReplayParts {
  readonly graveyard: Pick<Graveyard, 'claim' | 'raised'>;
  readonly receipts: Pick<Receipts, 'forgive'>;
  readonly sqs: SqsSender;
  /** The address of the queue that a message came from, by its name. */
  readonly queueUrl: (name: string) => Promise<string>;
  /** Decrypts a body; undefined when no key fits. */
  readonly open: (dead: Dead) => string | undefined;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/** How one of them fared: `taken` when another run has it in hand, or one before it in its group. */
export type Fate = 'raised' | 'taken' | 'unreadable';

/**
 * Puts dead messages back into their queues, one after the other, at most so many a second. A message keeps its group, so that what is about
 * one card stays in order, and gets a deduplication id of its own. Each is claimed first: a run that dies can be repeated.
 * @param dead in the order in which they were accepted.
 * @param told hears of each as it is done.
 */
export async function replay(
  parts: ReplayParts,
  dead: readonly Dead[],
  rate: number,
  told: (each: Dead, fate: Fate) => void,
): Promise<void> {
  const held = new Set<string>();
  for (const each of dead) {
    const group = `${each.queue} ${each.group}`;
    const fate = held.has(group) ? 'taken' : await raise(parts, each);
    if (fate === 'taken') held.add(group);
    told(each, fate);
    if (fate === 'raised') await parts.pause(1000 / rate);
  }
}

async function raise(parts: ReplayParts, dead: Dead): Promise<Fate> {
  const { graveyard, receipts, sqs } = parts;
  const text = parts.open(dead);
  if (text === undefined) return 'unreadable';
  if (!(await graveyard.claim(dead))) return 'taken';
  const event = commandIn(text);
  // However often its runs have died: what killed them is said to be put right.
  if (event !== undefined) await receipts.forgive(dead.team, event);
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: await parts.queueUrl(dead.queue),
      MessageBody: replayed(text),
      ...inOrder(dead),
    }),
  );
  await graveyard.raised(dead);
  return 'raised';
}

/** Failed mail lies on a standard queue, which knows no order. */
function inOrder({ queue, group, id }: Dead) {
  if (!queue.endsWith('.fifo')) return {};
  // Not the one it came with, and the same one when a run that died after sending is repeated.
  return { MessageGroupId: group, MessageDeduplicationId: stableId('replay', queue, id) };
}

/** Says of an event or delivery that it comes late; what is no JSON goes back as it was. */
function replayed(text: string): string {
  const body = read(text);
  return body ? messageBody({ ...body, replayed: true }) : text;
}

function commandIn(text: string): string | undefined {
  const body = read(text);
  return body?.kind === 'command' && typeof body.id === 'string' ? body.id : undefined;
}

function read(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}
