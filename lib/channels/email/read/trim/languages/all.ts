import { greek, hungarian, turkish } from './aegean-danube.ts';
import { estonian, latvian, lithuanian } from './baltic.ts';
import { dutch } from './dutch.ts';
import { chinese, japanese, korean } from './east-asian.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { portuguese, spanish } from './iberian.ts';
import type { Language } from './language.ts';
import { danish, finnish, icelandic, norwegian, swedish } from './nordic.ts';
import { catalan, french, italian, romanian } from './romance.ts';
import { arabic, hebrew, persian } from './semitic.ts';
import { bulgarian, russian, ukrainian } from './slavic-east.ts';
import { croatian, serbian, slovenian } from './slavic-south.ts';
import { czech, polish, slovak } from './slavic-west.ts';
import { hindi, indonesian, thai, vietnamese } from './south-asian.ts';

/** Every language whose mail clients are known here. */
export const languages: readonly Language[] = [
  ...[english, german, dutch, swedish, danish, norwegian, finnish, icelandic],
  ...[french, italian, spanish, portuguese, romanian, catalan],
  ...[polish, czech, slovak, croatian, slovenian, serbian, russian, ukrainian, bulgarian],
  ...[estonian, latvian, lithuanian, greek, turkish, hungarian],
  ...[hebrew, arabic, persian, chinese, japanese, korean, vietnamese, indonesian, thai, hindi],
];
