import type { CommandBody } from './commands.ts';

/** What of a command, an option or a choice is ours to say. Discord adds ids, versions and defaults when it lists commands. */
const plain = ['type', 'name', 'description', 'required', 'autocomplete', 'value', 'contexts'] as const;
const inLanguages = ['name_localizations', 'description_localizations'] as const;
const nested = ['options', 'choices'] as const;

/**
 * Whether the commands that stand are those that are wanted. Writing them without need would cost people a reload, and is limited to
 * 200 new ones a day (contract A1.9).
 * @param standing as Discord lists them, with all languages (`with_localizations=true`).
 */
export function sameCommands(standing: readonly unknown[], wanted: readonly CommandBody[]): boolean {
  return canonicalList(standing) === canonicalList(wanted);
}

/** The order of commands means nothing; that of options is how people see them. */
function canonicalList(commands: readonly unknown[]): string {
  return JSON.stringify(commands.map((command) => JSON.stringify(canonical(command))).sort());
}

/** `integration_types` are left out: ours are the default, and on one server Discord adds them by itself. */
function canonical(value: unknown): unknown {
  const node = fieldsOf(value);
  return [
    plain.map((key) => (isDefault(node[key]) ? '' : node[key])),
    inLanguages.map((key) => Object.entries(fieldsOf(node[key])).sort()),
    nested.map((key) => listOf(node[key]).map(canonical)),
  ];
}

/** What is written where nothing was said, or left out where it was. */
function isDefault(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === '';
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
