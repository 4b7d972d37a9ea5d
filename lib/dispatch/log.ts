import { Logger } from '@aws-lambda-powertools/logger';
import { type Log, type LogFields, onlyLogFields } from '../domain/log.ts';

/** Log lines as JSON, through Powertools; only `LogFields` can get into them. */
export function createLog(): Log {
  const logger = new Logger({ serviceName: 'cardwire' });
  const line =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) =>
      logger[level](event, { ...onlyLogFields(fields) });
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
