import { LOOP_HEADER } from '../loop-header.ts';
import { domainOf } from './addresses.ts';
import { isAutomaticSubject } from './automatic-subjects.ts';
import { field, fieldsNamed, type ParsedMail } from './mail.ts';

/** Why a mail is taken for one that no person wrote, or that no robot should answer. */
export type AutomaticReason =
  | 'own-loop'
  | 'own-address'
  | 'hops'
  | 'report'
  | 'bounce'
  | 'auto-submitted'
  | 'auto-reply'
  | 'precedence'
  | 'calendar-answer'
  | 'auto-subject'
  | 'list'
  | 'no-reply'
  | 'suppress';

/** `create`: it may still open a card or become a comment. `answer`: it may be answered by us. */
export interface Automatic {
  readonly why: AutomaticReason;
  readonly create: boolean;
  readonly answer: boolean;
}

/** What the door knows besides the mail itself. */
export interface Envelope {
  /** MAIL FROM; empty for bounces. */
  readonly source: string;
  /** Domains whose every address is ours, in lower case. */
  readonly ownDomains: ReadonlySet<string>;
}

type Test = (mail: ParsedMail, envelope: Envelope) => boolean;

/** More hops than any honest way has (contract 3.2). */
const MOST_HOPS = 25;

const has =
  (name: string): Test =>
  (mail) =>
    field(mail, name) !== undefined;

/** The first word of any such field, in lower case: `auto-replied` of `auto-replied; owner-email=…` and `auto-replied (vacation)`. */
const says =
  (name: string, pattern: RegExp): Test =>
  (mail) =>
    fieldsNamed(mail, name).some((value) =>
      pattern.test(
        value
          .trim()
          .split(/[\s;(,]/, 1)[0]
          ?.toLowerCase() ?? '',
      ),
    );

const fromLocal =
  (pattern: RegExp): Test =>
  ({ from }) =>
    from.some(({ address }) => pattern.test(address.split('@', 1)[0] ?? ''));

const reportTypes =
  /^message\/(?:delivery-status|global-delivery-status|disposition-notification|feedback-report|tracking-status)$/;

const isAnswer = ({ inReplyTo, references }: ParsedMail) => inReplyTo !== undefined || references.length > 0;

const isNull = (address: string) => /^\s*(?:<\s*>)?\s*$/.test(address);

/** Not opened as a card, never answered: the first that holds says why. */
const notWritten: readonly (readonly [AutomaticReason, Test])[] = [
  ['own-loop', has(LOOP_HEADER.toLowerCase())],
  [
    'own-address',
    ({ from }, { ownDomains }) => from.some(({ address }) => ownDomains.has(domainOf(address))),
  ],
  ['own-address', (_, { source, ownDomains }) => ownDomains.has(domainOf(source.toLowerCase()))],
  ['hops', (mail) => fieldsNamed(mail, 'received').length > MOST_HOPS],
  ['report', ({ mediaType }) => mediaType === 'multipart/report'],
  ['report', ({ partTypes }) => partTypes.some((type) => reportTypes.test(type))],
  ['report', has('x-failed-recipients')],
  ['bounce', (_, { source }) => isNull(source)],
  ['bounce', (mail) => isNull(field(mail, 'return-path') ?? 'absent')],
  ['bounce', fromLocal(/^(?:mailer-daemon|mail-daemon|maildaemon|postmaster|mdaemon)$/)],
  ['auto-submitted', says('auto-submitted', /^(?!no$)./)],
  ['auto-reply', says('x-autoreply', /^(?!no$|false$)./)],
  ['auto-reply', has('x-autorespond')],
  ['auto-reply', has('x-auto-respond')],
  ['auto-reply', has('x-autoresponder')],
  ['auto-reply', says('x-fc-machinegenerated', /^true$/)],
  // Exchange's mark of a rule's answer; the suppression alone is on normal mail too.
  [
    'auto-reply',
    (mail) =>
      /\ball\b/i.test(field(mail, 'x-auto-response-suppress') ?? '') &&
      field(mail, 'x-ms-exchange-inbox-rules-loop') !== undefined,
  ],
  ['precedence', says('precedence', /^(?:bulk|junk|list|auto_reply|auto-reply)$/)],
  ['precedence', says('x-precedence', /^(?:bulk|junk|list|auto_reply|auto-reply)$/)],
  [
    'calendar-answer',
    ({ calendar }) => /^(?:REPLY|COUNTER|DECLINECOUNTER|REFRESH)$/.test(calendar?.method ?? ''),
  ],
  ['auto-subject', (mail) => isAutomaticSubject(mail.subject, isAnswer(mail))],
];

/** Read like any mail, not answered. */
const notAnswered: readonly (readonly [AutomaticReason, Test])[] = [
  ['list', has('list-id')],
  ['list', has('list-unsubscribe')],
  ['list', has('list-post')],
  [
    'no-reply',
    fromLocal(
      /^(?:no-?_?reply|do-?_?not-?_?reply|nicht-?antworten|ne-?pas-?repondre|no-?responder)(?:[+._-]|$)/,
    ),
  ],
  // It asks others not to answer, and is no proof of a robot: Exchange adds it to what people write.
  ['suppress', (mail) => /\b(?:all|autoreply)\b/i.test(field(mail, 'x-auto-response-suppress') ?? '')],
];

/** Whether a mail is automatic and what may be done with it (contract 3.2); undefined for one that a person wrote. */
export function judgeAutomatic(mail: ParsedMail, envelope: Envelope): Automatic | undefined {
  const written = notWritten.find(([, test]) => test(mail, envelope));
  if (written) return { why: written[0], create: false, answer: false };
  const unanswered = notAnswered.find(([, test]) => test(mail, envelope));
  return unanswered && { why: unanswered[0], create: true, answer: false };
}
