import * as z from 'zod/mini';
import { teamFile } from '../../schemas/team.ts';
import { nearest } from '../commands/nearest.ts';

/** One thing that is wrong in a team's file, in one line for the operator: where, what, and what to write instead. */
export interface Problem {
  /** Keys joined by dots, positions in lists in brackets: `teamChannels[0].room`. Empty for the file as a whole. */
  readonly path: string;
  /** The line in the file, counted from 1; absent where there is none to name. */
  readonly line?: number;
  /** Where in that line, counted from 1; absent where the whole of it is meant. */
  readonly column?: number;
  readonly text: string;
}

/** Keys and positions that lead to a value. */
export type Path = readonly PropertyKey[];

/** A problem before it has been given its line. */
export interface Finding {
  readonly path: Path;
  readonly text: string;
}

type Issue = z.core.$ZodIssue;

/** zod/mini speaks no language of its own: what has no text from the schema comes with this one. */
const NO_TEXT = 'Invalid input';

/**
 * Turns what the schema found into findings for people. No value of the file is repeated: it may be a secret. A key that is
 * missing because it was mistyped is one finding.
 */
export function findingsOf(issues: readonly Issue[], raw: unknown): Finding[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownKeys(issue, raw) : [],
  );
  const meant = new Set(unknown.map((finding) => formatPath(finding.meant)));
  const others = issues.flatMap((issue) => {
    const value = valueAt(raw, issue.path);
    const mistyped = value === undefined && meant.has(formatPath(issue.path));
    if (issue.code === 'unrecognized_keys' || mistyped) return [];
    return [{ path: issue.path, text: textOf(issue, value, raw) }];
  });
  return [...others, ...unknown];
}

/** Writes a path as people read it. */
export function formatPath(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** The value at a path of parsed YAML; undefined where there is none. */
export function valueAt(raw: unknown, path: Path): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}

function textOf(issue: Issue, value: unknown, raw: unknown): string {
  if (issue.code === 'invalid_key') return `this name cannot be used: ${issue.issues[0]?.message ?? ''}`;
  if (issue.code === 'invalid_type' && issue.path.length === 0) {
    return 'this is no team file: copy events/team.yml, which explains every key, and change it';
  }
  const advice = issue.message === NO_TEXT ? shapeAdvice(issue, raw) : issue.message;
  if (value === undefined || value === null) return `is missing: ${advice}`;
  if (typeof value === 'number' || typeof value === 'boolean') return `${advice}, in quotes if need be`;
  return advice;
}

function shapeAdvice(issue: Issue, raw: unknown): string {
  if (issue.code !== 'invalid_type') return 'this cannot be read';
  if (issue.expected === 'array') return 'write a list, one line with a dash for each entry';
  if (issue.expected === 'string') return 'write a text here';
  const keys = knownKeys(issue.path, raw);
  return keys.length > 0
    ? `write keys below it, indented: ${keys.join(', ')}`
    : 'write names below it, indented, with their settings';
}

interface UnknownKey extends Finding {
  /** Where the key would stand that was probably meant; the finding's own place when none is near. */
  readonly meant: Path;
}

function unknownKeys({ path, keys }: z.core.$ZodIssueUnrecognizedKeys, raw: unknown): UnknownKey[] {
  const known = knownKeys(path, raw);
  return keys.map((key) => {
    const near = nearest(key, known);
    const advice = near === undefined ? `the keys here are ${known.join(', ')}` : `did you mean ${near}?`;
    return { path: [...path, key], meant: [...path, near ?? key], text: `unknown key: ${advice}` };
  });
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The keys that the schema knows at a path; empty where names are free. */
function knownKeys(path: Path, raw: unknown): string[] {
  let schema: JsonSchema | undefined = z.toJSONSchema(teamFile, { io: 'input', unrepresentable: 'any' });
  for (const key of path) schema = below(schema, key);
  const product = valueAt(raw, [...path, 'product']);
  return Object.keys(schemaOf(schema, product)?.properties ?? {});
}

/** Where products differ, the schema of this one. An unknown one has the first one's keys: its name is told to be wrong anyway. */
function schemaOf(schema: JsonSchema | undefined, product: unknown): JsonSchema | undefined {
  const kinds = schema?.oneOf ?? schema?.anyOf ?? [];
  return kinds.find(({ properties }) => isLiteral(properties?.product, product)) ?? kinds[0] ?? schema;
}

function isLiteral(schema: unknown, value: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'const' in schema && schema.const === value;
}

function below(schema: JsonSchema | undefined, key: PropertyKey): JsonSchema | undefined {
  const next =
    typeof key === 'number'
      ? schema?.items
      : (schema?.properties?.[String(key)] ?? schema?.additionalProperties);
  return typeof next === 'object' && !Array.isArray(next) ? next : undefined;
}
