import type { Calls } from './counting.ts';

/** List prices in US dollars, us-east-1, 2026-09: what stands here is all that the sums below know of AWS. */
const perMillion = {
  httpApiRequest: 1.0,
  lambdaRequest: 0.2,
  sqsFifoCall: 0.5,
  dynamoWriteUnit: 0.625,
  dynamoReadUnit: 0.125,
} as const;
const perGigabyteSecondArm = 0.0000133334;
const perGigabyteOfLogs = 0.5;

/**
 * What a run of each function takes: memory as in serverless.yml. The time is assumed, not measured in the cloud: two or three calls
 * over the internet, one in twenty runs cold.
 */
const door = { gigabytes: 0.25, seconds: 0.03 } as const;
const dispatcher = { gigabytes: 0.25, seconds: 0.2 } as const;
const logBytesPerRun = 500;

/** What the prices assume, for whoever reads the table. */
export const assumptions = `List prices; arm64; a door ${door.seconds} s and a dispatcher ${dispatcher.seconds} s at ${1024 * dispatcher.gigabytes} MB a run, ${logBytesPerRun} bytes of logs. No mail.`;

/**
 * What a thousand happenings cost, in dollars: each came through one door, and each of its messages is one run of the dispatcher.
 */
export function pricePerThousand({ sqs, messages, writeUnits, readUnits }: Calls): number {
  const runs = 1 + messages;
  const requests =
    perMillion.httpApiRequest +
    perMillion.lambdaRequest * runs +
    perMillion.sqsFifoCall * sqs +
    perMillion.dynamoWriteUnit * writeUnits +
    perMillion.dynamoReadUnit * readUnits;
  const gigabyteSeconds =
    door.gigabytes * door.seconds + dispatcher.gigabytes * dispatcher.seconds * messages;
  const logs = (runs * logBytesPerRun) / 1e9;
  return 1000 * (requests / 1e6 + gigabyteSeconds * perGigabyteSecondArm + logs * perGigabyteOfLogs);
}
