/** Reads the values of a webhook's diff (A1.5). They come from outside: anything that is not as expected is simply not there. */

/** `{from, to}`. */
export function bothEnds(value: unknown): { readonly from?: unknown; readonly to?: unknown } {
  return typeof value === 'object' && value !== null ? value : {};
}

/** The texts of a list. */
export function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** The names in `{new, changed, deleted}`. */
export interface Listed {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Reads `{new, changed, deleted}`: the field `name` of each. */
export function listed(value: unknown, name: string): Listed {
  const lists: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const namesOf = (list: unknown) =>
    names(Array.isArray(list) ? list.map((each) => fieldOf(each, name)) : []);
  return { added: namesOf(lists.new), changed: namesOf(lists.changed), removed: namesOf(lists.deleted) };
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}
