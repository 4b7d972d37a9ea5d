import { ApiError } from './failure.ts';
import { newId, type World } from './world.ts';

/** A trigger id: base64 of `clientId:userId:millis:signature` (contract 1.1). Only the server can verify it. */
export function makeTrigger(world: World, user: string): string {
  return Buffer.from(`${newId()}:${user}:${world.now()}:${signature}`).toString('base64');
}

/**
 * The user a trigger was made for.
 * @throws ApiError when it is garbage or too old. Contract 3.2: it lives 3 s on old servers, the integration timeout of 30 s on new
 * ones, and may be used again until then.
 */
export function readTrigger(world: World, trigger: string): string {
  const [, user, made, signed] = Buffer.from(trigger, 'base64').toString().split(':');
  if (!user || signed !== signature) {
    throw new ApiError(
      400,
      'interactive_message.decode_trigger_id.base64_decode_failed',
      'Failed to decode base64 for trigger ID for interactive dialog.',
    );
  }
  const life = world.old ? 3_000 : 30_000;
  if (world.now() - Number(made) > life) {
    const seconds = life / 1000;
    throw new ApiError(
      400,
      'interactive_message.decode_trigger_id.expired',
      `Trigger ID for interactive dialog is expired. Trigger IDs live for a maximum of ${seconds} seconds.`,
    );
  }
  return user;
}

const signature = Buffer.from(newId()).toString('base64');
