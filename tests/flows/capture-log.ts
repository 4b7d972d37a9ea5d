import type { Log, LogFields } from '../../lib/domain/log.ts';

/** A log that keeps every line just as it was handed over: nothing is left out that a logger might leave out. */
export function captureLog(): { readonly log: Log; readonly lines: string[]; readonly logged: string[] } {
  const lines: string[] = [];
  const logged: string[] = [];
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      lines.push(JSON.stringify({ level, event, ...fields }));
      if (level === 'error') logged.push(fields.code ?? '');
    };
  return { lines, logged, log: { info: at('info'), warn: at('warn'), error: at('error') } };
}
