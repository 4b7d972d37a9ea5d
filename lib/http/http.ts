/** One outgoing call. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a `FormData` as multipart/form-data. */
  readonly body?: unknown;
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
}

/**
 * Makes outgoing calls. Any status is an answer; only no answer at all (network, 8 s without one, an address that is not
 * allowed, a body over the limit either way) throws a `CardwireError`. Redirects are answers, not followed.
 */
export interface Http {
  send(request: HttpRequest): Promise<HttpResponse>;
}
