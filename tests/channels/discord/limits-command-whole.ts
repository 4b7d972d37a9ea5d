import * as z from 'zod/mini';
import { distinct } from './limits-values.ts';

/** What is checked over a whole command (contract A1.9). */

type Names = Readonly<Record<string, string | undefined>> | null | undefined;

interface Node {
  readonly type?: number | undefined;
  readonly name: string;
  readonly name_localizations?: Names;
  readonly description?: string | undefined;
  readonly description_localizations?: Names;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly Choice[] | undefined;
  readonly options?: readonly Node[] | undefined;
}

interface Choice {
  readonly name: string;
  readonly name_localizations?: Names;
  readonly value: string | number;
}

/** Adds an issue for each rule that the command breaks. */
export const checkWhole = z.check<Node>(({ value, issues }) => {
  for (const [broken, message, code] of rules) {
    if (broken(value)) issues.push({ code: 'custom', input: value, message, params: { code } });
  }
});

const rules: readonly (readonly [(command: Node) => boolean, string, string])[] = [
  [(command) => length(command) > 8000, 'Command exceeds maximum size', 'APPLICATION_COMMAND_TOO_LARGE'],
  [
    (command) => anywhere(command, optionalFirst),
    'Required options must be placed before non-required options',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    (command) => anywhere(command, mixed),
    'Sub-commands and other options cannot be mixed',
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    (command) => anywhere(command, ({ autocomplete, choices }) => Boolean(autocomplete && choices?.length)),
    'Autocomplete and choices exclude each other',
    'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
  ],
  [
    (command) => anywhere(command, sameName),
    'Option names must be unique, in every language',
    'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  ],
];

function anywhere(node: Node, broken: (node: Node) => boolean): boolean {
  return broken(node) || (node.options ?? []).some((each) => anywhere(each, broken));
}

function optionalFirst({ options = [] }: Node): boolean {
  const firstOptional = options.findIndex(({ required }) => !required);
  return options.some(({ required }, at) => required && firstOptional >= 0 && at > firstOptional);
}

/** With sub-commands the command itself cannot be used. */
function mixed({ options = [] }: Node): boolean {
  const nested = options.filter(({ type = 0 }) => type <= 2);
  return nested.length > 0 && nested.length < options.length;
}

function sameName({ options = [] }: Node): boolean {
  const languages = new Set(options.flatMap((each) => Object.keys(each.name_localizations ?? {})));
  const inLanguage = (language: string) =>
    options.map((each) => each.name_localizations?.[language] ?? each.name);
  return [options.map(({ name }) => name), ...[...languages].map((language) => inLanguage(language))].some(
    (names) => !distinct(names),
  );
}

/** Names, descriptions and values of choices; of a text in several languages the longest. */
function length(node: Node): number {
  const own =
    longest(node.name, node.name_localizations) +
    longest(node.description ?? '', node.description_localizations);
  const chosen = (node.choices ?? []).map(
    ({ name, name_localizations, value }) => longest(name, name_localizations) + String(value).length,
  );
  return own + sum(chosen) + sum((node.options ?? []).map(length));
}

function longest(text: string, others: Names): number {
  return Math.max(...[text, ...Object.values(others ?? {})].map((each = '') => [...each].length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
