import { CardwireError, never } from '../../domain/errors.ts';
import type { EmailConnection } from '../../teams/team.ts';
import type { Channel } from '../channel.ts';
import type { ChannelDeps } from '../deps.ts';
import { answer } from './answer.ts';
import { deliver, textLimit } from './deliver.ts';
import type { Desk } from './desk.ts';
import { mailLink } from './links.ts';
import { mailConversation } from './place.ts';
import { createSendMail } from './ses.ts';
import { createReadFile } from './stored-file.ts';

/**
 * A mail domain: cards' news go out through SES, one recipient a mail.
 * @throws CardwireError `channel-not-ready` in a deployment that has no mail.
 * @see contract `email.md`: numbers in this folder's comments are its chapters.
 */
export function openEmailChannel(connection: EmailConnection, deps: ChannelDeps): Channel {
  if (!deps.mail) throw new CardwireError('channel-not-ready', never);
  const { station, memory } = deps.mail;
  const desk: Desk = { connection, deps, memory, send: createSendMail(station, deps.now) };
  const readFile = createReadFile(station);

  return {
    name: 'E-mail',
    can: {
      threads: true,
      edits: false,
      privateAnswers: true,
      forms: false,
      userNames: false,
      textLimit,
    },
    deliver: (showing, state) => deliver(desk, showing, state),
    answer: (to, lines, id) => answer(desk, to, lines, id),
    // A mail has no forms; that is said in words.
    openForm: async () => false,
    // A room is one person's address: nobody is in it but they and we.
    isIn: async (room, person) =>
      person === connection.self || decodeURIComponent(room) === person.toLowerCase(),
    // Whether strangers may write is a setting of the mail domain, looked at where mail comes in.
    isKnown: async () => true,
    directWith: async (person) => mailConversation({ connection: connection.id, address: person, root: '' }),
    file: readFile,
    page: (action, id) => mailLink(deps.door('mail-link'), action, id),
  };
}
