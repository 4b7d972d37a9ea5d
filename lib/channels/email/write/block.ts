/** What a mail of ours says, free of any syntax: written once, read as text and as HTML. Texts are marked (see `marked.ts`). */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** The card as it stands. */
  | { readonly kind: 'card'; readonly title: string; readonly fields: readonly Field[] }
  /** What stands below the line: why this mail came, how to stop it. */
  | { readonly kind: 'small'; readonly text: string };

interface Field {
  readonly title: string;
  readonly value: string;
}
