import type { CardFace } from '../../../../schemas/delivery.ts';
import { say } from '../../../domain/say.ts';
import { cardFields, cardName, stateTexts } from '../../card-fields.ts';
import type { Showing } from '../../channel.ts';
import { cut } from '../../cut.ts';
import { tellAll } from '../../happening.ts';
import { safeLink } from '../../safe-link.ts';
import type { Speaker } from '../../speaker.ts';
import type { Block } from './block.ts';

/** Why this mail is written: the card was opened by a mail, somebody follows it from now on, or something happened. */
export type Occasion = 'opened' | 'followed' | 'news';

/** What a mail about a card is made with. */
export interface CardMailParts {
  readonly speaker: Speaker;
  readonly occasion: Occasion;
  /** The address it goes to. */
  readonly address: string;
  /** Where its reader stops these mails. */
  readonly stop: string;
  /** Characters of news. */
  readonly limit: number;
}

const openings = { opened: 'mail-opened', followed: 'mail-followed' } as const;
const FIELD = 500;

/**
 * What a mail about a card says: the news first, then the card as it stands, then what an answer does. Its reader has no login on the board, so
 * the link there is small print.
 */
export function cardMail({ face, news, undone }: Showing, parts: CardMailParts): readonly Block[] {
  const { speaker, occasion, address, stop, limit } = parts;
  const told = news.length === 0 ? [] : [text(tellAll(news, face, speaker, { limit }))];
  const opening = occasion === 'news' ? [] : [text(speaker.say(say(openings[occasion])))];
  const state = face.state === 'open' ? [] : [text(speaker.say(say(stateTexts[face.state])))];
  const next = occasion === 'news' ? 'mail-answer' : 'mail-next';
  const fields = cardFields(face, speaker).map(({ title, value }) => ({ title, value: cut(value, FIELD) }));
  return [
    ...opening,
    ...(occasion === 'news' ? told : []),
    { kind: 'card', title: cut(speaker.escape(cardName(face)), FIELD), fields },
    ...state,
    ...(occasion === 'news' ? [] : told),
    ...(undone === undefined ? [] : [text(speaker.say(say('mail-undone', { lines: undone })))]),
    ...(face.state === 'deleted' ? [] : [text(speaker.say(say(next)))]),
    { kind: 'small', text: speaker.say(say('mail-why', { address, url: stop })) },
    ...boardLink(face, speaker),
  ];
}

function boardLink({ url, state }: CardFace, speaker: Speaker): readonly Block[] {
  if (state === 'deleted' || safeLink(url) === '') return [];
  return [{ kind: 'small', text: speaker.say(say('mail-board', { url })) }];
}

function text(marked: string): Block {
  return { kind: 'text', text: marked };
}
