/** What the fake Mattermost knows. Everything is open to tests: read it, change it. */

export interface SimUser {
  readonly id: string;
  username: string;
  readonly admin: boolean;
  readonly bot: boolean;
}

export interface SimTeam {
  readonly id: string;
  readonly name: string;
  readonly members: Set<string>;
}

export interface SimChannel {
  readonly id: string;
  /** Empty for a direct channel. */
  readonly team_id: string;
  readonly name: string;
  /** Open, private, direct. */
  readonly type: 'O' | 'P' | 'D';
  readonly members: Set<string>;
  /** In the archive, which people call deleted: what stands there can be read, and nothing added or changed. */
  archived?: boolean;
}

export interface SimPost {
  readonly id: string;
  readonly create_at: number;
  update_at: number;
  edit_at: number;
  delete_at: number;
  readonly user_id: string;
  readonly channel_id: string;
  readonly root_id: string;
  message: string;
  /** With the integrations of its actions; what clients get has them stripped. */
  props: Record<string, unknown>;
}

export interface SimCommand {
  readonly id: string;
  token: string;
  readonly team_id: string;
  readonly creator_id: string;
  trigger: string;
  method: 'P' | 'G';
  url: string;
  auto_complete: boolean;
  auto_complete_desc: string;
  auto_complete_hint: string;
  display_name: string;
  description: string;
}

/** Something that only one person sees. */
export interface SimEphemeral {
  readonly user_id: string;
  readonly channel_id: string;
  readonly root_id: string;
  readonly text: string;
  readonly from: 'command' | 'response_url' | 'action';
}

/** A dialog in front of a person. */
export interface SimDialog {
  readonly user_id: string;
  readonly url: string;
  readonly callback_id: string;
  readonly title: string;
  readonly introduction_text: string;
  readonly state: string;
  readonly elements: readonly SimDialogElement[];
  open: boolean;
}

export interface SimDialogElement {
  readonly display_name: string;
  readonly name: string;
  readonly type: string;
  readonly default?: string;
  readonly help_text?: string;
  readonly placeholder?: string;
  readonly optional?: boolean;
  readonly max_length?: number;
  readonly options?: readonly { readonly text: string; readonly value: string }[];
}

export interface SimAction {
  readonly id?: string;
  readonly name?: string;
  readonly type?: string;
  readonly options?: readonly { readonly text: string; readonly value: string }[];
  readonly integration?: { readonly url?: string; readonly context?: Record<string, unknown> };
}

export interface SimAttachment {
  readonly title?: string;
  readonly title_link?: string;
  readonly text?: string;
  readonly pretext?: string;
  readonly footer?: string;
  readonly fallback?: string;
  readonly fields?: readonly { readonly title: string; readonly value: string; readonly short: boolean }[];
  readonly actions?: readonly SimAction[];
}

/** Where a slash command can still be answered. */
export interface SimResponseUrl {
  readonly command: string;
  readonly user_id: string;
  readonly channel_id: string;
  readonly root_id: string;
  readonly created: number;
  uses: number;
}
