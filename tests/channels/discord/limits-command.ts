import * as z from 'zod/mini';
import { checkWhole } from './limits-command-whole.ts';
import { bits, chars, distinct, snowflake, upTo, whole } from './limits-values.ts';

/** The commands of one scope, as they are overwritten in bulk (contract A1.9). */

/** Contract A1.9: the names of chat commands and of options, lower case where the script has one. */
const chatName = z.string().check(
  z.regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u),
  z.refine((name) => name === name.toLowerCase(), {
    error: 'Command name is invalid',
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
  }),
);

/** Contract A1.9: the 32 languages. */
const locales =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );
const inLanguages = <Text extends z.core.$ZodType>(text: Text) =>
  z.optional(z.nullable(z.partialRecord(z.enum(locales), text)));

const named = { name: chatName, name_localizations: inLanguages(chatName) };
const described = {
  description: chars(1, 100),
  description_localizations: inLanguages(chars(1, 100)),
};
const leaf = { ...named, ...described, required: z.optional(z.boolean()) };

function choices<Value extends z.core.$ZodType>(value: Value) {
  const choice = z.strictObject({
    name: chars(1, 100),
    name_localizations: inLanguages(chars(1, 100)),
    value,
  });
  return z.optional(upTo(25, choice));
}

const autocomplete = z.optional(z.boolean());
const number = z.number();

const plain = z.union([
  z.strictObject({
    type: z.literal(3),
    ...leaf,
    autocomplete,
    choices: choices(chars(1, 100)),
    min_length: z.optional(whole(0, 6000)),
    max_length: z.optional(whole(1, 6000)),
  }),
  z.strictObject({
    type: z.literal([4, 10]),
    ...leaf,
    autocomplete,
    choices: choices(number),
    min_value: z.optional(number),
    max_value: z.optional(number),
  }),
  z.strictObject({ type: z.literal([5, 6, 8, 9]), ...leaf }),
  z.strictObject({ type: z.literal(7), ...leaf, channel_types: z.optional(z.array(z.int())) }),
  z.strictObject({ type: z.literal(11), ...leaf, file_types: z.optional(upTo(10, z.string())) }),
]);

const plainOptions = z.optional(upTo(25, plain));
const subCommand = z.strictObject({ type: z.literal(1), ...named, ...described, options: plainOptions });
// Contract A1.9: command, group, sub-command and no deeper.
const group = z.strictObject({
  type: z.literal(2),
  ...named,
  ...described,
  options: upTo(25, subCommand, 1),
});

const where = {
  id: z.optional(snowflake),
  default_member_permissions: z.optional(z.nullable(bits)),
  integration_types: z.optional(upTo(2, z.literal([0, 1]), 1)),
  contexts: z.optional(z.nullable(upTo(3, z.literal([0, 1, 2]), 1))),
  nsfw: z.optional(z.boolean()),
};

const chatCommand = z
  .strictObject({
    type: z.optional(z.literal(1)),
    ...named,
    ...described,
    ...where,
    options: z.optional(upTo(25, z.union([plain, subCommand, group]))),
  })
  .check(checkWhole);

/** Contract A1.9: a command on a message or a person has a name with spaces and capitals, and no description. */
const targetCommand = z.strictObject({
  type: z.literal([2, 3]),
  name: chars(1, 32),
  name_localizations: inLanguages(chars(1, 32)),
  description: z.optional(z.literal('')),
  ...where,
});

/** `PUT …/commands`. Contract A1.9: 100 of the chat, 15 of persons, 15 of messages, each name once. */
export const commandList = z.array(z.union([chatCommand, targetCommand])).check(
  z.refine((all) => distinct(all.map(({ type = 1, name }) => `${type} ${name}`)), {
    error: 'Application command names must be unique',
    params: { code: 'APPLICATION_COMMANDS_DUPLICATE_NAME' },
  }),
  z.refine(
    (all) => [100, 15, 15].every((most, at) => all.filter(({ type = 1 }) => type === at + 1).length <= most),
    { error: 'Too many commands', params: { code: 'BASE_TYPE_MAX_LENGTH' } },
  ),
);

/** The same on one guild. Contract A1.9: `contexts` are for global ones. */
export const guildCommandList = commandList.check(
  z.refine((all) => all.every(({ contexts }) => contexts === undefined || contexts === null), {
    error: 'Contexts are for global commands',
    params: { code: 'APPLICATION_COMMAND_CONTEXTS_GUILD_COMMAND' },
  }),
);

export type Commands = z.infer<typeof commandList>;
