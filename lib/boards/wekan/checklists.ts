import type { CardStep } from '../../domain/card-details.ts';
import { CardwireError, later } from '../../domain/errors.ts';
import { texts } from '../../texts/texts.ts';
import { isOnList, itemNamed } from '../item-named.ts';
import { path } from './client.ts';
import { checklistDoc, checklistsAnswer, itemDoc, made, readAs } from './documents.ts';
import { type CardRead, readPresent } from './read-card.ts';
import { cardPartPath, type Wekan } from './wekan.ts';

interface Item {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly done: boolean;
}

interface Checklist {
  readonly path: string;
  readonly items: readonly Item[];
}

/** Ticks an item of the card's checklists, or takes the tick away, and reads it back. `step` is its whole title. */
export async function tickItem(
  wekan: Wekan,
  id: string,
  name: string,
  done: boolean,
): Promise<CardRead & { readonly step: string }> {
  const read = await readPresent(wekan, id);
  const items = (await readChecklists(wekan, id)).flatMap((checklist) => checklist.items);
  const item = itemNamed(items, name);
  await wekan.client.put(item.path, { isFinished: done });
  const after = readAs(itemDoc, await wekan.client.get(item.path), 'item');
  if (after.isFinished !== done) throw new CardwireError('wekan-tick-did-not-take', later);
  return { ...read, step: item.title };
}

/** Adds an item to the card's first checklist, or to a new one where it has none. An open one of that title is left as it is. */
export async function addItem(wekan: Wekan, id: string, title: string): Promise<CardRead> {
  const read = await readPresent(wekan, id);
  const checklists = await readChecklists(wekan, id);
  const all = checklists.flatMap(({ items }) => items);
  if (isOnList(all, title)) return read;
  await (checklists[0] ? addTo(wekan, checklists[0], title) : addChecklist(wekan, id, title));
  return read;
}

/** The items of all of a card's checklists. Nothing is told when one is renamed (A1.8). */
export async function listSteps(wekan: Wekan, id: string): Promise<readonly CardStep[]> {
  const items = (await readChecklists(wekan, id)).flatMap((checklist) => checklist.items);
  return items.map(({ id: step, title, done }) => ({ id: step, name: title, done, state: '' }));
}

async function addTo(wekan: Wekan, { path: list, items }: Checklist, title: string): Promise<void> {
  readAs(made, await wekan.client.post(`${list}/items`, { title, sort: items.length }), 'item');
}

async function addChecklist(wekan: Wekan, id: string, item: string): Promise<void> {
  const title = texts[wekan.language]['checklist-title'];
  readAs(
    made,
    await wekan.client.post(cardPartPath(wekan, id, 'checklists'), { title, items: [item] }),
    'checklist',
  );
}

async function readChecklists(wekan: Wekan, id: string): Promise<readonly Checklist[]> {
  const base = cardPartPath(wekan, id, 'checklists');
  const found = readAs(checklistsAnswer, await wekan.client.get(base), 'checklists');
  const checklists: Checklist[] = [];
  for (const { _id } of found) {
    const list = `${base}${path`/${_id}`}`;
    const { items } = readAs(checklistDoc, await wekan.client.get(list), 'checklist');
    checklists.push({
      path: list,
      items: items.map((item) => ({
        id: item._id,
        path: `${list}${path`/items/${item._id}`}`,
        title: item.title,
        done: item.isFinished,
      })),
    });
  }
  return checklists;
}
