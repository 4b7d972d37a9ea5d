import type { CommandInput } from '../../../schemas/asked.ts';
import type { CommandEvent } from '../../../schemas/event.ts';
import { readCardRef } from '../../commands/card-ref.ts';
import type { Arriving } from './admission.ts';

/** What guests may ask for by a line of a mail; the rest of their lines are words like any other. */
const forGuests = ['follow', 'unfollow'];

type Passed = { readonly event: CommandEvent } | { readonly code: string };
type FormInput = Extract<CommandInput, { readonly by: 'form' }>;

/**
 * A mail as its writer means it, who is known by now: a member's first lines ask for something, and their subject may name a card; a guest's
 * are a part of the comment.
 */
export async function forAsker(arriving: Arriving): Promise<Passed> {
  const { event, asker } = arriving;
  const { input } = event;
  const isMember = asker.role === 'member';
  if (input.by === 'button' && !isMember && !forGuests.includes(input.action)) return { code: 'mail-words' };
  if (input.by !== 'form' || !isMember) return { event };
  return input.form === 'create'
    ? { event: await answering(arriving, input) }
    : withoutAsked(arriving, input);
}

/** The comment without what is asked for in its first lines; nothing may be left of it. */
function withoutAsked({ event, mail }: Arriving, input: FormInput): Passed {
  const { files = [] } = event;
  const text = (input.fields.text ?? '').slice(mail.asks);
  if (mail.asks && text === '' && files.length === 0 && !mail.forward) return { code: 'mail-asked' };
  return { event: { ...event, input: { ...input, fields: { ...input.fields, text } } } };
}

/** A member's mail whose subject names a card is a comment on it, though it answers no mail of ours. */
async function answering({ parts, team, event, mail }: Arriving, input: FormInput): Promise<CommandEvent> {
  const found = mail.names === undefined ? undefined : readCardRef(mail.names, Object.keys(team.boards));
  if (found?.card.by !== 'number') return event;
  const { number, board = event.board ?? '' } = found.card;
  const card = await parts.store.cards.byNumber(team.id, board, number);
  if (card === undefined) return event;
  const text = input.fields.description || (input.fields.title ?? '');
  return { ...event, board, input: { by: 'form', form: 'comment', card, fields: { text } } };
}
