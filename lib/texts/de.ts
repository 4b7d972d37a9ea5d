import type { TextKey } from './en.ts';

/** Everything the product says to people, in German. */
export const de: Readonly<Record<TextKey, string>> = {
  'not-found': 'Ich finde {card} nicht. Die Karte ist gelöscht, oder sie gehört dir nicht.',
};
