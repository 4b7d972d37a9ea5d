import * as z from 'zod/mini';
import {
  chars,
  componentId,
  customId,
  distinct,
  emoji,
  snowflake,
  upTo,
  url,
  whole,
} from './limits-values.ts';

/** Contract A1.8: the buttons and selects of a message with content or embeds. The newer kind (flag 32768) is not ours. */

const face = { label: z.optional(chars(0, 80)), emoji: z.optional(emoji), id: componentId };

const button = z.union([
  z.strictObject({
    type: z.literal(2),
    style: z.literal([1, 2, 3, 4]),
    custom_id: customId,
    disabled: z.optional(z.boolean()),
    ...face,
  }),
  // Contract A1.8: a link sends no interaction, so it has no custom_id.
  z.strictObject({
    type: z.literal(2),
    style: z.literal(5),
    url: url.check(z.maxLength(512)),
    disabled: z.optional(z.boolean()),
    ...face,
  }),
]);

const labelled = button.check(
  z.refine(({ label, emoji }) => Boolean(label || emoji), {
    error: 'A button needs a label or an emoji',
    params: { code: 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED' },
  }),
);

const option = z.strictObject({
  label: chars(1, 100),
  value: chars(1, 100),
  description: z.optional(chars(0, 100)),
  emoji: z.optional(emoji),
  default: z.optional(z.boolean()),
});

/** What all selects have, in messages and in forms. */
export const choosing = {
  custom_id: customId,
  placeholder: z.optional(chars(0, 150)),
  min_values: z.optional(whole(0, 25)),
  max_values: z.optional(whole(1, 25)),
  id: componentId,
};

/** Contract A1.8: 25 options at most; the same value twice is refused. */
export const options = upTo(25, option, 1).check(
  z.refine((all) => distinct(all.map(({ value }) => value)), {
    error: 'The specified option value is already used',
    params: { code: 'SELECT_COMPONENT_DUPLICATE_VALUE' },
  }),
);

const select = z.union([
  z.strictObject({ type: z.literal(3), options, disabled: z.optional(z.boolean()), ...choosing }),
  z.strictObject({
    type: z.literal([5, 6, 7, 8]),
    default_values: z.optional(upTo(25, z.strictObject({ id: snowflake, type: z.string() }))),
    disabled: z.optional(z.boolean()),
    ...choosing,
  }),
]);

/** Contract A1.8: five buttons or one select. */
const row = z.strictObject({
  type: z.literal(1),
  id: componentId,
  components: z.union([upTo(5, labelled, 1), upTo(1, select, 1)]),
});

/** Contract A1.8: five rows, each custom_id once in the message. */
export const rows = upTo(5, row).check(
  z.refine((all) => distinct(all.flatMap(({ components }) => components.flatMap(idsOf))), {
    error: 'Component custom id cannot be duplicated',
    params: { code: 'COMPONENT_CUSTOM_ID_DUPLICATED' },
  }),
);

type Inner = z.infer<typeof row>['components'][number];

function idsOf(component: Inner): string[] {
  return 'custom_id' in component ? [component.custom_id] : [];
}
