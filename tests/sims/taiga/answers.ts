/** What the fake answers, and the ways in which the real one says no (A2.2). */

export interface SimAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by a route. */
export class SimError extends Error {
  readonly answer: SimAnswer;

  constructor(answer: SimAnswer) {
    super(`answered ${answer.status}`);
    this.answer = answer;
  }
}

export const ok = (json?: unknown): SimAnswer => ({ status: 200, ...(json === undefined ? {} : { json }) });
export const created = (json: unknown): SimAnswer => ({ status: 201, json });
export const gone: SimAnswer = { status: 204 };

const typed = (status: number, type: string, message: string) =>
  new SimError({
    status,
    json: { _error_message: message, _error_type: `taiga.base.exceptions.${type}` },
  });

/** A2.2: one field, a list of messages. */
export const invalid = (field: string, message: string) =>
  new SimError({ status: 400, json: { [field]: [message] } });

/** A2.2: the version's message is a text where others are lists. */
export const badVersion = (message: string) => new SimError({ status: 400, json: { version: message } });

/** A2.5. */
export const badPk = (field: string, id: unknown) =>
  invalid(field, `Invalid pk '${id}' - object does not exist.`);

export const badRequest = (message: string) => typed(400, 'BadRequest', message);

export const forbidden = () =>
  typed(403, 'PermissionDenied', 'You do not have permission to perform this action.');

export const notFound = (what = '') =>
  new SimError({
    status: 404,
    json: { _error_message: what === '' ? '' : `No ${what} matches the given query.` },
  });

/** A2.2: a blocked project; archived ones are new in 6.10. */
export const blocked = () => typed(451, 'Blocked', 'Blocked element');
export const archived = () => typed(403, 'PermissionDenied', 'Archived element');

/** A2.2: past the last page. */
export const noPage = () => typed(404, 'NotFound', "Page is not 'last', nor can it be converted to an int.");

/** A2.1: an expired or made-up access token. */
export const badToken = () =>
  new SimError({
    status: 401,
    headers: { 'WWW-Authenticate': 'Bearer realm="api"' },
    json: {
      detail: 'Given token not valid for any token type',
      code: 'token_not_valid',
      messages: [
        { token_class: 'AccessToken', token_type: 'access', message: 'Token is invalid or expired' },
      ],
    },
  });

/** A2.1: a refresh token that was used before, or has expired. */
export const badRefresh = () =>
  new SimError({
    status: 401,
    json: { detail: 'Token is invalid or expired', code: 'token_not_valid' },
  });

export const badCredentials = () =>
  new SimError({
    status: 401,
    json: {
      detail: 'No active account found with the given credentials',
      code: 'invalid_credentials',
    },
  });

export const unauthorized = () =>
  new SimError({
    status: 401,
    headers: { 'WWW-Authenticate': 'Bearer realm="api"' },
    json: {
      _error_message: 'Authentication credentials were not provided.',
      _error_type: 'taiga.base.exceptions.NotAuthenticated',
    },
  });

/** A2.2: no `Retry-After`, a header of its own. */
export const throttled = (seconds: number): SimAnswer => ({
  status: 429,
  headers: { 'X-Throttle-Wait-Seconds': String(seconds) },
  json: {
    _error_message: `Request was throttled.Expected available in ${seconds} seconds.`,
    _error_type: 'taiga.base.exceptions.Throttled',
  },
});

/** A2.2: a 500 has a page of HTML. */
export const crashed: SimAnswer = { status: 500, text: '<h1>Server Error (500)</h1>' };
