import type { Speaker } from './speaker.ts';

/** What a person wrote, made harmless, as a quotation: every channel reads lines that begin so as one. */
export function quote(text: string, speaker: Speaker): string {
  return speaker.escape(text.trim()).replaceAll(/^/gm, '> ');
}
