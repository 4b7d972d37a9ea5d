import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MutantCoverage, StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { type Block, type Collected, collect } from './collect.ts';
import { type Played, playTests } from './play-tests.ts';

/** What Stryker's instrumented code and its runner tell each other. */
interface Told {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: MutantCoverage;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

/** `inProcess` of a configuration. */
interface Choice {
  /** Patterns of test files. */
  readonly tests: readonly string[];
  /** So many tests try one mutant at most; all that meet it when absent. */
  readonly most?: number;
  /** One mutant of so many is tried: a sample. The others are counted as errors, which no score counts. */
  readonly every?: number;
}

const told: Told = {};
Object.assign(globalThis, { __stryker__: told });

/**
 * Runs the tests in Stryker's own process. Jest loads every module anew for every mutant, which is seconds each time; here they are loaded
 * once, and a mutant is switched on in code that has long been running. What stands in a module's own lines is not tried this way: for
 * such a mutant Stryker starts a new process.
 */
class InProcessRunner implements TestRunner {
  static inject = tokens(commonTokens.options);
  private readonly patterns: readonly string[];
  private readonly most: number;
  private readonly every: number;
  private tests: readonly Collected[] = [];

  constructor(options: StrykerOptions) {
    const { tests, most, every } = options.inProcess as Choice;
    this.patterns = tests;
    this.most = most ?? Number.POSITIVE_INFINITY;
    this.every = every ?? 1;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    const globals = new URL('collect.ts', import.meta.url).href;
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === '@jest/globals'
          ? { url: globals, format: 'module-typescript', shortCircuit: true }
          : next(specifier, context),
    });
  }

  async dryRun(): Promise<DryRunResult> {
    await this.load();
    const played = await playTests(this.tests, {
      bail: false,
      next: (name) => {
        told.currentTestId = name;
      },
    });
    told.currentTestId = undefined;
    const { mutantCoverage = { static: {}, perTest: {} } } = told;
    writeReach(mutantCoverage);
    return { status: DryRunStatus.Complete, tests: played.map(resultOf), mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, mutantActivation, disableBail, hitLimit } = options;
    if (Number(activeMutant.id) % this.every > 0)
      return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' };
    if (mutantActivation === 'static') told.activeMutant = activeMutant.id;
    await this.load();
    Object.assign(told, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    const tests = testFilter ? this.choose(testFilter) : this.tests;
    const played = await playTests(tests, { bail: !disableBail });
    const endless = determineHitLimitReached(told.hitCount, told.hitLimit);
    Object.assign(told, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
    return toMutantRunResult(
      endless ?? { status: DryRunStatus.Complete, tests: played.map(resultOf) },
      disableBail,
    );
  }

  /**
   * One test of each file after the other, of each those first that reach least besides the mutant: they are most about it. A mutant that so many
   * let live is counted as alive, though another might have killed it.
   */
  private choose(names: readonly string[]): readonly Collected[] {
    const chosen = new Set(names);
    const reach = readReach();
    const tests = this.tests
      .filter(({ name }) => chosen.has(name))
      .toSorted((one, other) => (reach[one.name] ?? 0) - (reach[other.name] ?? 0));
    const places = new Map<Block | undefined, number>();
    const rounds = tests.map((test) => {
      const [file] = test.blocks;
      const round = places.get(file) ?? 0;
      places.set(file, round + 1);
      return { test, round };
    });
    return rounds
      .toSorted((one, other) => one.round - other.round)
      .slice(0, this.most)
      .map(({ test }) => test);
  }

  /** In the order of the patterns, so that what is quick can come first. */
  private async load(): Promise<void> {
    if (this.tests.length > 0) return;
    const files = new Set(this.patterns.flatMap((pattern) => globSync(pattern).toSorted()));
    const loaded: Collected[] = [];
    for (const file of files) {
      const url = pathToFileURL(join(process.cwd(), file)).href;
      loaded.push(...(await collect(file, () => import(url))));
    }
    this.tests = loaded;
  }
}

/** Kept in a file of the sandbox: a process that a mutant has brought down has forgotten it. */
const REACH = 'reach-of-tests.json';

/** How many mutants each test meets. */
function writeReach({ perTest }: MutantCoverage): void {
  const reach = Object.entries(perTest).map(([name, met]) => [name, Object.keys(met).length]);
  writeFileSync(REACH, JSON.stringify(Object.fromEntries(reach)));
}

function readReach(): Readonly<Record<string, number>> {
  return JSON.parse(readFileSync(REACH, 'utf8')) as Readonly<Record<string, number>>;
}

function resultOf({ name, took, failure }: Played): TestResult {
  const told = { id: name, name, timeSpentMs: took };
  return failure === undefined
    ? { ...told, status: TestStatus.Success }
    : { ...told, status: TestStatus.Failed, failureMessage: failure };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
