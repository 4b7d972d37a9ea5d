import { setImmediate as macrotask } from 'node:timers/promises';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Clock } from './clock.ts';
import { costOf, type Fault, play, type Side } from './faults.ts';
import type { FifoQueues, Queued } from './fifo.ts';

/** One outgoing call of a run that waits to be let through. */
export interface Step {
  readonly run: Run;
  readonly side: Side;
  readonly label: string;
  /** Counts the calls in the order in which runs made them. */
  readonly asked: number;
  /** Lets it through, or not. */
  readonly pass: (fault: Fault) => Promise<void>;
}

/** A call that was let through. */
export interface Passed extends Pick<Step, 'side' | 'label' | 'asked'> {
  readonly fault: Fault;
}

interface Run {
  readonly message: Queued;
  readonly startedAt: number;
  readonly container: Container;
  /** `done` takes the message off its queue: the one step that is left. */
  state: 'working' | 'done' | 'over';
}

/** How a container reaches the outside: every call waits for its turn. */
export type Through = <T>(side: Side, label: string, work: () => T | Promise<T>) => Promise<T>;

/** Opens the code that is deployed at this moment. */
type Open = (through: Through) => (event: SQSEvent) => Promise<SQSBatchResponse>;

interface Container {
  run?: Run | undefined;
  /** A newer release has been deployed since it was opened: no other message comes to it. */
  retired?: boolean;
  handle?: (event: SQSEvent) => Promise<SQSBatchResponse>;
}

/** Lambda ends a run of the dispatcher after this long. Milliseconds. */
const LIMIT_MS = 60_000;

/**
 * Lambda in slow motion: each run works in a container of its own and stops at every outgoing call until it is let through. A
 * run that is killed never hears of anything again, and its container is gone with all it had in memory.
 */
export class Workers {
  steps: readonly Step[] = [];
  running = 0;
  /** What was let through, for those who want to know how far a history got. */
  readonly passed: Passed[] = [];
  private asked = 0;
  private idle: Container[] = [];
  private opened: Container[] = [];
  private readonly clock: Clock;
  private readonly queues: FifoQueues;
  private readonly open: Open;

  constructor(clock: Clock, queues: FifoQueues, open: Open) {
    this.clock = clock;
    this.queues = queues;
    this.open = open;
  }

  /** Hands a message to a free container. Resolves when the run stands at its first call, or is over. */
  async start(message: Queued): Promise<void> {
    const container = this.idle.pop() ?? this.newContainer();
    const run: Run = { message, startedAt: this.clock.now, container, state: 'working' };
    container.run = run;
    this.running += 1;
    const handling = container.handle?.(this.queues.receive(message));
    handling?.then(
      ({ batchItemFailures }) => this.ended(run, batchItemFailures.length === 0),
      () => this.ended(run, false),
    );
    await this.settled(run);
  }

  /** Lets one call through. Resolves when its run stands at the next one, or is over. */
  async pass(step: Step, fault: Fault): Promise<void> {
    const { run } = step;
    this.steps = this.steps.filter((other) => other !== step);
    this.passed.push({ side: step.side, label: step.label, asked: step.asked, fault });
    this.clock.advanceTo(this.clock.now + costOf(fault));
    if (this.clock.now - run.startedAt > LIMIT_MS) return this.kill(run);
    await step.pass(fault);
    await this.settled(run);
  }

  /** What runs goes on to its end, as it was opened; whatever comes next is the new release's. */
  deploy(): void {
    for (const container of this.opened) container.retired = true;
    this.idle = [];
    this.opened = [];
  }

  private nextAsked(): number {
    this.asked += 1;
    return this.asked;
  }

  private newContainer(): Container {
    const container: Container = {};
    this.opened.push(container);
    container.handle = this.open((side, label, work) => this.call(container, side, label, work));
    return container;
  }

  private call<T>(container: Container, side: Side, label: string, work: () => T | Promise<T>): Promise<T> {
    const { run } = container;
    if (!run || run.state === 'over') return new Promise(() => undefined);
    return new Promise((resolve, reject) => {
      const pass = async (fault: Fault): Promise<void> => {
        const played = await play(fault, work);
        if (played === 'killed') this.kill(run);
        else if ('error' in played) reject(played.error);
        else resolve(played.value);
      };
      this.steps = [...this.steps, { run, side, label, pass, asked: this.nextAsked() }];
    });
  }

  private ended(run: Run, deleted: boolean): void {
    if (run.state !== 'working') return;
    if (!deleted) {
      this.leave(run);
      return;
    }
    run.state = 'done';
    const pass = async (fault: Fault): Promise<void> => {
      if (fault === 'none') this.queues.delete(run.message);
      this.leave(run);
    };
    this.steps = [...this.steps, { run, side: 'poller', label: 'delete', pass, asked: this.nextAsked() }];
  }

  private leave(run: Run): void {
    run.state = 'over';
    run.container.run = undefined;
    this.running -= 1;
    if (!run.container.retired) this.idle.push(run.container);
  }

  private kill(run: Run): void {
    if (run.state === 'over') return;
    run.state = 'over';
    this.running -= 1;
    this.steps = this.steps.filter((step) => step.run !== run);
  }

  private async settled(run: Run): Promise<void> {
    for (let turns = 0; turns < 1000; turns += 1) {
      await macrotask();
      if (run.state === 'over' || this.steps.some((step) => step.run === run)) return;
    }
    throw new Error('a run neither calls anything nor ends');
  }
}
