import type { Card, CardAction, CardId, Marker } from '../../domain/card.ts';
import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { Applied } from '../board.ts';
import { applyEdit } from './apply-edit.ts';
import { setArchived } from './archive.ts';
import { attachFile, hasFile } from './attachments.ts';
import { addItem, tickItem } from './checklists.ts';
import { addComment, hasComment } from './comments.ts';
import { editOf } from './edit.ts';
import { type CardRead, readDoc, toCard } from './read-card.ts';
import type { Wekan } from './wekan.ts';

/** Does an action and reads the card back. */
export async function apply(wekan: Wekan, id: CardId, action: CardAction, marker: Marker): Promise<Applied> {
  const { step, ...read } = await perform(wekan, id, action, marker);
  return { ...(await toCard(wekan, read)), ...(step === undefined ? {} : { step }) };
}

/** A comment and a file show when they are put on twice. */
export async function findApplied(
  wekan: Wekan,
  id: CardId,
  action: CardAction,
  marker: Marker,
): Promise<Card | undefined> {
  if (action.type !== 'comment' && action.type !== 'attach') return undefined;
  const read = await readDoc(wekan, id);
  if (!read) return undefined;
  const done = action.type === 'comment' ? hasComment(wekan, id, marker) : hasFile(wekan, read, action);
  return (await done) ? toCard(wekan, read) : undefined;
}

async function perform(
  wekan: Wekan,
  id: CardId,
  action: CardAction,
  marker: Marker,
): Promise<CardRead & Pick<Applied, 'step'>> {
  switch (action.type) {
    case 'comment':
      return addComment(wekan, id, action.text, marker);
    case 'check':
      return tickItem(wekan, id, action.item, action.done);
    case 'add-step':
      return addItem(wekan, id, action.item);
    case 'attach':
      return attachFile(wekan, id, action);
    case 'archive':
      return setArchived(wekan, id, true);
    case 'restore':
      return setArchived(wekan, id, false);
    case 'move': {
      // Asked fresh: older servers move a card blindly into a column that is gone, where nobody would ever see it.
      const columns = await wekan.directory.columns.reload();
      if (!columns.some((column) => column.id === action.column)) throw refuse(say('board-column-gone'));
      return applyEdit(wekan, id, editOf(action));
    }
    default:
      return applyEdit(wekan, id, editOf(action));
  }
}
