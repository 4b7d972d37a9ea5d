import { isRecord } from './callback.ts';
import { ApiError, forbidden, noSession } from './failure.ts';
import type { SimChannel, SimUser } from './model.ts';
import type { World } from './world.ts';

/** One REST call, read and with its caller known. */
export class Call {
  readonly world: World;
  readonly query: URLSearchParams;
  readonly body: unknown;
  private readonly caller: SimUser | undefined;

  constructor(world: World, query: URLSearchParams, body: unknown, caller: SimUser | undefined) {
    this.world = world;
    this.query = query;
    this.body = body;
    this.caller = caller;
  }

  /** Who calls. Contract 2.2: a missing or wrong token is 401. */
  get user(): SimUser {
    if (!this.caller) throw noSession();
    return this.caller;
  }

  get record(): Record<string, unknown> {
    if (isRecord(this.body)) return this.body;
    throw new ApiError(400, 'api.context.invalid_body_param.app_error', 'Invalid or missing body.');
  }

  get list(): unknown[] {
    if (Array.isArray(this.body)) return this.body;
    throw new ApiError(400, 'api.context.invalid_body_param.app_error', 'Invalid or missing body.');
  }

  /** A channel the caller is in. Contract 2.2: 403 when unknown or forbidden, even for a public one before joining. */
  channel(id: string): SimChannel {
    const channel = this.world.channels.get(id);
    if (!channel?.members.has(this.user.id)) throw forbidden();
    return channel;
  }

  adminOnly(): void {
    if (!this.user.admin) throw forbidden();
  }
}

/** What a route gives back; 200 when no status is said. */
export interface Result {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
}

export type Route = (call: Call, ...parts: string[]) => Result | Promise<Result>;
export type Routes = Readonly<Record<string, Route>>;
