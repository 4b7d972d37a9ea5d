import type { CardFace, Happening } from '../../schemas/delivery.ts';
import type { Held } from './held.ts';
import { isNamed, type KnownPerson } from './people.ts';
import type { Item, Key, Update } from './table.ts';
import type { Telling } from './thread-record.ts';

const faces = ['shown', 'next', 'noted'] as const;
const lists = ['pending', 'telling'] as const;

/**
 * A person's words and name in what a conversation of others has been shown of a card, or is about to be: the last thing told there, what is
 * gathered, who opened the card. Undefined where there is none.
 */
export function changesOfThread(known: KnownPerson, key: Key, item: Item): Held | undefined {
  const isTheirs = (name: string | undefined) => isNamed(known, name, key.pk);
  const last = item.last as Happening | undefined;
  const isLast = isTheirs(last?.who);
  const owned = faces.filter((name) => isTheirs((item[name] as CardFace | undefined)?.owner));
  const said = lists.filter((name) => tellings(item, name).some((each) => isTheirs(each.happening.who)));
  if (!isLast && owned.length === 0 && said.length === 0) return undefined;
  const theirs = said.flatMap((name) => tellings(item, name).filter((each) => isTheirs(each.happening.who)));
  return {
    key,
    holds: {
      ...(isLast && { last }),
      ...(owned.length > 0 && { shownAsOwner: owned }),
      ...(theirs.length > 0 && { waiting: theirs.map(({ happening }) => happening) }),
    },
    forget: [
      ...(isLast ? [{ remove: ['last'] }] : []),
      ...owned.map((name) => ({ remove: [`${name}.#owner`], when: `attribute_exists(#${name})` })),
      ...said.map((name) => withoutWords(name, tellings(item, name), isTheirs)),
    ],
  };
}

/** What waits to be told stays, without who did it and what they said; unless more has come meanwhile. */
function withoutWords(
  name: (typeof lists)[number],
  all: readonly Telling[],
  isTheirs: (name: string | undefined) => boolean,
): Update {
  const left = all.map(({ happening: { who, comment, ...happening }, loudness }) =>
    isTheirs(who)
      ? { happening, loudness: 'refresh' }
      : { happening: { ...happening, ...(who && { who }), ...(comment && { comment }) }, loudness },
  );
  return { set: { [name]: ':left' }, when: `size(#${name}) = :size`, values: { left, size: all.length } };
}

function tellings(item: Item, name: (typeof lists)[number]): readonly Telling[] {
  return (item[name] as readonly Telling[] | undefined) ?? [];
}
