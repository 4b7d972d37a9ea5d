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
  /** Conversations that hear of every card. */
  readonly teamChannels: readonly { readonly conversation: string; readonly tell: readonly ChangeKind[] }[];
  /** Connections that are gone, with the last generation each had: a new one of that name begins after it. */
  readonly retired?: Readonly<Record<string, number>>;
}

/** One board, ready to be called. */
export interface BoardConnection {
  readonly product: 'wekan';
  readonly id: string;
  readonly generation: number;
  readonly url: string;
  readonly private: boolean;
  readonly user: string;
  readonly password: string;
  /** The bridge's own user id on the board: its changes are not news. */
  readonly self: string;
  /** The board's id. */
  readonly board: string;
  /** Column ids. */
  readonly intake: string;
  readonly done: string;
}

/** One chat workspace, ready to be called. */
export interface ChannelConnection {
  readonly product: 'mattermost';
  readonly id: string;
  readonly generation: number;
  readonly url: string;
  readonly private: boolean;
  readonly token: string;
  /** The slash command's word, without the slash. */
  readonly command: string;
  /** The bot's own user id. */
  readonly self: string;
  /** The workspace's team id. */
  readonly workspace: string;
}
