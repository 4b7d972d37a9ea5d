import type { Row } from './components.ts';

/** An embed (contract A2.1), as far as it is ours. */
export interface Embed {
  readonly title?: string;
  readonly url?: string;
  readonly color?: number;
  readonly description?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline: boolean }[];
}

/** What a message says. */
export interface Content {
  readonly content?: string;
  readonly embeds?: readonly Embed[];
  readonly components?: readonly Row[];
}
