import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { createWholeTable } from '../../lib/store/table.ts';

/** Who acted in a world, and what must never be seen of it. */
export interface Secrets {
  /** Passwords, tokens, keys: wherever they turn up, also inside something else. */
  readonly hidden: readonly string[];
  /** Names and ids of people: never a value of their own. */
  readonly people: readonly string[];
}

/**
 * Ids, codes and names of ours: no space, so no text of anyone; no `@`, so no address; no slash, so no URL; nothing longer than two ids
 * together.
 */
const plain = /^[\w.:|-]{0,44}$/;
/** An HMAC as `sign` writes it. */
const seal = /(?<![\w-])[\w-]{43}(?![\w-])/;
/** The moment, the queue's own id, and the class of an error that nobody foresaw. */
const known =
  /^(unexpected-[A-Za-z]{1,60}|\d{4}-\d\d-\d\dT[\d:.]+Z|(request:)?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(-confirmed)?)$/;

/** Those of some texts that show what they must not. */
export function leaksIn(texts: readonly string[], { hidden, people }: Secrets): readonly string[] {
  const names = new Set(people);
  return texts.filter(
    (text) =>
      !(plain.test(text) || known.test(text)) ||
      seal.test(text) ||
      names.has(text) ||
      hidden.some((secret) => secret.length > 5 && text.includes(secret)),
  );
}

/** Every value of log lines that are JSON. */
export function valuesOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => stringsIn(JSON.parse(line)));
}

/** Collects what stands beside the bodies of messages: anyone who may look at a queue sees it. */
export function watchAttributes(sqs: SQSClient): readonly string[] {
  const seen: string[] = [];
  sqs.middlewareStack.add(
    (next) => (args) => {
      const { QueueUrl: _, ...input } = args.input as Record<string, unknown>;
      if ('MessageBody' in input || 'Entries' in input) seen.push(...stringsIn(withoutBodies(input)));
      return next(args);
    },
    { step: 'initialize' },
  );
  return seen;
}

/** What the table tells an operator, what has expired too: stories of cards, outcomes of commands, reasons of what was given up or paused. */
export async function toldByTable(client: DynamoDBClient, name: string): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const { story, outcome, reason } of createWholeTable(client, name, () => 0).scan())
    told.push(...stringsIn([story, outcome, reason]));
  return told;
}

/** Every secret of some settings: whatever their field is called. */
export function secretsIn(settings: unknown): readonly string[] {
  if (typeof settings !== 'object' || settings === null) return [];
  return Object.entries(settings).flatMap(([name, value]) =>
    /^(password|token)$/.test(name) && typeof value === 'string' ? [value] : secretsIn(value),
  );
}

function withoutBodies(input: object): unknown {
  return JSON.parse(JSON.stringify(input, (name, value) => (name === 'MessageBody' ? undefined : value)));
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
