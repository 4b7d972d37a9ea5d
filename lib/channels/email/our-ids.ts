/** The ids that a mail of ours is known by, and that answers to it name. */

const TARGET_ID = /^[a-z0-9]{13}$/;

/**
 * The id that every mail about one card to one conversation names, so that answers name it too (contract 2.1: SES gives each mail an id of
 * its own). Without brackets; `id` is the target's.
 */
export function ownMessageId(id: string, domain: string): string {
  return `${id}@${domain}`;
}

/**
 * What the table knows a mail of ours by, of the Message-IDs that an answer names: the target's id for one of our own, SES's id for one that
 * SES gave. Others' ids are left out. Last first: the mail that is answered stands at the end.
 */
export function idsOfOurs(messageIds: readonly string[], domain: string): readonly string[] {
  return messageIds.toReversed().flatMap((messageId) => {
    const [local = '', host = ''] = messageId.toLowerCase().split('@');
    const ours =
      host === domain ? TARGET_ID : /\bamazonses\.com$/.test(host) ? /^[0-9a-f-]{20,80}$/ : undefined;
    return ours?.test(local) ? [local] : [];
  });
}

/** What the table knows a mail by that SES has named. */
export function sesIdOf(messageId: string): string {
  return messageId.split('@', 1)[0]?.toLowerCase() ?? '';
}

/** The names of a thread in the order they came: at most so many, the first and the last ones (contract 2.2). */
export function referencesOf(ids: readonly string[], most = 20): readonly string[] {
  const all = [...new Set(ids.filter((id) => id !== ''))];
  return all.length <= most ? all : [...all.slice(0, 1), ...all.slice(1 - most)];
}
