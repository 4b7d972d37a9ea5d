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
  /** What the dispatcher was called with; the scheduled function is called with nothing. */
  readonly message: Queued | undefined;
  readonly startedAt: number;
  readonly container: Container;
  /** `done` takes the message off its queue: the one step that is left. */
  state: 'working' | 'done' | 'over';
}

/** How a container reaches the outside: every call waits for its turn. */
export type Through = <T>(side: Side, label: string, work: () => T | Promise<T>) => Promise<T>;

/** Opens the code that is deployed at this moment. */
export interface Functions {
  dispatcher(through: Through): (event: SQSEvent) => Promise<SQSBatchResponse>;
  reconcile(through: Through): () => Promise<void>;
  deadLetters(through: Through): () => Promise<void>;
}

/** What is called on a schedule, with nothing. */
export type Scheduled = Exclude<keyof Functions, 'dispatcher'>;

interface Container {
  readonly of: keyof Functions;
  run?: Run | undefined;
  /** A newer release has been deployed since it was opened: it is called no more. */
  retired?: boolean;
  /** True when the message, if there is one, may be deleted. */
  handle?: (message: Queued | undefined) => Promise<boolean>;
}

/** Lambda ends a run of any of them after this long (serverless.yml). Milliseconds. */
const LIMIT_MS = 60_000;

/**
 * Lambda in slow motion: each run works in a container of its own and stops at every outgoing call until it is let through. A
 * run that is killed never hears of anything again, and its container is gone with all it had in memory.
 */
export class Workers {
  steps: readonly Step[] = [];
  /** Runs of the dispatcher. */
  running = 0;
  /** What was let through, for those who want to know how far a history got. */
  readonly passed: Passed[] = [];
  private asked = 0;
  private idle: Container[] = [];
  private opened: Container[] = [];
  private readonly clock: Clock;
  private readonly queues: FifoQueues;
  private readonly functions: Functions;

  constructor(clock: Clock, queues: FifoQueues, functions: Functions) {
    this.clock = clock;
    this.queues = queues;
    this.functions = functions;
  }

  /** Hands a message to a free container. Resolves when the run stands at its first call, or is over. */
  start(message: Queued): Promise<void> {
    this.running += 1;
    return this.begin('dispatcher', message);
  }

  /** Calls a function as the schedule does, also while it runs. Resolves as `start` does. */
  call(name: Scheduled): Promise<void> {
    return this.begin(name, undefined);
  }

  private async begin(name: keyof Functions, message: Queued | undefined): Promise<void> {
    const free = this.idle.findLast((each) => each.of === name);
    this.idle = this.idle.filter((each) => each !== free);
    const container = free ?? this.newContainer(name);
    const run: Run = { message, startedAt: this.clock.now, container, state: 'working' };
    container.run = run;
    container.handle?.(message).then(
      (isDone) => this.ended(run, isDone),
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
    if (run.state !== 'over' && this.clock.now - run.startedAt > LIMIT_MS) return this.kill(run);
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

  private newContainer(name: keyof Functions): Container {
    const container: Container = { of: name };
    this.opened.push(container);
    const through: Through = (side, label, work) => this.outgoing(container, side, label, work);
    container.handle =
      name === 'dispatcher' ? this.openDispatcher(through) : this.openScheduled(name, through);
    return container;
  }

  private openDispatcher(through: Through): Container['handle'] & {} {
    const handle = this.functions.dispatcher(through);
    return async (message) => {
      const { batchItemFailures } = await handle(message ? this.queues.receive(message) : { Records: [] });
      return batchItemFailures.length === 0;
    };
  }

  private openScheduled(name: Scheduled, through: Through): Container['handle'] & {} {
    const handle = this.functions[name](through);
    return async () => {
      await handle();
      return true;
    };
  }

  private outgoing<T>(
    container: Container,
    side: Side,
    label: string,
    work: () => T | Promise<T>,
  ): Promise<T> {
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
    const { message } = run;
    if (!deleted || !message) {
      this.leave(run);
      return;
    }
    run.state = 'done';
    const pass = async (fault: Fault): Promise<void> => {
      if (fault === 'none') this.queues.delete(message);
      this.leave(run);
    };
    this.steps = [...this.steps, { run, side: 'poller', label: 'delete', pass, asked: this.nextAsked() }];
  }

  private leave(run: Run): void {
    this.end(run);
    run.container.run = undefined;
    if (!run.container.retired) this.idle.push(run.container);
  }

  /** The container is gone, with whatever runs in it by now: a run may have ended and left a call behind. */
  private kill({ container }: Run): void {
    container.retired = true;
    this.idle = this.idle.filter((each) => each !== container);
    this.steps = this.steps.filter((step) => step.run.container !== container);
    if (container.run && container.run.state !== 'over') this.end(container.run);
  }

  private end(run: Run): void {
    run.state = 'over';
    if (run.message) this.running -= 1;
  }

  private async settled(run: Run): Promise<void> {
    for (let turns = 0; turns < 1000; turns += 1) {
      await macrotask();
      if (run.state === 'over' || this.steps.some((step) => step.run === run)) return;
    }
    throw new Error('a run neither calls anything nor ends');
  }
}
