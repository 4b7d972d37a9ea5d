import type { CommandInput } from '../../../../schemas/asked.ts';
import type { CommandEvent } from '../../../../schemas/event.ts';
import { stableId } from '../../../domain/ids.ts';
import type { MailTarget } from '../../../domain/mail.ts';
import { mailConversation, mailPlace } from '../place.ts';
import { type MailCommand, readCommands } from '../read/mail-lines.ts';
import { readContent } from './content.ts';
import { languageOf } from './language.ts';
import { envelopeOf, identity, type Letter, mailPart } from './letter.ts';
import { type Received, toldOf } from './new-card.ts';
import { storedFiles } from './stored-files.ts';

/** A whole answer of one of these words ends following. */
const stop =
  /^(?:please\s|bitte\s)?(?:unsubscribe(?:\sme)?|abmelden|abbestellen|austragen|stop|stopp)[.!\s]*$/i;

/**
 * An answer as events: a comment with its files, and after it what a member's first lines ask for, each an event of its own. Whoever answers
 * from another address than the mail was sent to speaks as themself.
 */
export function reply(letter: Letter, target: MailTarget, targetId: string): Received {
  const { mail, proven, sender } = letter;
  const content = readContent(mail, { reply: true });
  const own = mailPlace(target.conversation).address === sender.address;
  const { text, files: chosen, forward } = content;
  const { commands, rest } = proven ? readCommands(text) : { commands: [], rest: text };
  const asks = text.length - rest.length;
  const id = stableId(identity(letter), target.board, target.card);
  const { stored, files } = storedFiles(id, chosen);
  const language = languageOf(mail, text);
  const base = {
    ...envelopeOf(letter),
    // The table still knows what it answers: that is its proof, whatever became of addresses since.
    ...{ team: target.team, connection: target.connection, generation: 0, board: target.board },
    conversation: conversationOf(letter, target),
    ...mailPart(letter, {
      ...toldOf(content),
      answers: target.card,
      ...(own && { own }),
      ...(language && { language }),
      ...(mail.encrypted && { encrypted: true }),
      ...(mail.signed && { signed: true }),
    }),
  };
  if (stop.test(text)) {
    // Whoever holds the mail that was sent to them may end this with one word, as with its link.
    const input = own
      ? unsubscribing(targetId)
      : asked({ verb: 'unfollow', wrote: text.trim(), rest: '' }, target);
    return { events: [{ ...base, id, input }], stored: [] };
  }
  const says = text !== '' || files.length > 0 || forward !== undefined || mail.encrypted;
  const comment: CommandEvent = {
    ...base,
    mail: { ...base.mail, ...(asks > 0 && { asks }) },
    id,
    ...(files.length > 0 && { files }),
    input: { by: 'form', form: 'comment', card: target.card, fields: { text } },
  };
  const lines = commands.map((command, at): CommandEvent => {
    return { ...base, id: `${id}.${at + 1}`, input: asked(command, target) };
  });
  return { events: says ? [comment, ...lines] : [], stored };
}

/** The end of following, asked for by a mail to the address that its header named. */
export function unsubscribe(letter: Letter, target: MailTarget, targetId: string): Received {
  const { reply: _, ...envelope } = envelopeOf(letter);
  const { team, connection, board, card, conversation } = target;
  const event: CommandEvent = {
    ...envelope,
    ...{ id: stableId(identity(letter), board, card, 'unsubscribe'), team, connection, board, conversation },
    generation: 0,
    ...mailPart(letter, { answers: card }),
    // Mail programs send it by themselves: nobody waits for an answer.
    reply: {},
    input: unsubscribing(targetId),
  };
  return { events: [event], stored: [] };
}

function unsubscribing(token: string): CommandInput {
  return { by: 'link', action: 'unsubscribe', token };
}

function asked({ verb, wrote, rest }: MailCommand, { card }: MailTarget): CommandInput {
  return { by: 'button', action: verb, card, value: rest, wrote };
}

function conversationOf({ sender }: Letter, { connection, conversation }: MailTarget): string {
  const { address, root } = mailPlace(conversation);
  return address === sender.address
    ? conversation
    : mailConversation({ connection, address: sender.address, root });
}
