import type { TrimOptions } from '../../../../lib/channels/email/read/trim/trim-reply.ts';

/** One mail and what its writer wrote in it. */
export interface ReplyCase {
  readonly client: string;
  readonly language: string;
  readonly text: string;
  readonly kept: string;
  readonly options?: TrimOptions;
}

/** A person's answer and the mail they answer, in one language. */
export interface Talk {
  readonly said: string;
  readonly asked: string;
}

/** Each line behind a `>`, as most clients quote. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Answers above a header and the quoted mail. */
export function aboveQuote(
  client: string,
  talks: ReadonlyMap<string, Talk>,
  headers: Readonly<Record<string, string>>,
): readonly ReplyCase[] {
  return cases(
    client,
    talks,
    headers,
    ({ said, asked }, header) => `${said}\n\n${header}\n\n${quoted(asked)}\n`,
  );
}

/** Answers above a header and the mail without any sign of quotation, as Outlook and webmailers leave it. */
export function aboveBare(
  client: string,
  talks: ReadonlyMap<string, Talk>,
  headers: Readonly<Record<string, string>>,
): readonly ReplyCase[] {
  return cases(client, talks, headers, ({ said, asked }, header) => `${said}\n\n${header}\n\n${asked}\n`);
}

function cases(
  client: string,
  talks: ReadonlyMap<string, Talk>,
  headers: Readonly<Record<string, string>>,
  write: (talk: Talk, header: string) => string,
): readonly ReplyCase[] {
  return Object.entries(headers).map(([language, header]) => {
    const talk = talks.get(language);
    if (!talk) throw new Error(`Nobody talks ${language} yet`);
    return { client, language, text: write(talk, header), kept: talk.said };
  });
}
