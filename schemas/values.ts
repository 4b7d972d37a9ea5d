import * as z from 'zod/mini';

/** The values that settings are made of, with what to write in their place where they are wrong. */

/** A connection's or team's name: it stands in addresses and commands. */
export const name = z
  .string('a name is missing')
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use 1 to 40 lower-case letters, digits and dashes'));
export const text = z.string('write a text here').check(z.minLength(1, 'write a text here'));
export const yesNo = z.boolean('write true or false');
/** The address of a server, its pages' own. */
export const url = z
  .url({ protocol: /^https?$/, error: 'write the full address, such as https://board.example.org' })
  .check(
    z.refine(isPlainAddress, 'write the address alone: no user name, password, question mark or # in it'),
  );
/** A secret as the file names it: the variable that holds it, never the secret itself. */
export const secret = text.check(
  z.regex(
    /^env:[A-Z][A-Z0-9_]*$/,
    'never write a secret here: write env:NAME and set NAME in the environment',
  ),
);

/** The address goes into other addresses, and is shown: it carries nothing but the way. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return true; // Said already, by the check before this one.
  const { username, password, search, hash } = new URL(text);
  return username === '' && password === '' && search === '' && hash === '';
}
