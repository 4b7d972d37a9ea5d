import type { ErrorTree } from '../../channels/discord/limits.ts';

/** An error as Discord's API answers it (contract A2.4). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: ErrorTree | undefined;

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): Record<string, unknown> {
    const body = { message: this.message, code: this.code };
    return this.errors ? { ...body, errors: this.errors } : body;
  }
}

export const unknown = {
  channel: () => new ApiError(404, 10003, 'Unknown Channel'),
  guild: () => new ApiError(404, 10004, 'Unknown Guild'),
  member: () => new ApiError(404, 10007, 'Unknown Member'),
  message: () => new ApiError(404, 10008, 'Unknown Message'),
  user: () => new ApiError(404, 10013, 'Unknown User'),
  /** Contract A1.5: an edit that is quicker than the deferral, or whose three seconds were missed. */
  webhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  interaction: () => new ApiError(404, 10062, 'Unknown interaction'),
};

export const missingAccess = () => new ApiError(403, 50001, 'Missing Access');
export const missingPermission = () => new ApiError(403, 50013, 'Missing Permissions');
export const unauthorized = () => new ApiError(401, 0, '401: Unauthorized');
export const noSuchCall = () => new ApiError(404, 0, '404: Not Found');
/** Contract A1.5: fifteen minutes are over. */
export const deadToken = () => new ApiError(401, 50027, 'Invalid Webhook Token');
export const acknowledged = () => new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const archived = () => new ApiError(400, 50083, 'Thread is archived');
export const locked = () => new ApiError(403, 160005, 'This thread is locked');
export const wrongChannelType = () => new ApiError(400, 50024, 'Cannot execute action on this channel type');

export const invalidForm = (errors: ErrorTree) => new ApiError(400, 50035, 'Invalid Form Body', errors);
