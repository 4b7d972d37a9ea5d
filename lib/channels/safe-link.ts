/** A link's target that cannot leave its brackets: only http and https, and no sign that ends a link. Empty for anything else. */
export function safeLink(url: string): string {
  if (!/^https?:\/\//i.test(url)) return '';
  return url.replaceAll(/[\s()<>[\]\\"'`*@~|]/g, percentOf);
}

/** A sign as an address can have it: `%40` for `@`. */
export function percentOf(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}
