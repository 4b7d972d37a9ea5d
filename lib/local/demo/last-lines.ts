import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The last lines that a process wrote, for when something goes wrong. */
export interface LastLines {
  read(stream: Readable): void;
  readonly lines: readonly string[];
}

const kept = 30;

/** Keeps the last 30 lines, without empty ones and the frame in which serverless-offline lists its routes. */
export function createLastLines(): LastLines {
  const lines: string[] = [];
  return {
    lines,
    read: (stream) => {
      createInterface({ input: stream }).on('line', (line) => {
        if (line.trim() === '' || /^[┌│└]/.test(line)) return;
        lines.push(line);
        if (lines.length > kept) lines.shift();
      });
    },
  };
}
