import { answers } from './en/answers.ts';
import { cards } from './en/cards.ts';
import { help } from './en/help.ts';
import { mail } from './en/mail.ts';
import { servers } from './en/servers.ts';

/**
 * Everything the product says to people, in English. A new language is a folder like `en/` and a file like `de.ts`, listed in `texts.ts`.
 * `{name}` is filled in and escaped by the channel; `**bold**`, `code` in backquotes, a block of lines between ``` and
 * `[text]({url})` are the only marks. A value called `url` is a link and goes in as it is. See `format.ts`.
 */
export const en = { ...answers, ...cards, ...help, ...mail, ...servers } as const;

/** Every text as it is written in English: the compiler reads the placeholders from it. */
export type Texts = typeof en;
/** The name of a text. */
export type TextKey = keyof Texts;
