import type { EventMail } from '../../../../schemas/asked.ts';
import type { CommandEvent } from '../../../../schemas/event.ts';
import { joinNames } from '../../../commands/name-list.ts';
import { stableId } from '../../../domain/ids.ts';
import type { Mailbox } from '../../../domain/mail.ts';
import { mailConversation } from '../place.ts';
import { domainOf } from '../read/addresses.ts';
import type { MailAttributes } from '../read/mail-lines.ts';
import { readAttributes, readSubject } from '../read/mail-lines.ts';
import { type Content, readContent } from './content.ts';
import { languageOf } from './language.ts';
import { envelopeOf, identity, type Letter, mailPart } from './letter.ts';
import { type StoredFile, storedFiles } from './stored-files.ts';
import { LONGEST_ADDRESS, rootId, threadRoot } from './thread-root.ts';
import { cardInSubject, titleOf } from './title.ts';

/** Events to be queued, and the files that they name. */
export interface Received {
  readonly events: readonly CommandEvent[];
  readonly stored: readonly StoredFile[];
}

/** People in CC that may become followers. */
const MOST_COPIED = 10;

/** A mail to a mailbox as the event that opens a card. */
export function newCard(letter: Letter, mailbox: Mailbox, address: string): Received {
  const { mail, hash, sender } = letter;
  const names = cardInSubject(mail.subject);
  // An answer whose program did not say what it answers quotes it all the same.
  const content = readContent(mail, { reply: names !== undefined });
  const { title, text, attributes } = readLines(letter, content);
  // Two addresses of one board are one: the same mail to both is one card.
  const id = stableId(identity(letter), mailbox.team, mailbox.connection, mailbox.board);
  const { stored, files } = storedFiles(id, content.files);
  const { team, connection, generation, board } = mailbox;
  const root = threadRoot(mail, hash, domainOf(address));
  const place = (person: string) => mailConversation({ connection, address: person, root });
  const language = languageOf(mail, content.text);
  const event: CommandEvent = {
    ...envelopeOf(letter, address, root),
    ...{ id, team, connection, generation, board, conversation: place(sender.address) },
    ...mailPart(letter, {
      ...toldOf(content),
      ...(letter.quiet && { quiet: true }),
      ...(mail.encrypted && { encrypted: true }),
      ...(mail.signed && { signed: true }),
      ...(language && { language }),
      ...(names && { names }),
      ...(mail.messageId && { root: rootId(mailbox, mail.messageId) }),
      ...copiedOf(letter, place),
    }),
    ...(files.length > 0 && { files }),
    input: { by: 'form', form: 'create', fields: { title, description: text, ...fieldsOf(attributes) } },
  };
  return { events: [event], stored };
}

/** What a person is told of how a mail was read. */
export function toldOf({ shortened, cut, forward, dropped }: Content): Partial<EventMail> {
  return {
    ...(shortened && { shortened }),
    ...(cut && { cut }),
    ...(forward && { forward }),
    ...(dropped.length > 0 && { dropped: dropped.map(({ name, why }) => ({ name, why })) }),
  };
}

/** `[urgent]`, `#label` and lines like `Due: friday` mean something only where it is proven who wrote them. */
function readLines({ mail, sender, proven }: Letter, content: Content) {
  const subject = proven ? readSubject(mail.subject) : { title: mail.subject, attributes: undefined };
  const lines = proven ? readAttributes(content.text, subject.attributes) : undefined;
  return {
    title: titleOf(subject.title, content, sender),
    text: lines?.rest ?? content.text,
    attributes: lines?.attributes,
  };
}

function fieldsOf(attributes: MailAttributes | undefined): Record<string, string> {
  if (!attributes) return {};
  const { labels, assignees, priority, due, column } = attributes;
  return {
    ...(column && { column }),
    ...(due && { due }),
    ...(priority && { priority }),
    ...(assignees.length > 0 && { assignee: joinNames(assignees) }),
    ...(labels.length > 0 && { labels: joinNames(labels) }),
  };
}

function copiedOf(
  { mail, sender, ownDomains }: Letter,
  place: (person: string) => string,
): Partial<EventMail> {
  const others = mail.cc
    .map(({ address }) => address)
    .filter((address) => address !== '' && address !== sender.address && !ownDomains.has(domainOf(address)))
    .filter((address) => encodeURIComponent(address).length <= LONGEST_ADDRESS);
  const people = [...new Set(others)].slice(0, MOST_COPIED);
  return people.length === 0
    ? {}
    : { copied: people.map((person) => ({ person, conversation: place(person) })) };
}
