import type { Log, LogFields } from '../domain/log.ts';

const allowed = [
  'team',
  'connection',
  'product',
  'code',
  'id',
  'kind',
  'status',
  'attempt',
  'milliseconds',
  'count',
] as const satisfies readonly (keyof LogFields)[];

/**
 * A door's logger: one JSON object per line, with the fields of `LogFields` and no other, whatever it is handed.
 * @param write takes a whole line.
 */
export function createDoorLog(write: (line: string) => void = toStdout): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}): void => {
      const line: Record<string, unknown> = { level, event };
      for (const name of allowed) if (fields[name] !== undefined) line[name] = fields[name];
      write(`${JSON.stringify(line)}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function toStdout(line: string): void {
  process.stdout.write(line);
}
