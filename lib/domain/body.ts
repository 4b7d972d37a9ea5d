import type { DoorRequest } from './door.ts';

const strict = new TextDecoder('utf-8', { fatal: true });

/** Reads a body as JSON, also behind a byte order mark. Undefined when it is not UTF-8 or not JSON. */
export function readJson({ body }: DoorRequest): unknown {
  try {
    return JSON.parse(strict.decode(body));
  } catch {
    return undefined;
  }
}

/**
 * Reads a form, from the body of a POST or the query of a GET, repeated keys kept. Broken UTF-8 becomes replacement characters:
 * a person's text with one odd character is worth more than none.
 */
export function readForm({ method, body, query }: DoorRequest): URLSearchParams {
  return method === 'GET' ? query : new URLSearchParams(body.toString());
}
