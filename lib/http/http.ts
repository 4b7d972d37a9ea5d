/** One outgoing call. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a `FormData` as multipart/form-data. */
  readonly body?: unknown;
  /** Reads the answer as bytes, at most so many: a file rather than a text. */
  readonly bytes?: number;
}

/** What came back, whatever its status. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; a repeated header's first value. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly text: string;
  /** The body when its content type is JSON and it parses, else undefined. */
  readonly json: unknown;
  /** The body as it came, where bytes were asked for; `text` and `json` are empty then. */
  readonly bytes?: Uint8Array;
}

/**
 * Makes outgoing calls. Any status is an answer; only no answer at all (network, 8 s without one, an address that is not
 * allowed, a body over the limit either way) throws a `CardwireError`. Redirects are answers, not followed.
 */
export interface Http {
  send(request: HttpRequest): Promise<HttpResponse>;
}
