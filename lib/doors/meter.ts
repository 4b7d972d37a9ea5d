import type { Meter, Metric } from '../domain/meter.ts';
import { noMeter } from '../domain/meter.ts';

/**
 * A door's figures, in CloudWatch's embedded format, a line each. By our own few lines: what Powertools brings along for it is more than the
 * rest of a door, read at every cold start.
 * @param namespace the deployment's; without one nothing is written.
 * @param write takes a whole line.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function createDoorMeter(
  namespace = process.env.POWERTOOLS_METRICS_NAMESPACE,
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Meter {
  if (!namespace) return noMeter;
  const line = (name: Metric | 'Age', unit: 'Count' | 'Milliseconds', value: number) => {
    const directive = {
      Namespace: namespace,
      Dimensions: [['service']],
      Metrics: [{ Name: name, Unit: unit }],
    };
    const told = { _aws: { Timestamp: Date.now(), CloudWatchMetrics: [directive] } };
    write(`${JSON.stringify({ ...told, service: 'cardwire', [name]: value })}\n`);
  };
  return {
    count: (metric, by = 1) => line(metric, 'Count', by),
    age: (milliseconds) => line('Age', 'Milliseconds', milliseconds),
  };
}
