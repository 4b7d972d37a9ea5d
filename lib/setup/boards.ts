import type { BoardSettings } from '../../schemas/boards.ts';
import type { BoardSetup } from '../boards/board.ts';
import { boardAccess } from '../boards/registry.ts';
import { secretOf } from '../teams/read-file.ts';
import type { BoardConnection } from '../teams/team.ts';
import { type AddressMaker, webhookAddress } from './addresses.ts';
import { pickColumns } from './columns.ts';
import type { SetupParts } from './parts.ts';
import { pasteWebhook } from './paste.ts';
import type { Steps } from './steps.ts';

/** A board that has let us in. */
export interface ConnectedBoard {
  readonly setup: BoardSetup;
  readonly connection: BoardConnection;
}

/** Signs in to one board of the file and finds what its settings name: the board itself, the columns. */
export function connectBoard(
  name: string,
  settings: BoardSettings,
  generation: number,
  parts: SetupParts,
  steps: Steps,
): Promise<ConnectedBoard | undefined> {
  const { intake, done } = settings;
  return steps.run(
    `Sign in to ${settings.product} for ${name}`,
    async () => {
      const access = await boardAccess(settings, (reference) => secretOf(reference, parts.env));
      const setup = await parts.openBoard(access);
      const found = await setup.connect();
      const columns = pickColumns(found.columns, { intake, done }, `boards.${name}`);
      const connection: BoardConnection = {
        ...access,
        ...(found.archive === undefined ? {} : { archive: found.archive }),
        id: name,
        generation,
        self: found.self,
        user: found.user,
        board: found.board,
        intake: columns.intake.id,
        done: columns.done.id,
      };
      return { setup, connection, title: found.title, columns };
    },
    ({ title, columns }) =>
      `board “${title}”: new cards go to “${columns.intake.name}”, done is “${columns.done.name}”`,
  );
}

/** Where a board sends its webhooks, and whether a person has still to paste and test it. */
export interface HookedBoard {
  readonly url: string;
  readonly untested: boolean;
}

/** Makes or mends the board's webhook, or says what to paste where our account may not. */
export async function hookBoard(
  team: string,
  { setup, connection }: ConnectedBoard,
  maker: AddressMaker,
  steps: Steps,
): Promise<HookedBoard> {
  const { url, secret } = webhookAddress(team, connection, maker);
  const outcome = await steps.run(
    `Webhook of ${connection.id}`,
    () => setup.webhook(url, secret),
    (outcome) =>
      outcome === 'paste' ? pasteWebhook(connection.id, setup.webhookByHand(url, secret)) : outcomes[outcome],
  );
  return { url, untested: outcome === 'paste' && setup.sendsTests };
}

const outcomes = {
  made: 'made; changes on the board come in from now on',
  kept: 'stands as it should',
  mended: 'mended: its address and what it proves itself with are set again',
} as const;
