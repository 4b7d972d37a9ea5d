/**
 * Everything the product says to people, in English. A new language is one file like this one, listed in `texts.ts`.
 * `{name}` is filled in and escaped by the channel; `**bold**`, `code` in backquotes, a block of lines between ``` and
 * `[text]({url})` are the only marks. A value called `url` is a link and goes in as it is. See `format.ts`.
 */
export const en = {
  'address-refused':
    'That address is on a private network, and I do not call those. If it is meant, set `private: true` in the team file and set the team up again.',
  'not-found': 'I do not find {card}. It may have been deleted, or it is not one of yours.',
} as const;

export type TextKey = keyof typeof en;
