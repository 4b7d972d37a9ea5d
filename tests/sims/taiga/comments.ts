import { tellEntry } from './history.ts';
import { htmlOf } from './payload.ts';
import { type Site, stamp } from './site.ts';
import type { SimEntry, SimItem } from './world.ts';

/**
 * What is done to a comment that stands. Each saves the entry again, so that each is told like the entry itself, in its author's
 * name (A1.5).
 */

/** The version that goes keeps the entry's own date, and the account that edits. */
export function editComment(site: Site, item: SimItem, entry: SimEntry, editor: number, text: string): void {
  const { comment, createdAt: date } = entry;
  entry.versions = [
    ...(entry.versions ?? []),
    { date, comment, comment_html: htmlOf(comment), user: { id: editor } },
  ];
  entry.comment = text;
  entry.editedAt = stamp(site);
  tellEntry(site, item, entry);
}

export function deleteComment(site: Site, item: SimItem, entry: SimEntry, user: number): void {
  entry.deletedAt = stamp(site);
  entry.deletedBy = user;
  tellEntry(site, item, entry);
}

/** A0.4: looks on the wire as the comment did when it was new. */
export function restoreComment(site: Site, item: SimItem, entry: SimEntry): void {
  entry.deletedAt = null;
  entry.deletedBy = null;
  tellEntry(site, item, entry);
}
