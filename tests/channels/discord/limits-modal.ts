import * as z from 'zod/mini';
import { choosing, options } from './limits-components.ts';
import { chars, componentId, customId, distinct, snowflake, upTo, whole } from './limits-values.ts';

/** A form (contract A1.7). The old kind, rows of text inputs, is deprecated and refused here. */

const required = z.optional(z.boolean());

/** Contract A1.7: 4,000 characters; its own `label` is deprecated, the Label around it has one. */
const textInput = z
  .strictObject({
    type: z.literal(4),
    custom_id: customId,
    style: z.literal([1, 2]),
    min_length: z.optional(whole(0, 4000)),
    max_length: z.optional(whole(1, 4000)),
    required,
    value: z.optional(chars(0, 4000)),
    placeholder: z.optional(chars(0, 100)),
    id: componentId,
  })
  .check(
    z.refine(
      ({ value, max_length = 4000, min_length = 0 }) =>
        min_length <= max_length && [...(value ?? '')].length <= max_length,
      { error: 'The value does not fit', path: ['value'], params: { code: 'BASE_TYPE_BAD_LENGTH' } },
    ),
  );

/** Contract A1.7: `disabled` in a form is an error, so it is not among these. */
const stringSelect = z.strictObject({ type: z.literal(3), options, required, ...choosing });

const entitySelect = z.strictObject({
  type: z.literal([5, 6, 7, 8]),
  required,
  default_values: z.optional(upTo(25, z.strictObject({ id: snowflake, type: z.string() }))),
  ...choosing,
});

/** Contract A1.7: 0 to 10 files. */
const fileUpload = z.strictObject({
  type: z.literal(19),
  custom_id: customId,
  min_values: z.optional(whole(0, 10)),
  max_values: z.optional(whole(1, 10)),
  required,
  id: componentId,
});

const label = z.strictObject({
  type: z.literal(18),
  label: chars(1, 45),
  description: z.optional(chars(0, 100)),
  component: z.union([textInput, stringSelect, entitySelect, fileUpload]),
  id: componentId,
});

const textDisplay = z.strictObject({ type: z.literal(10), content: chars(1, 4000), id: componentId });

/** Contract A1.7: title 45, custom_id 100, one to five parts. */
export const modal = z.strictObject({
  title: chars(1, 45),
  custom_id: customId,
  components: upTo(5, z.union([label, textDisplay]), 1).check(
    z.refine((all) => distinct(all.flatMap((each) => (each.type === 18 ? [each.component.custom_id] : []))), {
      error: 'Component custom id cannot be duplicated',
      params: { code: 'COMPONENT_CUSTOM_ID_DUPLICATED' },
    }),
  ),
});
