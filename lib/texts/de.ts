import { answers } from './de/answers.ts';
import { cards } from './de/cards.ts';
import { help } from './de/help.ts';
import { mail } from './de/mail.ts';
import { servers } from './de/servers.ts';
import type { TextKey } from './en.ts';

/** Everything the product says to people, in German. */
export const de: Readonly<Record<TextKey, string>> = { ...answers, ...cards, ...help, ...mail, ...servers };
