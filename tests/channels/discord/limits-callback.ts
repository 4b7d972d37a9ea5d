import * as z from 'zod/mini';
import { EPHEMERAL, interactionMessage, messageEdit } from './limits-message.ts';
import { modal } from './limits-modal.ts';
import { chars, flags, upTo } from './limits-values.ts';

/** The first answer to an interaction, inline or by callback (contract A1.4). */

/** Contract A1.6: 25 choices of 100 characters. */
const choice = z.strictObject({
  name: chars(1, 100),
  name_localizations: z.optional(z.nullable(z.record(z.string(), chars(1, 100)))),
  value: z.union([chars(1, 100), z.number()]),
});

export const callback = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(1) }),
  z.strictObject({ type: z.literal(4), data: interactionMessage }),
  // Contract A1.4: a deferral takes the ephemeral flag and nothing else.
  z.strictObject({
    type: z.literal(5),
    data: z.optional(z.strictObject({ flags: z.optional(flags(EPHEMERAL)) })),
  }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({ type: z.literal(7), data: messageEdit }),
  z.strictObject({ type: z.literal(8), data: z.strictObject({ choices: upTo(25, choice) }) }),
  z.strictObject({ type: z.literal(9), data: modal }),
]);

export type Callback = z.infer<typeof callback>;
export type Choice = z.infer<typeof choice>;
