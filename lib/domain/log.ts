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

/** Writes structured log lines. `event` is a fixed kebab-case name. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
