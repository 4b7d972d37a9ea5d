import { type Metric, metrics } from '../domain/meter.ts';

/** What doors and dispatcher have counted since the start. */
export interface Figures {
  readonly counts: Record<Metric, number>;
  /** How long messages had lain in their queue when they were worked on last, with the moment of it. Milliseconds. */
  readonly ages: { readonly at: number; readonly age: number }[];
}

/** The oldest message of the last minute is shown. Milliseconds. */
const RECENT_MS = 60_000;

/** Nothing has been counted yet. */
export function noFigures(): Figures {
  const counts = Object.fromEntries(metrics.map((metric) => [metric, 0])) as Record<Metric, number>;
  return { counts, ages: [] };
}

/** Whether a line of a function's log begins as CloudWatch's embedded format does. */
export function isEmbedded(line: string): boolean {
  return line.startsWith('{"_aws":');
}

/**
 * Adds what a line in the embedded format says.
 * @param now epoch milliseconds.
 */
export function addLine(figures: Figures, line: string, now: number): void {
  const said = read(line);
  for (const metric of metrics) {
    for (const value of numbers(said[metric])) figures.counts[metric] += value;
  }
  for (const age of numbers(said.Age)) figures.ages.push({ at: now, age });
  const fresh = figures.ages.findIndex(({ at }) => now - at <= RECENT_MS);
  figures.ages.splice(0, fresh < 0 ? figures.ages.length : fresh);
}

/** All figures in one line for people. */
export function lineOf({ counts, ages }: Figures, now: number): string {
  const recent = ages.filter(({ at }) => now - at <= RECENT_MS).map(({ age }) => age);
  const oldest = Math.round(Math.max(0, ...recent) / 1000);
  const parts = metrics.map((metric) => `${nameOf(metric)} ${counts[metric]}`);
  return [...parts, `oldest ${oldest} s`].join(' · ');
}

function nameOf(metric: Metric): string {
  return metric.replace(/\B[A-Z]/g, ' $&').toLowerCase();
}

/** One value, or several that were put together. */
function numbers(value: unknown): readonly number[] {
  return [value].flat().filter((each): each is number => typeof each === 'number');
}

function read(line: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}
