/** What a mail of ours says, free of any syntax: written once, read as text and as HTML. Texts are marked (see `marked.ts`). */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** The card's own line. `url` may be empty. */
  | { readonly kind: 'title'; readonly text: string }
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly title: string; readonly value: string }[];
    }
  /** What stands below the line: why this mail came, how to stop it. */
  | { readonly kind: 'small'; readonly text: string };
