import type { Language } from '../../../../schemas/team.ts';
import { field, type ParsedMail } from '../read/mail.ts';

/** Short words that every text has, and that the other language has not. */
const words: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the and is are was not you we i it this that with for please have has can of to my your'.split(' '),
  ),
  de: new Set(
    'der die das und ist sind nicht ich wir sie es ein eine mit für bitte haben hat kann von zu auf dem den im'.split(
      ' ',
    ),
  ),
};

/** A text says enough for a guess with so many of them, and twice as many as of the other language's. */
const ENOUGH = 2;

/**
 * The language that a mail's writer writes, by its header or by the words of the text; undefined where neither says. A language that we
 * do not speak says nothing.
 */
export function languageOf(mail: Pick<ParsedMail, 'fields'>, text: string): Language | undefined {
  return (
    byHeader(field(mail, 'content-language')) ?? byWords(text) ?? byHeader(field(mail, 'accept-language'))
  );
}

function byHeader(value = ''): Language | undefined {
  const [, first] = /^\s*(en|de)\b/i.exec(value) ?? [];
  return first === undefined ? undefined : (first.toLowerCase() as Language);
}

function byWords(text: string): Language | undefined {
  const said =
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const count = (language: Language) => said.filter((word) => words[language].has(word)).length;
  const [en, de] = [count('en'), count('de')];
  if (de >= ENOUGH && de >= 2 * en) return 'de';
  return en >= ENOUGH && en >= 2 * de ? 'en' : undefined;
}
