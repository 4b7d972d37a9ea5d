import { CardwireError, later } from '../../domain/errors.ts';
import { itemNamed } from '../item-named.ts';
import { path } from './client.ts';
import { checklistDoc, checklistsAnswer, itemDoc, readAs } from './documents.ts';
import { type CardRead, readPresent } from './read-card.ts';
import { cardPartPath, type Wekan } from './wekan.ts';

interface Item {
  readonly path: string;
  readonly title: string;
}

/** Ticks an item of the card's checklists, or takes the tick away, and reads it back. */
export async function tickItem(wekan: Wekan, id: string, name: string, done: boolean): Promise<CardRead> {
  const read = await readPresent(wekan, id);
  const item = itemNamed(await readItems(wekan, id), name);
  await wekan.client.put(item.path, { isFinished: done });
  const after = readAs(itemDoc, await wekan.client.get(item.path), 'item');
  if (after.isFinished !== done) throw new CardwireError('wekan-tick-did-not-take', later);
  return read;
}

async function readItems(wekan: Wekan, id: string): Promise<readonly Item[]> {
  const base = cardPartPath(wekan, id, 'checklists');
  const checklists = readAs(checklistsAnswer, await wekan.client.get(base), 'checklists');
  const items: Item[] = [];
  for (const { _id } of checklists) {
    const list = `${base}${path`/${_id}`}`;
    const doc = readAs(checklistDoc, await wekan.client.get(list), 'checklist');
    for (const item of doc.items) {
      items.push({ path: `${list}${path`/items/${item._id}`}`, title: item.title });
    }
  }
  return items;
}
