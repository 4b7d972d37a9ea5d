/** What the fake answers, and the ways in which the real one says no. */

export interface SimAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Which of the three error styles a route has (A2.3). */
export type ErrorStyle = 'A' | 'B' | 'C';

/** Thrown by a route; how it looks on the wire is the route's style. */
export class SimError extends Error {
  readonly statusCode: 400 | 401 | 403 | 404;
  readonly error: string;

  constructor(statusCode: 400 | 401 | 403 | 404, error: string) {
    super(error);
    this.statusCode = statusCode;
    this.error = error;
  }
}

export const unauthorized = () => new SimError(401, 'Unauthorized');
export const forbidden = () => new SimError(403, 'Forbidden');
export const notFound = () => new SimError(404, 'NotFound');

export const ok = (json: unknown): SimAnswer => ({ status: 200, json });

/** A2.3: a missing document is 200 with an empty body, and then without a content type. */
export const empty = (status = 200): SimAnswer => ({ status });

/** A2.3: an unknown path is answered with the app itself, 200. */
export const page = (status = 200): SimAnswer => ({
  status,
  type: 'text/html; charset=utf-8',
  text: '<!DOCTYPE html><html><head><title>Wekan</title></head><body></body></html>',
});

/** Renders a refusal. `old`: before Express 5 a thrown refusal of style C became a bare 500. */
export function renderError({ statusCode, error }: SimError, style: ErrorStyle, old: boolean): SimAnswer {
  switch (style) {
    case 'A':
      // A2.3, style A: HTTP 200 with an error object.
      return ok({
        isClientSafe: true,
        error,
        reason: error,
        message: `${error} [${error}]`,
        errorType: 'Meteor.Error',
        statusCode,
      });
    case 'B':
      // A2.3, style B: a real status with JSON.
      return { status: statusCode, json: { error } };
    case 'C':
      // A2.3, style C: an HTML page, with the real status or 500.
      return page(old ? 500 : statusCode);
  }
}
