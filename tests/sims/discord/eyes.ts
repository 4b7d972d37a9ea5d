import { asList } from './messages.ts';
import type { Json, SimMessage } from './model.ts';
import { threadOf } from './threads.ts';
import type { World } from './world.ts';

export interface SeenButton {
  readonly label: string;
  /** Empty for a link. */
  readonly customId: string;
  /** Empty for one that is no link. */
  readonly url: string;
  readonly disabled: boolean;
}

export interface SeenSelect {
  readonly customId: string;
  readonly placeholder: string;
  readonly options: readonly { readonly label: string; readonly value: string; readonly chosen: boolean }[];
}

/** A message as people see it. */
export interface SeenMessage {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  /** Everything that is written on it, its embeds with their links, line by line. */
  readonly text: string;
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly buttons: readonly SeenButton[];
  readonly selects: readonly SeenSelect[];
  readonly files: readonly string[];
  /** The thread under it, as its channel's id; empty where there is none. */
  readonly thread: string;
  /** “… is thinking”. */
  readonly loading: boolean;
  readonly edited: boolean;
  /** The message it replies to; empty otherwise. */
  readonly repliesTo: string;
}

/** Looks at a message. */
export function seen(world: World, message: SimMessage): SeenMessage {
  const { id, channel, content, embeds, loading } = message;
  const parts = message.components.flatMap((row) => asList(row.components));
  return {
    ...{ id, channel, content, embeds, loading, edited: message.edited > 0 },
    author: world.user(message.author).username,
    text: [content, ...embeds.flatMap(linesOf)].filter((line) => line !== '').join('\n'),
    buttons: parts.filter(({ type }) => type === 2).map(buttonOf),
    selects: parts.filter(({ type }) => type !== 2).map(selectOf),
    files: message.files.map(({ name }) => name),
    thread: threadOf(world, message)?.id ?? '',
    repliesTo: message.type === 19 ? message.reference : '',
  };
}

function linesOf({ author, title, url, description, fields, footer }: Json): string[] {
  const named = asList(fields).map(({ name, value }) => `${name}: ${value}`);
  const [by, below] = [author, footer].map((each) => (each ?? {}) as Json);
  return [by?.name, title, url, description, ...named, below?.text].map(text);
}

function buttonOf({ label, custom_id, url, disabled }: Json): SeenButton {
  return { label: text(label), customId: text(custom_id), url: text(url), disabled: disabled === true };
}

function selectOf({ custom_id, placeholder, options }: Json): SeenSelect {
  const all = asList(options).map((option) => ({
    ...{ label: text(option.label), value: text(option.value), chosen: option.default === true },
  }));
  return { customId: text(custom_id), placeholder: text(placeholder), options: all };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
