import type { CardFace } from '../../schemas/delivery.ts';
import { type Say, say } from '../domain/say.ts';
import type { TextKey } from '../texts/en.ts';
import type { Speaker } from './speaker.ts';

/** One thing that a card's living message says of it. */
export interface CardField {
  /** As it stands, without any syntax. */
  readonly title: string;
  /** In the channel's own syntax, made harmless. */
  readonly value: string;
}

/** How a card is called in full: `#42 Fix the pump`. */
export function cardName({ ref, title }: Pick<CardFace, 'ref' | 'title'>): string {
  return ref === undefined ? title : `${ref} ${title}`;
}

/** What there is to say of a card, in the order it is shown; what is empty is left out, and of a deleted card there is nothing. */
export function cardFields(face: CardFace, speaker: Speaker): readonly CardField[] {
  if (face.state === 'deleted') return [];
  const { column, people, due, labels, owner = '' } = face;
  const field = (title: Say, value: string) => ({ title: speaker.plain(title), value });
  return [
    field(say('field-column'), speaker.escape(column)),
    field(say('field-people'), speaker.escape(people.join(', '))),
    field(say('field-due'), due === undefined ? '' : speaker.date(new Date(due))),
    field(say('field-labels'), speaker.escape(labels.join(', '))),
    field(say('field-owner'), speaker.escape(owner)),
  ].filter(({ value }) => value.trim() !== '');
}

/** The sentence for a card that is no longer open. */
export const stateTexts = {
  archived: 'state-archived',
  deleted: 'state-deleted',
} as const satisfies Record<Exclude<CardFace['state'], 'open'>, TextKey>;
