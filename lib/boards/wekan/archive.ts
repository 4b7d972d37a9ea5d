import { CardwireError, later } from '../../domain/errors.ts';
import { type CardRead, readPresent } from './read-card.ts';
import { cardPath, type Wekan } from './wekan.ts';

/** Archives or restores a card (A2.5, v7.93 and later) and reads it back. */
export async function setArchived(wekan: Wekan, id: string, archived: boolean): Promise<CardRead> {
  const before = await readPresent(wekan, id);
  if (before.doc.archived === archived) return before;
  const route = `${cardPath(wekan, before.doc.listId, id)}/${archived ? 'archive' : 'unarchive'}`;
  await wekan.client.post(route, {});
  const after = await readPresent(wekan, id);
  if (after.doc.archived !== archived) throw new CardwireError('wekan-archive-did-not-take', later);
  return after;
}
