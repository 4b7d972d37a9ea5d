import type { Board } from '../../boards/board.ts';
import { findByName, nearest } from '../../commands/nearest.ts';
import type { BoardMember, Column, Label } from '../../domain/card.ts';
import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { linkedName } from '../../teams/people.ts';
import { type Asking, type BoardInHand, boardNameOf } from '../asking.ts';

/** The column a person means. Refused with the nearest one and all there are. */
export async function columnNamed(board: Board, wanted: string): Promise<Column> {
  const columns = await board.columns();
  const column = columns.find(({ id }) => id === wanted) ?? findByName(wanted, columns);
  if (column) return column;
  const names = columns.map(({ name }) => name);
  const near = nearest(wanted, names);
  const values = { column: wanted, columns: names.join(', ') };
  throw refuse(near === undefined ? say('no-column', values) : say('no-column-near', { ...values, near }));
}

/** The label a person means. Refused with the nearest one and all there are. */
export async function labelNamed(board: Board, wanted: string): Promise<Label> {
  const labels = (await board.labels()).filter(({ name }) => name !== '');
  const label = findByName(wanted, labels);
  if (label) return label;
  const names = labels.map(({ name }) => name);
  const near = nearest(wanted, names);
  const values = { label: wanted, labels: names.join(', ') || '–' };
  throw refuse(near === undefined ? say('no-label', values) : say('no-label-near', { ...values, near }));
}

/** The board's member a person means by a chat name, a board name or `me`. Refused with the nearest one and all there are. */
export async function memberNamed(
  asking: Asking,
  { board, connection }: BoardInHand,
  wanted: string,
): Promise<BoardMember> {
  const members = await board.members();
  const { team, through } = asking;
  const username =
    wanted === 'me'
      ? boardNameOf(asking, connection)
      : (linkedName(team, through.product, wanted, connection.product) ?? wanted);
  const member =
    members.find((each) => each.username.toLowerCase() === username?.toLowerCase()) ??
    (wanted === 'me' ? undefined : findByName(wanted, members));
  if (member) return member;
  if (wanted === 'me') throw refuse(say('not-on-board'));
  const names = members.map((each) => each.username);
  const near = nearest(wanted, names);
  const values = { person: wanted, people: names.join(', ') };
  throw refuse(near === undefined ? say('no-member', values) : say('no-member-near', { ...values, near }));
}
