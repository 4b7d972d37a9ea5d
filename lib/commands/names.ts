import { isQuoted, splitWords, unquote } from './split.ts';

const meWords = new Set(['me', 'myself', 'mich', 'mir', 'ich']);
const everyone = new Set(['all', 'channel', 'here']);

/** `@tom` as the person's name; undefined for other words, mail addresses and mentions of everyone in a room. */
export function readMention(word: string): string | undefined {
  const quoted = word.startsWith('@') && isQuoted(word.slice(1));
  // Mattermost's own reading of a mention trims the same signs from its end.
  const name = quoted ? unquote(word.slice(1)) : /^@([\p{L}\p{M}\p{N}._-]+)[,;:!?]*$/u.exec(word)?.[1];
  const plain = quoted ? name : name?.replace(/[._-]+$/, '');
  return plain && /[\p{L}\p{N}]/u.test(plain) && !everyone.has(plain.toLowerCase())
    ? readPerson(plain)
    : undefined;
}

/** `#urgent` as the label's name; undefined for other words, card numbers (`#42`) and signs alone. */
export function readLabel(word: string): string | undefined {
  if (word.startsWith('#') && isQuoted(word.slice(1))) return unquote(word.slice(1)) || undefined;
  const name = /^#((?:[\p{L}\p{Extended_Pictographic}_]|\p{N}+\p{L})[^\s#@"()]*)$/u.exec(word)?.[1];
  return name?.replace(/[.,;:!?]+$/, '') || undefined;
}

/** Names of people after a verb: `me @tom`, `"Anna Berg", tom`. Plain words that no comma parts are one name. */
export function readPeople(text: string): readonly string[] {
  return readNames(text, '@').map(readPerson);
}

/** Names of labels after a verb, as people are named. */
export function readLabels(text: string): readonly string[] {
  return readNames(text, '#');
}

function readPerson(name: string): string {
  return isMe(name) ? 'me' : name;
}

/** Whether a name stands for the person who wrote it. */
export function isMe(name: string): boolean {
  return meWords.has(name.toLowerCase());
}

const joiner = /^(and|und|&|\+)?$/i;

function readNames(text: string, sign: '@' | '#'): readonly string[] {
  const names: string[] = [];
  let run: string[] = [];
  const endRun = () => {
    names.push(run.join(' '));
    run = [];
  };
  for (const word of splitWords(text)) {
    const bare = word.replace(/[,;]+$/, '');
    const isAsker = sign === '@' && isMe(bare);
    const standsAlone = isAsker || bare.startsWith(sign) || isQuoted(bare);
    if (standsAlone || joiner.test(bare)) endRun();
    if (!joiner.test(bare))
      run.push(standsAlone ? unquote(bare.startsWith(sign) ? bare.slice(1) : bare) : bare);
    if (standsAlone || bare !== word) endRun();
  }
  endRun();
  return [...new Set(names)].filter((name) => name !== '');
}
