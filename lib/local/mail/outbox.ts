import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SentMail } from './ses.ts';

/** Mails that went out of the stack on this machine. */
export interface Outbox {
  keep(mail: SentMail): void;
  /** Newest first. */
  all(): readonly Envelope[];
  /** The whole mail; undefined when there is none with this id. */
  raw(id: string): Buffer | undefined;
}

/** Who a mail was from and to, and when. */
export type Envelope = Pick<SentMail, 'id' | 'at' | 'source' | 'to'>;

const named = /^[\w-]+$/;

/** Keeps mails in a folder: `<id>.eml`, as people's mail programs open it, and `<id>.json`. */
export function createOutbox(folder: string): Outbox {
  mkdirSync(folder, { recursive: true });
  const envelopes = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name): Envelope => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .sort((one, other) => one.at - other.at);
  return {
    keep: ({ id, at, source, to, raw }) => {
      const envelope = { id, at, source, to };
      writeFileSync(join(folder, `${id}.eml`), raw);
      writeFileSync(join(folder, `${id}.json`), JSON.stringify(envelope));
      envelopes.push(envelope);
    },
    all: () => envelopes.toReversed(),
    raw: (id) =>
      named.test(id) && envelopes.some((each) => each.id === id)
        ? readFileSync(join(folder, `${id}.eml`))
        : undefined,
  };
}
