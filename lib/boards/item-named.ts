import { refuse } from '../domain/errors.ts';
import { say } from '../domain/say.ts';

/**
 * The step of a card's checklists that a person means: the one with this title, else the only one that begins with it, else the only one that
 * contains it. Refused with what there is.
 */
export function itemNamed<Item extends { readonly title: string }>(
  items: readonly Item[],
  name: string,
): Item {
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
