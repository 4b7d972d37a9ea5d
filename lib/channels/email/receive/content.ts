import {
  type ChosenFile,
  chooseFiles,
  type DroppedFile,
  type DropReason,
  fileLimits,
} from '../read/attachments.ts';
import { readBody } from '../read/body.ts';
import { escapeMarkdown } from '../read/html/escape.ts';
import { inviteText } from '../read/invite.ts';
import type { ParsedMail } from '../read/mail.ts';

/** What a mail says, short enough for the queue. */
export interface Content {
  /** Markdown. */
  readonly text: string;
  /** The mail that it passes on, as that says of itself. `from` may be empty. */
  readonly forward?: { readonly from: string; readonly text: string };
  /** Something that was said did not fit. */
  readonly shortened: boolean;
  /** Quotes, a signature and the like were taken off. */
  readonly cut: boolean;
  readonly files: readonly ChosenFile[];
  /** What people sent as a file and does not go on the card. */
  readonly dropped: readonly DroppedFile[];
  /** Nothing was said, and nothing brought. */
  readonly empty: boolean;
}

/** UTF-16 units of all texts: with every one of them escaped it is still less than the queue takes (256 KiB). */
const LONGEST = 30_000;
const SHORTEST_FORWARD = 2_000;
/** Of whom a mail that is passed on says it is from. */
const LONGEST_NAME = 300;
/** What is taken off a new mail is a signature, if it is no longer. */
const LONGEST_FOOTER = 3_000;

/** What the board is given of one mail at most. */
const limits = { ...fileLimits, count: 10 };

/** What programs put into a mail of which its writer knows nothing. */
const byPrograms: ReadonlySet<DropReason> = new Set(['decoration', 'signature']);

/** Reads what a mail says and brings. Of an answer, without what it quotes. What cannot be read here says nothing. */
export function readContent(mail: ParsedMail, { reply }: { readonly reply: boolean }): Content {
  const author = mail.from[0]?.name ?? '';
  const body = mail.encrypted ? undefined : readBody(mail, { reply, subject: mail.subject, author });
  const { said = '', cut = '', forward, images = [], signatureImages = [] } = body ?? {};
  const whole = [invitation(mail), said].filter((part) => part !== '').join('\n\n');
  const text = shorten(whole, LONGEST);
  const passedOn =
    forward && shorten(forward.original.text, Math.max(SHORTEST_FORWARD, LONGEST - text.length));
  const { files, dropped } = chooseFiles(
    mail.attachments,
    { kept: new Set(images), cut: new Set(signatureImages) },
    limits,
  );
  return {
    text,
    ...(forward &&
      passedOn !== undefined && {
        forward: {
          from: (forward.original.from ?? '').slice(0, LONGEST_NAME).toWellFormed(),
          text: passedOn,
        },
      }),
    shortened:
      text !== whole || passedOn !== forward?.original.text || (!reply && cut.length > LONGEST_FOOTER),
    cut: cut !== '',
    files: mail.encrypted ? [] : files,
    dropped: dropped.filter(({ told }) => told),
    empty:
      [text, cut].every((part) => part === '') &&
      !forward &&
      !mail.encrypted &&
      files.length === 0 &&
      dropped.every(({ why }) => byPrograms.has(why)),
  };
}

function invitation({ calendar }: ParsedMail): string {
  return calendar ? escapeMarkdown(inviteText(calendar)) : '';
}

/** Cuts where a line ends, if one does near there. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const line = text.lastIndexOf('\n', longest - 2);
  return `${text.slice(0, line > longest / 2 ? line : longest - 2).toWellFormed()}\n…`;
}
