import * as z from 'zod/mini';
import { chars, picture, upTo, url, whole } from './limits-values.ts';

/** Contract A2.1: the limits of an embed's parts. */

const image = z.strictObject({ url: picture });

const field = z.strictObject({
  name: chars(1, 256),
  value: chars(1, 1024),
  inline: z.optional(z.boolean()),
});

const embed = z
  .strictObject({
    title: z.optional(chars(0, 256)),
    description: z.optional(chars(0, 4096)),
    url: z.optional(url),
    timestamp: z.optional(z.iso.datetime({ offset: true })),
    color: z.optional(whole(0, 0xffffff)),
    footer: z.optional(z.strictObject({ text: chars(1, 2048), icon_url: z.optional(picture) })),
    image: z.optional(image),
    thumbnail: z.optional(image),
    author: z.optional(
      z.strictObject({ name: chars(1, 256), url: z.optional(url), icon_url: z.optional(picture) }),
    ),
    fields: z.optional(upTo(25, field)),
  })
  .check(
    z.refine(
      ({ title, description, fields, image, thumbnail, author, footer }) =>
        Boolean(title || description || fields?.length || image || thumbnail || author || footer),
      { error: 'This field is required', path: ['description'], params: { code: 'BASE_TYPE_REQUIRED' } },
    ),
  );

type Embed = z.infer<typeof embed>;

/** Contract A2.1: ten of them, 6,000 characters over all of one message. */
export const embeds = upTo(10, embed).check(
  z.refine((all) => all.reduce((sum, each) => sum + size(each), 0) <= 6000, {
    error: 'Embed size exceeds maximum size of 6000',
    params: { code: 'MAX_EMBED_SIZE_EXCEEDED' },
  }),
);

/** The characters that count: title, description, names and values of fields, footer, author. */
function size({ title, description, fields = [], footer, author }: Embed): number {
  const texts = [title, description, footer?.text, author?.name];
  const named = fields.flatMap(({ name, value }) => [name, value]);
  return [...texts, ...named].reduce((sum, text = '') => sum + [...text].length, 0);
}
