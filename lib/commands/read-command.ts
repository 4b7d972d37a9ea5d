import type { CardRef, Command } from '../domain/command.ts';
import { pathBelow } from '../domain/url.ts';
import { readCardCommand } from './card-commands.ts';
import { readCardRef } from './card-ref.ts';
import { readCreate } from './create.ts';
import { verbInGerman } from './german-verbs.ts';
import { nearest } from './nearest.ts';
import { readBoard, readBoards, readHelp, readLink, readList, readSearch } from './plain-commands.ts';
import { type Circumstances, misread, type Reading } from './reading.ts';
import { splitFirstWord } from './split.ts';
import { type CardVerb, cardVerbs, isCardVerb, isPlainVerb, type PlainVerb, verbWords } from './verbs.ts';

/**
 * Understands what a person typed after the command word. A text that begins with no verb opens a card; one that begins like a
 * verb but does not go on like one is refused with both ways on, never guessed at.
 * @throws CardwireError a refusal with the person's own text in it.
 */
export function readCommand(text: string, circumstances: Circumstances): Command {
  const reading: Reading = { ...circumstances, text: text.trim() };
  if (reading.text === '') return { verb: 'form' };
  const { word, rest } = splitFirstWord(reading.text);
  const verb = word.toLowerCase();
  if (isCardVerb(verb)) return readAfterCardVerb(verb, word, rest, reading);
  if (isPlainVerb(verb)) return readAfterPlainVerb(verb, word, rest, reading);
  if (/^(hilfe|\?|-h|--help)$/.test(verb) && rest === '') return { verb: 'help' };
  const lone = readCardRef(reading.text, reading.boards);
  if (lone?.rest === '' && isCertain(lone.card, word, reading)) return { verb: 'show', card: lone.card };
  suggestVerb(word, rest, reading);
  return readCreate(reading.text, reading);
}

/** Alone, `42` and a link to elsewhere are titles; `#42`, `OPS-42` and a link to a page of one of the team's boards are not. */
function isCertain(card: CardRef, word: string, { boardUrls }: Reading): boolean {
  if (card.by === 'link') return boardUrls.some((url) => (pathBelow(url, card.link) ?? '/') !== '/');
  return word.startsWith('#') || (card.by === 'number' && card.board !== undefined);
}

function readAfterCardVerb(verb: CardVerb, word: string, rest: string, reading: Reading): Command {
  const found = readCardRef(rest, reading.boards);
  if (!found) throw misread(reading, 'verb-or-title', { verb, usage: cardVerbs[verb].usage });
  // "Rename 3 files" is a sentence: a capital and a number without its sign are not taken for card 3.
  if (isCapital(word) && /^\d/.test(rest) && found.rest !== '') {
    throw misread(reading, 'verb-or-title', { verb, usage: cardVerbs[verb].usage });
  }
  return readCardCommand(verb, found.card, found.rest, reading);
}

function readAfterPlainVerb(verb: PlainVerb, word: string, rest: string, reading: Reading): Command {
  if (verb === 'list') return readList(rest, reading);
  if (verb === 'search') return readSearch(rest, reading);
  if (verb === 'help') return readHelp(rest, reading);
  if (verb === 'boards') return readBoards(rest, reading);
  if (verb === 'board') return readBoard(rest, reading);
  if (verb === 'link') return readLink(rest, reading);
  // "Create a landing page", "New tires": with a capital it is the title's own word.
  if (isCapital(word) && rest !== '') return readCreate(reading.text, reading);
  return rest === '' ? { verb: 'form' } : readCreate(rest, reading);
}

/** Refuses a word that is nearly a verb, or German for one, where a verb is likely: before a card, or alone. */
function suggestVerb(word: string, rest: string, reading: Reading): void {
  const isBeforeCard = beginsWithCard(rest, reading);
  if (word.length < 3 || (!isBeforeCard && rest !== '')) return;
  // Alone, a German word is a title.
  const meant = (isBeforeCard && verbInGerman(word)) || nearest(word, verbWords, rest === '' ? 1 : 2);
  if (meant) {
    const usage = isCardVerb(meant) ? cardVerbs[meant].usage : meant;
    const instead = rest === '' ? usage : `${meant} ${rest}`;
    throw misread(reading, 'verb-mistyped', { verb: word, meant, instead });
  }
}

/** A bare number is more likely an amount; with a team of several boards, cards are `OPS-42`. */
function beginsWithCard(text: string, { boards }: Reading): boolean {
  if (/^(#\d|<?https?:\/\/)/i.test(text)) return true;
  const card = readCardRef(text, boards)?.card;
  return card?.by === 'number' && card.board !== undefined;
}

function isCapital(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}
