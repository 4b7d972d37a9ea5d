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
/** A look takes so long besides the calls that it makes of the board, one after the other. */
const looking = { gigabytes: 0.25, seconds: 0.1, secondsPerCall: 0.15 } as const;
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

/** So often the schedule calls in a day, and so many of these calls find a board's time come with five minutes between two looks. */
const perDay = { calls: 1440, looks: 288 } as const;

/** Calls of the board in a day of looking at it. */
export function boardCallsPerDay(quiet: Pick<Calls, 'board'>): number {
  return perDay.looks * quiet.board;
}

/** What a day of looking at one board costs in which nothing is found, in cents; the schedule's own calls serve all boards together. */
export function centsPerDay(early: Calls, quiet: Calls): number {
  const lookOf = ({ writeUnits, readUnits, board }: Calls) =>
    (perMillion.dynamoWriteUnit * writeUnits + perMillion.dynamoReadUnit * readUnits) / 1e6 +
    looking.gigabytes * (looking.seconds + looking.secondsPerCall * board) * perGigabyteSecondArm;
  const call = perMillion.lambdaRequest / 1e6 + (logBytesPerRun / 1e9) * perGigabyteOfLogs;
  const idle = perDay.calls - perDay.looks;
  return 100 * (perDay.calls * call + idle * lookOf(early) + perDay.looks * lookOf(quiet));
}
