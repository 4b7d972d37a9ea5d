import type { BoardSetup } from '../boards/board.ts';
import type { BoardAccess } from '../boards/registry.ts';
import type { ChannelSetup } from '../channels/channel.ts';
import type { ChannelAccess } from '../channels/registry.ts';
import type { Todo } from '../domain/told.ts';
import type { Mailboxes } from '../store/mailboxes.ts';
import type { TeamStore } from '../store/teams.ts';
import type { Environment } from '../teams/read-file.ts';
import type { Keyring } from './keyring.ts';
import type { Progress } from './steps.ts';

/** What setting up and checking work with. */
export interface SetupParts {
  /** Secrets that the team file names, administrators' tokens. */
  readonly env: Environment;
  /** Public base URL of the doors, without a slash at the end. */
  readonly baseUrl: string;
  readonly keys: Keyring;
  /** The deployment has told that it writes with the same key. False where nobody knows. */
  readonly isKeyProven: boolean;
  readonly teams: Pick<TeamStore, 'get' | 'put' | 'leave'>;
  /** Whose the addresses are that receive mail. */
  readonly mailboxes: Mailboxes;
  readonly openBoard: (access: BoardAccess) => Promise<BoardSetup>;
  readonly openChannel: (access: ChannelAccess) => Promise<ChannelSetup>;
  readonly progress: Progress;
}

/** How it went. */
export interface SetupResult {
  /** Steps that failed; 0 when all is well. */
  readonly failed: number;
  /** Whether the settings were stored: not when a credential or a name in the file was wrong. */
  readonly stored: boolean;
  /** What is left for a person to do. */
  readonly todos: readonly Todo[];
  /** The sealed address of each connection that has one by now, as far as it is known. Show, do not log. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Boards whose webhook a person pastes and can test: wait for it. */
  readonly untested: readonly string[];
}
