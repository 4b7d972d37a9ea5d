import type { TextKey, Texts } from '../texts/en.ts';

/** One value inside a text for people. Strings are what people or boards wrote: a channel escapes them for its own syntax. */
export type SayValue = string | number | Date;

/**
 * A text for people before it has a language: the key of the text and what goes into it. Dates are shown in the team's
 * time zone.
 */
export interface Say {
  readonly key: TextKey;
  readonly values: Readonly<Record<string, SayValue>>;
}

/** The `{name}`s of a template. */
type Placeholder<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type ValuesOf<Key extends TextKey> = Readonly<Record<Placeholder<Texts[Key]>, SayValue>>;

/** Names a text and what goes into it; the compiler knows which values each text needs. */
export function say<Key extends TextKey>(
  key: Key,
  ...values: [Placeholder<Texts[Key]>] extends [never] ? [] : [ValuesOf<Key>]
): Say {
  return { key, values: values[0] ?? {} };
}
