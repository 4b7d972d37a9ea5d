import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Meter } from '../domain/meter.ts';

/** Figures of one run, written as one line when it ends. */
export interface RunMeter extends Meter {
  /** Writes what has been taken down since the last time. */
  publish(): void;
}

/**
 * Takes figures down in CloudWatch's embedded format, through Powertools: they are log lines, so that they cost no call.
 * @param namespace the deployment's.
 */
export function createMeter(namespace: string): RunMeter {
  const kept = new Metrics({ namespace, serviceName: 'cardwire' });
  return {
    count: (metric, by = 1) => void kept.addMetric(metric, MetricUnit.Count, by),
    age: (milliseconds) => void kept.addMetric('Age', MetricUnit.Milliseconds, milliseconds),
    publish: () => {
      if (kept.hasStoredMetrics()) kept.publishStoredMetrics();
    },
  };
}

/** A function whose figures are written whenever it ends. */
export function metered<Event, Answer>(
  handler: (event: Event) => Promise<Answer>,
  meter: RunMeter,
): (event: Event) => Promise<Answer> {
  return async (event) => {
    try {
      return await handler(event);
    } finally {
      meter.publish();
    }
  };
}
