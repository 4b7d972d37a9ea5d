import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** As long as mails that come in. Milliseconds. */
const KEPT_MS = 30 * 86_400_000;

/** Keeps mails in a folder for 30 days: `<id>.eml`, as people's mail programs open it, and `<id>.json`. `now` is epoch milliseconds. */
export function createOutbox(folder: string, now: () => number = Date.now): Outbox {
  mkdirSync(folder, { recursive: true });
  const envelopes = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name): Envelope => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .sort((one, other) => one.at - other.at);
  const sweep = () => {
    const fresh = envelopes.findIndex(({ at }) => now() - at <= KEPT_MS);
    for (const { id } of envelopes.splice(0, fresh < 0 ? envelopes.length : fresh))
      for (const kind of ['eml', 'json']) rmSync(join(folder, `${id}.${kind}`), { force: true });
  };
  sweep();
  return {
    keep: ({ id, at, source, to, raw }) => {
      sweep();
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
