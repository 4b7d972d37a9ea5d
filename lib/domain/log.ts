/** What may stand in a log line: our own ids, codes and counts. Never a text, a name, an address or a secret. */
export interface LogFields {
  readonly team?: string;
  readonly connection?: string;
  readonly product?: string;
  readonly code?: string;
  readonly id?: string;
  readonly kind?: string;
  readonly status?: number;
  readonly attempt?: number;
  readonly milliseconds?: number;
  readonly count?: number;
}

/** The names of these fields, to be let through one by one: whatever a logger is handed, nothing else gets out. */
const logFields = [
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

/** What of `fields` may stand in a log line. */
export function onlyLogFields(fields: LogFields): LogFields {
  return Object.fromEntries(
    logFields.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}

/** Writes structured log lines. `event` is a fixed kebab-case name. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
