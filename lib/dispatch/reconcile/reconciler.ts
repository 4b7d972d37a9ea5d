import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CardwireError } from '../../domain/errors.ts';
import type { Keys } from '../../domain/keys.ts';
import type { Log } from '../../domain/log.ts';
import { createEnqueue, type SqsSender } from '../../queue/enqueue.ts';
import { createStore } from '../../store/store.ts';
import { notBegun, type SweepState } from '../../store/sweeps.ts';
import { createTable } from '../../store/table.ts';
import { reconcileEvery } from '../../teams/reconcile.ts';
import type { BoardConnection, Team } from '../../teams/team.ts';
import { createTeamSource } from '../../teams/team-source.ts';
import { type BoardParts, createBoards, createClients } from '../boards.ts';
import type { ReconcileParts } from './parts.ts';
import { sweepBoard } from './sweep-board.ts';

/** Everything outside that looking at boards needs: addresses, keys, clients, clock. */
export interface ReconcilerSettings {
  readonly tableName: string;
  readonly eventsQueueUrl: string;
  readonly secretsKeys: Keys;
  readonly dynamodb: DynamoDBClient;
  readonly sqs: SqsSender;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  /** Makes the outgoing clients; `createHttp` unless something else stands in for the network. */
  readonly openHttp?: BoardParts['openHttp'];
  /** Calls of one board in one run (`Budget`). */
  readonly calls?: number;
}

/** Calls of one board in one run, and those of them for comments alone. */
const CALLS = 120;
const TURNS = 20;
/** A run begins nothing new after so long; the function's time is 60 s, and one call may take 8. Milliseconds. */
const RUN_MS = 40_000;
/** Boards that are looked at side by side: a slow one holds up no other. */
const AT_ONCE = 4;
/** A schedule is not exact. Milliseconds. */
const EARLY_MS = 5_000;

/** A board whose time has come. */
interface Due {
  readonly team: Team;
  readonly connection: BoardConnection;
  readonly state: SweepState;
}

/** Makes the function that looks at every board whose time has come. It is called every minute. */
export function createReconciler(settings: ReconcilerSettings): () => Promise<void> {
  const { secretsKeys, now, log, openHttp } = settings;
  const table = createTable(settings.dynamodb, settings.tableName, now);
  const store = createStore(table, now);
  const boards = { table, secretsKeys, now, log, ...(openHttp && { openHttp }) };
  const parts: ReconcileParts = {
    store,
    team: createTeamSource(store.teams, secretsKeys, now),
    board: createBoards(boards, createClients(boards)),
    enqueue: createEnqueue(settings.eventsQueueUrl, settings.sqs),
    now,
    log,
  };
  return async () => {
    const until = now() + RUN_MS;
    const waiting = [...(await boardsDue(parts))];
    const failures: unknown[] = [];
    const work = async () => {
      for (let due = waiting.shift(); due && now() < until; due = waiting.shift()) {
        await sweep(parts, due, { calls: settings.calls ?? CALLS, turns: TURNS, until }).catch((error) =>
          failures.push(error),
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    // What nobody has foreseen sounds the function's alarm, once all other boards have been looked at.
    if (failures.length > 0) throw failures[0];
  };
}

/** Those that have waited longest come first. */
async function boardsDue(parts: ReconcileParts): Promise<readonly Due[]> {
  const due: Due[] = [];
  for (const id of await parts.store.teams.list()) {
    const team = await teamNamed(parts, id);
    const every = team && reconcileEvery(team);
    if (!team || every === undefined) continue;
    for (const connection of Object.values(team.boards)) {
      const state = (await parts.store.sweeps.state({ team: id, board: connection.id })) ?? notBegun;
      const isLeftOver = state.left.length > 0 && state.failed === undefined;
      if (isLeftOver || parts.now() >= state.began + every - EARLY_MS) due.push({ team, connection, state });
    }
  }
  return due.sort((one, other) => one.state.began - other.state.began);
}

/** A team whose settings cannot be read keeps no other one from being looked at. */
async function teamNamed({ team, log }: ReconcileParts, id: string): Promise<Team | undefined> {
  try {
    return await team(id);
  } catch (error) {
    if (!(error instanceof CardwireError)) throw error;
    log.warn('sweep-without-settings', { team: id, code: error.code });
    return undefined;
  }
}

/** One look at one board, unless another run has it. A board that cannot be reached is tried again when its time has come once more. */
async function sweep(
  parts: ReconcileParts,
  { team, connection }: Due,
  budget: Parameters<typeof sweepBoard>[2],
): Promise<void> {
  const { store, now, log } = parts;
  const key = { team: team.id, board: connection.id };
  const state = await store.sweeps.begin(key);
  if (!state) return;
  const began = now();
  const fields = { team: team.id, connection: connection.id };
  try {
    const board = await parts.board(team, connection);
    const swept = await sweepBoard({ parts, team, connection, board }, state, budget);
    await store.sweeps.end(key, swept.state);
    log.info('board-swept', { ...fields, count: swept.found, milliseconds: now() - began });
    if (swept.state.failed !== undefined) log.warn('sweep-failed', { ...fields, code: swept.state.failed });
  } catch (error) {
    const code = error instanceof CardwireError ? error.code : 'unexpected';
    await store.sweeps.end(key, { ...state, failed: code });
    log.warn('sweep-failed', { ...fields, code });
    if (!(error instanceof CardwireError)) throw error;
  }
}
