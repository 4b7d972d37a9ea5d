import { isRefusal } from '../../domain/errors.ts';
import { type Say, say } from '../../domain/say.ts';
import type { Asking, BoardInHand, VerbOf } from '../asking.ts';
import { withMailText } from '../mail/text.ts';
import { joined, onBoard } from '../team-text.ts';
import { columnNamed, labelNamed, memberNamed } from './names.ts';

type Wanted = Parameters<VerbOf<'create'>>[1];

/** A card as the board can have it, and what of it stays in the description: one line each, empty for a card that came by no mail. */
export interface Fitted {
  readonly wanted: Wanted;
  readonly unread: readonly Say[];
}

/** Takes from a card that came by mail what the board does not have, and writes it below the text. Any other card is as it was asked for. */
export async function fitToBoard(asking: Asking, inHand: BoardInHand, wanted: Wanted): Promise<Fitted> {
  const { lenient, column, labels, assignees } = wanted;
  if (!lenient) return { wanted, unread: [] };
  const { board } = inHand;
  const unread: Say[] = [];
  const known = async (
    names: readonly string[],
    look: (name: string) => Promise<unknown>,
    line: (value: string) => Say,
  ) => {
    const found: string[] = [];
    for (const name of names) {
      if (await isThere(() => look(name))) found.push(name);
      else unread.push(line(name));
    }
    return found;
  };
  const label = (name: string) => labelNamed(board, name);
  const people = await known(
    assignees,
    (name) => memberNamed(asking, inHand, name),
    (value) => say('unread-person', { value }),
  );
  const columns = await known(
    column === undefined ? [] : [column],
    (name) => columnNamed(board, name),
    (value) => say('unread-column', { value }),
  );
  const marks = await known(labels, label, (value) => say('unread-label', { value }));
  // No board has priorities, but many a label that says so.
  const priority = await known(lenient.priority ? [lenient.priority] : [], label, (value) =>
    say('unread-priority', { value }),
  );
  if (lenient.due !== undefined) unread.push(say('unread-due', { value: lenient.due }));
  const { column: _, lenient: __, ...rest } = wanted;
  return {
    wanted: {
      ...rest,
      description: joined([
        withMailText(asking, wanted.description),
        unread.map((line) => onBoard(asking.team, line)).join('\n'),
      ]),
      assignees: people,
      labels: [...marks, ...priority],
      ...(columns[0] === undefined ? {} : { column: columns[0] }),
    },
    unread,
  };
}

async function isThere(look: () => Promise<unknown>): Promise<boolean> {
  try {
    await look();
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
