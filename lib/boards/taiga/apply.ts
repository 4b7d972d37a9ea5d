import type { Card, CardAction, CardId, Marker } from '../../domain/card.ts';
import { refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { Applied } from '../board.ts';
import { applyEdit } from './apply-edit.ts';
import { attachFile, hasFile } from './attachments.ts';
import { addComment, hasComment } from './comments.ts';
import type { StoryRead } from './documents.ts';
import { editOf } from './edit.ts';
import { readStory } from './read-story.ts';
import { toCard } from './story-card.ts';
import type { Taiga } from './taiga.ts';
import { addTask, tickTask } from './tasks.ts';

/** Does an action. The card is what Taiga answered to it. */
export async function apply(taiga: Taiga, id: CardId, action: CardAction, marker: Marker): Promise<Applied> {
  const { step, ...read } = await perform(taiga, id, action, marker);
  return { ...(await toCard(taiga, read)), ...(step === undefined ? {} : { step }) };
}

/** A comment and a file show when they are put on twice. */
export async function findApplied(
  taiga: Taiga,
  id: CardId,
  action: CardAction,
  marker: Marker,
): Promise<Card | undefined> {
  if (action.type !== 'comment' && action.type !== 'attach') return undefined;
  const read = await readStory(taiga, id);
  const has = action.type === 'comment' ? hasComment : hasFile;
  return read && (await has(taiga, id, marker)) ? toCard(taiga, read) : undefined;
}

async function perform(
  taiga: Taiga,
  id: CardId,
  action: CardAction,
  marker: Marker,
): Promise<StoryRead & Pick<Applied, 'step'>> {
  switch (action.type) {
    case 'comment':
      return addComment(taiga, id, action.text, marker);
    case 'check':
      return tickTask(taiga, id, action.item, action.done);
    case 'add-step':
      return addTask(taiga, id, action.item, marker);
    case 'attach':
      return attachFile(taiga, id, action, marker);
    case 'move':
      // A status of another project is one that this project does not know.
      if (!(await taiga.directory.column(action.column))) throw refuse(say('board-column-gone'));
      return applyEdit(taiga, id, editOf(action, await places(taiga)));
    default:
      return applyEdit(taiga, id, editOf(action, await places(taiga)));
  }
}

/** A card comes back to the intake column; when that is gone, to the board's first one. */
async function places({ connection, directory, timezone }: Taiga) {
  const columns = await directory.columns();
  const intake = columns.find(({ id }) => id === connection.intake) ?? columns[0];
  return { archive: connection.archive, intake: intake?.id ?? connection.intake, timezone };
}
