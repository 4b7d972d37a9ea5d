import type { Keys } from '../../domain/keys.ts';
import { type LinkAction, linkToken } from './link-token.ts';

/**
 * A link to the page where a person does something by pressing a button (`original`: to the mail as it came).
 * @param door the sealed address of the connection's `mail-link` door, and its keys.
 * @param id the target's id to unsubscribe, what is to be confirmed, or SES's id of a stored mail.
 */
export function mailLink(
  { url, keys }: { readonly url: string; readonly keys: Keys },
  action: LinkAction,
  id: string,
): string {
  return `${url}?${new URLSearchParams({ do: action, t: linkToken(action, id, keys) })}`;
}
