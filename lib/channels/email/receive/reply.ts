import type { CommandEvent, CommandInput } from '../../../../schemas/event.ts';
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
  const isTheirs = mailPlace(target.conversation).address === sender.address;
  const { commands, rest } = proven ? readCommands(content.text) : { commands: [], rest: content.text };
  const id = stableId(identity(letter), target.board, target.card);
  const { stored, files } = storedFiles(id, content.files);
  const language = languageOf(mail, content.text);
  const base = {
    ...envelopeOf(letter),
    // The table still knows what it answers: that is its proof, whatever became of addresses since.
    ...{ team: target.team, connection: target.connection, generation: 0, board: target.board },
    conversation: conversationOf(letter, target),
    ...mailPart(letter, { ...toldOf(content), answers: target.card, ...(language && { language }) }),
  };
  const only = (input: CommandInput): Received => ({ events: [{ ...base, id, input }], stored: [] });
  if (stop.test(content.text)) {
    // Whoever holds the mail that was sent to them may end this with one word, as with its link.
    return only(
      isTheirs
        ? { by: 'link', action: 'unsubscribe', token: targetId }
        : asked({ verb: 'unfollow', rest: '' }, target),
    );
  }
  const text = rest.trim() || files.map(({ name }) => name).join(', ') || (mail.encrypted ? '🔒' : '');
  const comment: CommandEvent[] =
    text === '' && !content.forward
      ? []
      : [
          {
            ...base,
            id,
            ...(files.length > 0 && { files }),
            input: { by: 'form', form: 'comment', card: target.card, fields: { text: text || '…' } },
          },
        ];
  const asks = commands.map((command, at): CommandEvent => {
    return { ...base, id: `${id}.${at + 1}`, input: asked(command, target) };
  });
  return { events: [...comment, ...asks], stored };
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
    input: { by: 'link', action: 'unsubscribe', token: targetId },
  };
  return { events: [event], stored: [] };
}

function asked({ verb, rest }: MailCommand, { card }: MailTarget): CommandInput {
  return { by: 'button', action: verb, card, value: rest };
}

function conversationOf({ sender }: Letter, { connection, conversation }: MailTarget): string {
  const { address, root } = mailPlace(conversation);
  return address === sender.address
    ? conversation
    : mailConversation({ connection, address: sender.address, root });
}
