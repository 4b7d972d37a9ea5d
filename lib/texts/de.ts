import type { TextKey } from './en.ts';

/** Everything the product says to people, in German. */
export const de: Readonly<Record<TextKey, string>> = {
  'address-refused':
    'Diese Adresse liegt in einem privaten Netz, dorthin gehe ich nicht. Ist das so gewollt, setze `private: true` in der Team-Datei und richte das Team neu ein.',
  'not-found': 'Ich finde {card} nicht. Die Karte ist gelöscht, oder sie gehört dir nicht.',
};
