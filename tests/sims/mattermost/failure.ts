import { newId } from './world.ts';

/** An error as Mattermost's REST answers it (contract 2.2): branch on `id` or the status, the message is translated. */
export class ApiError extends Error {
  readonly status: number;
  readonly id: string;

  constructor(status: number, id: string, message: string) {
    super(message);
    this.status = status;
    this.id = id;
  }

  get body(): Record<string, unknown> {
    return {
      id: this.id,
      message: this.message,
      detailed_error: '',
      request_id: newId(),
      status_code: this.status,
    };
  }
}

/** Contract 2.2: an unknown and a forbidden channel or post both give this. */
export const forbidden = () =>
  new ApiError(403, 'api.context.permissions.app_error', 'You do not have the appropriate permissions.');

export const missing = (id: string) => new ApiError(404, id, 'Unable to find it.');

/** Contract 2.2: a wrong token. */
export const noSession = () =>
  new ApiError(
    401,
    'api.context.session_expired.app_error',
    'Invalid or expired session, please login again.',
  );

export const noSuchCall = () =>
  new ApiError(404, 'api.context.404.app_error', 'Sorry, we could not find the page.');
