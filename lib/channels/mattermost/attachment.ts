import type { Action } from './buttons.ts';

/** A message attachment (contract 3.1), the part of a post that can hold fields and buttons. */
export interface Attachment {
  readonly fallback: string;
  readonly color: string;
  readonly title: string;
  readonly title_link?: string;
  readonly text: string;
  readonly fields: readonly { readonly title: string; readonly value: string; readonly short: boolean }[];
  readonly actions: readonly Action[];
}
