import { cut } from '../../cut.ts';
import { cleanLine } from '../read/clean.ts';

const LONGEST = 180;

/** What answers begin with where mail programs write it in their own language. */
const answerPrefix = /^\s*(?:re|aw|antw|antwort|sv|vs|odp|rv|r)\s*(?:\[\d+\])?\s*:/i;

/**
 * The subject of a thread's mails: its first one, with the card's number (`[OPS-42]`) so that people find it and an answer that lost everything
 * else still names it. The same each time, as some mail programs begin a new thread with another one.
 */
export function subjectOf(
  first: string,
  { ref, isAnswer }: { readonly ref: string | undefined; readonly isAnswer: boolean },
): string {
  const tag = ref === undefined ? '' : ` [${cleanLine(ref)}]`;
  const plain = cut(cleanLine(first), LONGEST);
  const tagged = plain.endsWith(tag) ? plain : `${plain}${tag}`;
  return isAnswer && !answerPrefix.test(tagged) ? `Re: ${tagged}` : tagged;
}
