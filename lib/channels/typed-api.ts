import type * as z from 'zod/mini';
import type { CardwireError } from '../domain/errors.ts';
import type { HttpRequest } from '../http/http.ts';

/** What a zod schema can do for us here. */
export type Shape<T> = Pick<z.ZodMiniType<T>, 'safeParse'>;

/** A far side's answer: its JSON, or what it refused with. */
type Given =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly error: CardwireError };

/** A chat's JSON API, called with one token. */
export interface TypedApi<Answer extends Given> {
  /** Gives a refusal back for the caller to judge. Throws what is worth another try. */
  ask(method: HttpRequest['method'], path: string, body?: unknown): Promise<Answer>;
  /** Reads one thing; any refusal is thrown. */
  get<T>(path: string, shape: Shape<T>): Promise<T>;
  /** Sends one thing and reads what came of it; any refusal is thrown. */
  post<T>(path: string, body: unknown, shape: Shape<T>): Promise<T>;
}

/**
 * Makes of `ask` an API whose answers are read by schemas.
 * @param readAs reads JSON as a shape, and throws what it means that it is none.
 */
export function typedApi<Answer extends Given>(
  ask: TypedApi<Answer>['ask'],
  readAs: <T>(json: unknown, shape: Shape<T>) => T,
): TypedApi<Answer> {
  async function must<T>(answer: Promise<Answer>, shape: Shape<T>): Promise<T> {
    const given = await answer;
    if (!given.ok) throw given.error;
    return readAs(given.json, shape);
  }
  return {
    ask,
    get: (path, shape) => must(ask('GET', path), shape),
    post: (path, body, shape) => must(ask('POST', path, body), shape),
  };
}
