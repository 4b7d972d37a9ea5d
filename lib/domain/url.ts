/** Addresses are put together by appending a path: without the slash that one may end with. */
export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/**
 * The path of a link below a server's address, which may have a sub-path of its own; query and anchor do not matter.
 * @returns beginning with a slash; undefined for a link to anywhere else and for a text that is none.
 */
export function pathBelow(base: string, link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { origin, pathname } = new URL(base);
  const root = withoutSlash(pathname);
  const target = new URL(link);
  const isBelow = target.origin === origin && target.pathname.startsWith(`${root}/`);
  return isBelow ? target.pathname.slice(root.length) : undefined;
}
