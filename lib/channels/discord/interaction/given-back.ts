import type { Language } from '../../../../schemas/team.ts';
import type { DoorAnswer } from '../../../domain/door.ts';
import { doorWords } from '../../../texts/door.ts';
import { cut } from '../../cut.ts';
import { saying } from './answers.ts';

/** Characters of all texts together: one message holds 6,000, one text 4,096 (contract A2.1). */
const room = 5_900;
const longest = 4_000;

/** The queue did not take it: says so, and gives back what the person wrote, to be copied. */
export function givenBack(language: Language, texts: readonly string[]): DoorAnswer {
  let left = room;
  const shown: string[] = [];
  for (const text of texts.flatMap(inParts)) {
    if (left < 100) break;
    const fenced = inFence(cut(text, Math.min(longest, left)));
    shown.push(fenced);
    left -= [...fenced].length;
  }
  return saying(doorWords[language].notTaken, shown);
}

/** Most of what people type fits into one; a long option takes two. */
function inParts(text: string): readonly string[] {
  const runes = [...text];
  if (runes.length <= longest) return [text];
  return [runes.slice(0, longest).join(''), ...inParts(runes.slice(longest).join(''))];
}

/** Between fences a text is shown as it is. There is no longer fence than this one, so a text with its own stands without. */
function inFence(text: string): string {
  return text.includes('```') ? text : `\`\`\`\n${text}\n\`\`\``;
}
