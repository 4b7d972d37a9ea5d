import { type Log, type LogFields, onlyLogFields } from '../domain/log.ts';

/**
 * A door's logger: one JSON object per line, with the fields of `LogFields` and no other, whatever it is handed.
 * @param write takes a whole line.
 */
export function createDoorLog(write: (line: string) => void = toStdout): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}): void => {
      write(`${JSON.stringify({ level, event, ...onlyLogFields(fields) })}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function toStdout(line: string): void {
  process.stdout.write(line);
}

/** An error's class; its message may hold what must not be logged. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
