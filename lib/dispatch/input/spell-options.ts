import type { CommandInput } from '../../../schemas/asked.ts';

type Options = Extract<CommandInput, { readonly by: 'options' }>;

/** What may be used once and by one person does not belong into an answer, however private. */
const unsaid = ['code'];

/** A command with its parts by name as one text: `move card:#42 column:Doing`. What has many lines stands below, as it was written. */
export function spellOptions({ verb, options }: Options): string {
  const given = Object.entries(options).filter(([name]) => !unsaid.includes(name));
  const inLine = given.filter(([, value]) => !value.includes('\n'));
  const below = given.filter(([, value]) => value.includes('\n'));
  const first = [verb, ...inLine.map(([name, value]) => `${name}:${value}`)].join(' ');
  return [first, ...below.map(([, value]) => value)].join('\n');
}
