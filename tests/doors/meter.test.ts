import { expect, test } from '@jest/globals';
import { createDoorMeter } from '../../lib/doors/meter.ts';

test('writes one line in the embedded format, with no dimension but the service', () => {
  const lines: string[] = [];
  createDoorMeter('cardwire-test', (line) => lines.push(line)).count('Accepted', 2);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.endsWith('}\n')).toBe(true);
  const { _aws, ...values } = JSON.parse(lines[0] ?? '');
  expect(values).toEqual({ service: 'cardwire', Accepted: 2 });
  expect(_aws.CloudWatchMetrics).toEqual([
    {
      Namespace: 'cardwire-test',
      Dimensions: [['service']],
      Metrics: [{ Name: 'Accepted', Unit: 'Count' }],
    },
  ]);
  expect(Math.abs(Date.now() - _aws.Timestamp)).toBeLessThan(60_000);
});

test('writes nothing where there is no namespace', () => {
  const lines: string[] = [];
  createDoorMeter('', (line) => lines.push(line)).count('Refused');
  expect(lines).toEqual([]);
});
