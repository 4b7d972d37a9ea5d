import * as z from 'zod/mini';

/** The values that Discord's bodies are made of, as its documentation limits them (contract A1.4 to A2.2). */

/**
 * A text of so many characters. Discord counts code points (its staff in discord-api-docs#1315) and trims, so blanks alone are nothing.
 */
export function chars(min: number, max: number) {
  return z.string().check(
    z.refine((text) => [...text.trim()].length >= min && [...text].length <= max, {
      error: `Must be between ${min} and ${max} in length.`,
      params: { code: 'BASE_TYPE_BAD_LENGTH' },
    }),
  );
}

/** An id: a string of digits, never a number, because JavaScript's are too small for it. */
export const snowflake = z.string().check(z.regex(/^\d{1,20}$/));

/** Bits of permissions: always a string of a decimal number (contract A2.5). */
export const bits = z.string().check(z.regex(/^\d{1,20}$/));

/** What a link button and an embed link to. */
export const url = z.string().check(
  z.refine((text) => URL.canParse(text) && /^(https?|discord):/.test(text), {
    error: 'Not a well formed URL.',
    params: { code: 'URL_TYPE_INVALID_URL' },
  }),
);

/** A picture's address: of the web, or of a file of the same message. */
export const picture = z.union([url, z.string().check(z.startsWith('attachment://'))]);

/** Flags of which only these may be set. */
export function flags(...allowed: readonly number[]) {
  const mask = allowed.reduce((all, bit) => all | bit, 0);
  return z.int().check(
    z.refine((value) => (value & ~mask) === 0, {
      error: 'Invalid flags.',
      params: { code: 'MESSAGE_FLAGS_INVALID' },
    }),
  );
}

/** Between so many and so many. */
export function whole(min: number, max: number) {
  return z.int().check(z.gte(min), z.lte(max));
}

/** So many of them at most. */
export function upTo<Each extends z.core.$ZodType>(max: number, each: Each, min = 0) {
  return z.array(each).check(z.minLength(min), z.maxLength(max));
}

/** Whether no two are the same. */
export function distinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

export const emoji = z.strictObject({
  id: z.optional(z.nullable(snowflake)),
  name: z.optional(z.nullable(chars(1, 100))),
  animated: z.optional(z.boolean()),
});

/** Contract A1.8: 1 to 100 characters. */
export const customId = chars(1, 100);

/** Contract A1.8: numbered by Discord where it is left out. */
export const componentId = z.optional(whole(0, 2 ** 31 - 1));
