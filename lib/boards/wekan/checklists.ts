import { CardwireError, later, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
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

/** The item a person means: the one with this name, else the only one that begins with it, else the only one that contains it. */
function itemNamed(items: readonly Item[], name: string): Item {
  if (items.length === 0) throw refuse(say('board-no-checklist'));
  const wanted = fold(name);
  const fits: ((title: string) => boolean)[] = [
    (title) => title === wanted,
    (title) => title.startsWith(wanted),
    (title) => title.includes(wanted),
  ];
  for (const isMeant of fits) {
    const found = items.filter(({ title }) => isMeant(fold(title)));
    if (found[0] && found.length === 1) return found[0];
    if (found.length > 1) break;
  }
  const names = items.map(({ title }) => title).slice(0, 10);
  throw refuse(say('board-no-such-item', { item: name, items: names.join(', ') }));
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
