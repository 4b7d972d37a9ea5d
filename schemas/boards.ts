import * as z from 'zod/mini';
import { secret, text, url, yesNo } from './values.ts';

/** A board in a team's file, product by product. */

/** What every board has. */
const anyBoard = {
  url,
  /** Title of the column where new cards go; the board's first one when absent. */
  intake: z.optional(text),
  /** Title of the column that means done; the board's last one when absent. */
  done: z.optional(text),
  /** Allow an address on a private network. */
  private: z._default(yesNo, false),
};

const wekanBoard = z.strictObject({
  product: z.literal('wekan'),
  ...anyBoard,
  user: text,
  password: secret,
  /** Title or id of the board. */
  board: text,
});

const taigaBoard = z
  .strictObject({
    product: z.literal('taiga'),
    ...anyBoard,
    /** The API's address where it is another one than the pages': `https://api.taiga.io`. */
    api: z.optional(url),
    user: z.optional(text),
    password: z.optional(secret),
    /** An application token, in place of user and password. */
    token: z.optional(secret),
    /** The project's slug: in its address, after `/project/`. */
    project: text,
    /** Title of the closed status that stands for the archive; the first one that Taiga itself calls archived when absent. */
    archive: z.optional(text),
  })
  .check(
    z.refine(
      ({ user, password, token }) =>
        token === undefined
          ? user !== undefined && password !== undefined
          : user === undefined && password === undefined,
      'write user: and password:, or token: alone',
    ),
  );

export const board = z.discriminatedUnion('product', [wekanBoard, taigaBoard], {
  error: ({ code }) => (code === 'invalid_union' ? 'the board products are: wekan, taiga' : undefined),
});

export type BoardSettings = z.infer<typeof board>;

/** One product's settings. */
export type SettingsOf<Product extends BoardSettings['product']> = Extract<
  BoardSettings,
  { readonly product: Product }
>;
