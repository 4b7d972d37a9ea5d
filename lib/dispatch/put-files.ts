import type { EventFile } from '../../schemas/asked.ts';
import type { Board } from '../boards/board.ts';
import type { Channel } from '../channels/channel.ts';
import type { CardFile, CardId, Marker } from '../domain/card.ts';
import { isRefusal } from '../domain/errors.ts';
import { NotYet } from '../queue/waiting.ts';

/** What is taken with one command. `bytes` of one file: written as base64 it must fit into one call. */
export const mostFiles = { count: 10, bytes: 10 * 1024 * 1024 } as const;

/** One run fetches and sends files for so long; the next one goes on. A run has a minute, and every call may take eight seconds. Milliseconds. */
const BUDGET_MS = 20_000;

/** Why a file is not on the card. */
export type WhyLeft = 'gone' | 'too-large' | 'too-many' | 'refused' | 'board-cannot';

/** What became of the files, by their names. */
export interface Put {
  readonly attached: readonly string[];
  readonly left: Readonly<Partial<Record<WhyLeft, readonly string[]>>>;
}

/** Where files come from and where they go. */
export interface Putting {
  readonly channel: Pick<Channel, 'file'>;
  readonly board: Pick<Board, 'can' | 'apply' | 'findApplied'>;
  readonly card: CardId;
  /** What the file with this index carries. */
  readonly marker: (index: number) => Marker;
  /** An earlier try may have put some of them there. */
  readonly again: boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Puts files on a card, each once. One that cannot be taken keeps no other from it.
 * @throws CardwireError what is worth another try, and `NotYet` when there are more than one run has time for.
 */
export async function putFiles(putting: Putting, files: readonly EventFile[]): Promise<Put> {
  const began = putting.now();
  const attached: string[] = [];
  const left: Partial<Record<WhyLeft, string[]>> = {};
  for (const [index, file] of namedApart(files).entries()) {
    if (putting.now() - began > BUDGET_MS) throw new NotYet(1000);
    const { name } = file;
    const why = left['board-cannot'] ? 'board-cannot' : await put(putting, file, index);
    if (why === undefined) attached.push(name);
    else left[why] = [...(left[why] ?? []), name];
  }
  return { attached, left };
}

/** Why the file could not be put there; undefined when it is there. */
async function put(putting: Putting, file: EventFile, index: number): Promise<WhyLeft | undefined> {
  const { channel, board, card, again } = putting;
  if (!board.can.actions.includes('attach')) return 'board-cannot';
  if (index >= mostFiles.count) return 'too-many';
  if (file.size > mostFiles.bytes) return 'too-large';
  const bytes = await fetched(channel, file);
  if (!bytes) return 'gone';
  const action: CardFile = { type: 'attach', name: file.name, mediaType: file.mediaType, bytes };
  const marker = putting.marker(index);
  try {
    const there = again && (await board.findApplied(card, action, marker));
    if (!there) await board.apply(card, action, marker);
    return undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.say?.key === 'board-cannot' ? 'board-cannot' : 'refused';
  }
}

async function fetched(channel: Putting['channel'], file: EventFile): Promise<Uint8Array | undefined> {
  try {
    return await channel.file(file.from, mostFiles.bytes);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** The files by names of which no two are alike: a board that keeps no marker with a file knows by its name what a run that died has put there. */
function namedApart(files: readonly EventFile[]): readonly EventFile[] {
  const names = new Set<string>();
  return files.map((file) => {
    const plain = nameOf(file);
    let name = plain;
    for (let at = 2; names.has(name); at++) name = plain.replace(/(?<!^)(\.[^.]*)?$/, ` ${at}$1`);
    names.add(name);
    return { ...file, name };
  });
}

/** What boards take as a name: no path, nothing that cannot be seen, no more than file systems keep. */
function nameOf({ name }: EventFile): string {
  const plain = name
    // Looked for from the beginning alone: from each character it took a minute for a name as long as a message may be.
    .replace(/^.*[\\/]/s, '')
    .replace(/\p{C}/gu, '')
    .trim();
  return [...plain].slice(-120).join('') || 'file';
}
