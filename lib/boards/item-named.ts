import { refuse } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
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

/**
 * Whether a step of this title is on the card's checklists already, still open: then it need not be added, and must not be, because two of one
 * name could never be ticked by it. Refused when it stands there ticked.
 */
export function isOnList(
  items: readonly { readonly title: string; readonly done: boolean }[],
  name: string,
): boolean {
  const found = items.filter(({ title }) => fold(title) === fold(name));
  if (found.length > 0 && found.every(({ done }) => done))
    throw refuse(say('board-step-ticked', { item: name }));
  return found.length > 0;
}
