import type { CardFace, Happening } from '../../../schemas/delivery.ts';
import type { Applied } from '../../boards/board.ts';
import type { CardAction } from '../../domain/card.ts';
import type { StoryLine } from '../../store/card-record.ts';
import { type Asking, type CardInHand, markerOf, nameOfAsker } from '../asking.ts';
import { inPatience } from '../details/patience.ts';
import { settleOwn } from '../details/settle.ts';
import { faceOf } from '../face.ts';
import { type Tiding, tellFollowers } from '../tell.ts';

/** An action on the board, and how it is told. */
export interface Deed {
  readonly action: CardAction;
  readonly told: Pick<Happening, 'kind' | 'step' | 'subject' | 'comment' | 'from'>;
}

/**
 * Does the deeds in order and tells every follower at once, as the person's doing: the board need not say it (Wekan sends no webhook for
 * REST writes). What a died try may have done already is looked for where doing it twice would show.
 */
export async function act(asking: Asking, inHand: CardInHand, deeds: readonly Deed[]): Promise<Applied> {
  let card: Applied = inHand.card;
  const told: Deed['told'][] = [];
  for (const [index, deed] of deeds.entries()) {
    card = await applyOnce(asking, inHand, deed.action, String(index));
    // People name a step by a part of its name.
    told.push(card.step === undefined ? deed.told : { ...deed.told, subject: card.step });
  }
  const { parts, event } = asking;
  await inPatience(parts, event.at, () => settleOwn(parts, { ...inHand, card }, event.id, told), undefined);
  let { record } = inHand;
  // Who began to follow before the board was changed must hear of it: the story's write tells who follows now.
  for (const { kind } of told)
    record = await asking.parts.store.cards.addToStory(inHand.key, storyLine(asking, kind));
  await tell(asking, { ...inHand, card, record }, told);
  return card;
}

async function applyOnce(asking: Asking, { board, key }: CardInHand, action: CardAction, step: string) {
  const marker = markerOf(asking, step);
  const done = asking.lookSince && (await board.findApplied(key.card, action, marker));
  return done ?? board.apply(key.card, action, marker);
}

/** How something is told. */
interface Manner extends Pick<Tiding, 'undone'> {
  /** Tells apart what one command tells at several moments. */
  readonly part?: string;
  /** How the card is shown, where that is not how it is in hand. */
  readonly face?: CardFace;
}

/** Queues what happened for everyone who hears of the card. */
export async function tell(
  asking: Asking,
  inHand: CardInHand,
  told: readonly Deed['told'][],
  { part = '', face = faceInHand(asking, inHand), undone }: Manner = {},
): Promise<void> {
  const { parts, team, event } = asking;
  const { board, key, record } = inHand;
  await tellFollowers(parts, {
    team,
    key,
    record,
    face,
    columns: await board.columns(),
    happenings: told.map((each, index) => ({
      ...each,
      id: `${event.id}.${part}${index}`,
      who: nameOfAsker(asking),
      at: event.at,
    })),
    by: { conversation: asking.here, person: event.person.id },
    at: event.at,
    ...(undone === undefined ? {} : { undone }),
  });
}

/** How the card is shown as it is in hand. */
export function faceInHand(
  { team }: Asking,
  { connection, card, record }: Pick<CardInHand, 'connection' | 'card' | 'record'>,
): CardFace {
  return faceOf(team, connection, card, record?.owner?.name);
}

/** The line of a card's story that says what this command did. */
export function storyLine({ parts, event }: Asking, kind: Happening['kind']): StoryLine {
  return { at: parts.now(), what: `command-${kind}`, event: event.id, received: event.at };
}
