/**
 * The words that mail clients of one language write around other people's text. Each entry is a list of words or phrases with `|`
 * between them; case, accents and direction marks do not count, as `fold` takes them off on both sides.
 */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** What may stand before the date of a reply header: "On" Monday … */
  readonly opens: string;
  /** What says in a reply header that somebody wrote. */
  readonly wrote: string;
  /** Names of the fields in a copied header. */
  readonly from: string;
  readonly date: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  /** Other fields that stand in such a header: reply to, attachments, importance. */
  readonly other: string;
  /** What stands between dashes above a quoted mail. */
  readonly original: string;
  /** What stands above a forwarded mail. */
  readonly forwarded: string;
  /**
   * How a line begins that a phone or mail program adds below; its name follows. With `~` the name stands there and the line
   * ends with the rest: `von meinem~gesendet`.
   */
  readonly sentFrom: string;
  /** Lines that close a letter, without the name. */
  readonly closings: string;
}
