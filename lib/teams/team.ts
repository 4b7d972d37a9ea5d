import type { ChangeKind } from '../../schemas/event.ts';
import type { Language, TeamMember, Verb } from '../../schemas/team.ts';

/**
 * A team as the dispatcher works with it: the YAML file after set-up, names turned into ids, secrets readable. Stored with the
 * secrets encrypted; decrypted when it is loaded.
 */
export interface Team {
  readonly id: string;
  readonly language: Language;
  readonly timezone: string;
  readonly members: {
    readonly people: readonly TeamMember[];
    /** Channel connection and room id: everyone in it is a member. */
    readonly room?: { readonly connection: string; readonly room: string };
    readonly may: readonly Verb[];
  };
  readonly guests: { readonly may: readonly Verb[] };
  readonly boards: Readonly<Record<string, BoardConnection>>;
  readonly channels: Readonly<Record<string, ChannelConnection>>;
  /** Conversations that hear of every card; `name` is what people call the room. */
  readonly teamChannels: readonly {
    readonly conversation: string;
    readonly tell: readonly ChangeKind[];
    readonly name?: string;
  }[];
  /** Servers that joined by a code. They stand beside the settings in the table, so that set-up and a code do not overwrite each other. */
  readonly joined?: readonly JoinedServer[];
  /** Looking for what no webhook told: whether, and every how many minutes. Absent where set-up knew nothing of it yet. */
  readonly reconcile?: { readonly on: boolean; readonly minutes: number };
  /** Connections that are gone, with the last generation each had: a new one of that name begins after it. */
  readonly retired?: Readonly<Record<string, number>>;
}

/** A server that joined through a connection, with the room that it did it in: that hears of every card. */
export interface JoinedServer {
  readonly connection: string;
  readonly server: string;
  readonly conversation: string;
}

/** One board, ready to be called. */
export type BoardConnection = WekanConnection | TaigaConnection;

/** What every connection to a board has, whatever its product. */
interface Connection {
  readonly id: string;
  readonly generation: number;
  readonly url: string;
  readonly private: boolean;
  /** The name the bridge's own account signs in with. */
  readonly user: string;
  /** The account's id on the board: its changes are not news. */
  readonly self: string;
  /** The board's id. */
  readonly board: string;
  /** Column ids. */
  readonly intake: string;
  readonly done: string;
}

/** A Wekan board; its columns are the board's lists. */
export interface WekanConnection extends Connection {
  readonly product: 'wekan';
  readonly password: string;
}

/** A Taiga project; its columns are the statuses of user stories. */
export type TaigaConnection = TaigaProject & TaigaCredential;

interface TaigaProject extends Connection {
  readonly product: 'taiga';
  /** The API's address, up to and without `/api/v1`: the cloud has a host of its own for it. */
  readonly api: string;
  /** Names the project in addresses; it stays when the project is renamed. */
  readonly slug: string;
  /** The closed status that stands for the archive; absent where the project has none. */
  readonly archive?: string;
}

/** The account's password, or an application token that acts as the account. */
export type TaigaCredential = { readonly password: string } | { readonly token: string };

/** One chat workspace or mail domain, ready to be called. */
export type ChannelConnection = MattermostConnection | DiscordConnection | EmailConnection;

/** What every connection to a channel has, whatever its product. */
interface Speaking {
  readonly id: string;
  readonly generation: number;
  /** The slash command's word, without the slash. Mail has none: there it stands in examples alone. */
  readonly command: string;
  /** The bot's own user id; of a mail domain, the address it sends from. */
  readonly self: string;
}

/** A chat server's API, and whether it may stand on a private network. */
interface Served {
  readonly url: string;
  readonly private: boolean;
  readonly token: string;
}

/** A Mattermost team. */
export interface MattermostConnection extends Speaking, Served {
  readonly product: 'mattermost';
  /** The workspace's team id. */
  readonly workspace: string;
}

/** A Discord application, which serves one team on one server or more. `url` is the API's, with its version. */
export interface DiscordConnection extends Speaking, Served {
  readonly product: 'discord';
  readonly application: string;
  /** The application's Ed25519 key, 64 hex digits: what Discord sends is signed with it. */
  readonly publicKey: string;
  /** Id of the server that set-up has connected. */
  readonly server: string;
  readonly development: boolean;
}

/** A mail domain that receives and sends through SES. */
export interface EmailConnection extends Speaking {
  readonly product: 'email';
  readonly domain: string;
  /** Board connections by the part of the address before the `@`. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly strangers: 'accept' | 'confirm' | 'refuse';
  readonly followCopied: boolean;
}
