import type { EventFile } from '../../../../schemas/asked.ts';
import type { DiscordAttachment, DiscordCommand } from '../../../../schemas/discord.ts';
import { verbOf } from '../../../commands/verbs.ts';

/** Kinds of an option (contract A1.9). */
const group = 2;
const attachment = 11;

type Leaf = Pick<DiscordCommand['options'][number], 'name' | 'type' | 'value' | 'focused'>;

/** A sub-command with what was typed after it. */
export interface Slash {
  readonly verb: string;
  readonly options: Readonly<Record<string, string>>;
  readonly files: readonly EventFile[];
  /** The option that is being typed, when it is. */
  readonly focused: { readonly name: string; readonly typed: string } | undefined;
}

/** Reads a slash command. Undefined when it names no sub-command, or one of another deployment. */
export function readSlash({ options, resolved }: DiscordCommand): Slash | undefined {
  const [first] = options;
  const sub = first?.type === group ? first.options?.[0] : first;
  if (sub === undefined || !isVerb(sub.name)) return undefined;
  const leaves: readonly Leaf[] = sub.options ?? [];
  const focused = leaves.find((leaf) => leaf.focused);
  return {
    verb: sub.name,
    options: textsOf(leaves),
    files: leaves.flatMap(({ type, value }) => {
      const file = type === attachment ? resolved?.attachments?.[String(value)] : undefined;
      return file ? [fileOf(file)] : [];
    }),
    focused: focused && { name: focused.name, typed: String(focused.value ?? '') },
  };
}

/** `connect` is a word here alone: other channels have no servers. */
function isVerb(word: string): boolean {
  return word === 'connect' || verbOf(word) !== undefined;
}

/** Every option as a text. What was left empty or answered with no is left out. */
function textsOf(leaves: readonly Leaf[]): Record<string, string> {
  const given = leaves.filter(
    ({ type, value }) => type !== attachment && value !== undefined && value !== '' && value !== false,
  );
  return Object.fromEntries(given.map(({ name, value }) => [name, String(value)]));
}

/** A file, to be fetched from Discord. Its address works for a while only, and nobody says how long (contract A1.7). */
export function fileOf({ filename, content_type, size, url }: DiscordAttachment): EventFile {
  return { name: filename, mediaType: content_type || 'application/octet-stream', size, from: url };
}

/** A command as it can be typed again. */
export function written(command: string, { verb, options }: Slash): string {
  const parts = Object.entries(options).map(([name, value]) => `${name}:${value}`);
  return [`/${command}`, verb, ...parts].join(' ');
}
