import { StringDecoder } from 'node:string_decoder';
import { addLine, isEmbedded, lineOf, noFigures } from './figures.ts';

/** A terminal, a file or a pipe. */
type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };

/** In a log, a line at most so often. Milliseconds. */
const EVERY_MS = 10_000;

/** Back to the beginning of the line, and all that stands on it away. */
const CLEAR = '\r\u001b[2K';

/**
 * Shows what the functions count, instead of the lines they count it with: on a terminal as its last line, which renews, elsewhere as a plain line when
 * something has changed.
 * @returns ends it, and leaves the stream as it was.
 */
export function showFigures(stream: Output, now: () => number = Date.now): () => void {
  const { write } = stream;
  const put = (text: string) => write.call(stream, text);
  const isTerminal = stream.isTTY === true && (stream.columns ?? 0) > 0;
  const figures = noFigures();
  let told = lineOf(figures, now());
  const decoder = new StringDecoder('utf8');
  const textOf = (chunk: unknown) =>
    typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk as Uint8Array));
  let unfinished = '';
  let atLineStart = true;

  const renew = () => {
    if (!isTerminal || !atLineStart) return;
    put(`${CLEAR}${lineOf(figures, now()).slice(0, (stream.columns ?? 80) - 1)}`);
  };
  const tellWhenChanged = () => {
    const line = lineOf(figures, now());
    if (isTerminal) renew();
    else if (line !== told) put(`${line}\n`);
    told = line;
  };

  stream.write = (chunk: unknown, encoding?: unknown, done?: unknown): boolean => {
    const lines = `${unfinished}${textOf(chunk)}`.split('\n');
    const last = lines.pop() ?? '';
    const isHeld = isEmbedded(last) || (last !== '' && '{"_aws":'.startsWith(last));
    unfinished = isHeld ? last : '';
    for (const line of lines.filter(isEmbedded)) addLine(figures, line, now());
    const others = lines.filter((line) => !isEmbedded(line)).map((line) => `${line}\n`);
    const text = `${others.join('')}${isHeld ? '' : last}`;
    if (text !== '') {
      put(isTerminal && atLineStart ? `${CLEAR}${text}` : text);
      atLineStart = text.endsWith('\n');
    }
    renew();
    const callback = [encoding, done].find((each) => typeof each === 'function');
    if (callback) callback();
    return true;
  };
  const timer = setInterval(tellWhenChanged, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    stream.write = write;
    if (isTerminal) put(CLEAR);
  };
}
