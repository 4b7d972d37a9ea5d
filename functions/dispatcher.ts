import { createDispatcher } from '../lib/dispatch/dispatcher.ts';
import { settingsFromEnvironment } from '../lib/dispatch/environment.ts';
import { metered } from '../lib/dispatch/metrics.ts';

const settings = settingsFromEnvironment();

/** Serves both queues. */
export const handler = metered(createDispatcher(settings), settings.meter);
