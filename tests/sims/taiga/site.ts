import type { Hook } from './payload.ts';
import { moment, type SimProject, type SimStatus, type World } from './world.ts';

/** The running server: its data, its settings, and its outbox of webhooks. */
export interface Site {
  readonly world: World;
  /** Where people open pages, without a slash at the end. */
  readonly front: string;
  /** A1.6: whether webhooks are sent by workers, or within the request that caused them. */
  readonly celery: boolean;
  /** `WEBHOOKS_ALLOW_PRIVATE_ADDRESS` (A1.1). */
  readonly privateTargets: boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds that a token is good for (A2.1). */
  readonly lifetimes: { readonly access: number; readonly refresh: number };
  /** What happens between a write's read and its save. */
  readonly between: () => void;
  /** Puts a webhook into the outbox of everyone who listens to the project. */
  readonly raise: (project: number, hook: Hook) => void;
}

export const stamp = ({ world, now }: Site): string => moment(world, now());

/** Order fields are microseconds (A2.5). */
export const order = ({ world }: Site): number => world.lastMoment * 1000;

export function statusOf(world: World, id: number): SimStatus {
  const status = world.statuses.find((each) => each.id === id);
  if (!status) throw new Error(`the fake Taiga has no status ${id}`);
  return status;
}

export function projectOf(world: World, id: number): SimProject {
  const project = world.projects.find((each) => each.id === id);
  if (!project) throw new Error(`the fake Taiga has no project ${id}`);
  return project;
}
