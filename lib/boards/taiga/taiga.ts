import type { CardId } from '../../domain/card.ts';
import type { TaigaConnection } from '../../teams/team.ts';
import type { TaigaClient } from './client.ts';
import type { Directory } from './directory.ts';
import type { Recent } from './recent.ts';

/** One Taiga project, as the files of this folder work with it. */
export interface Taiga {
  readonly client: TaigaClient;
  readonly connection: Pick<
    TaigaConnection,
    'url' | 'api' | 'board' | 'slug' | 'self' | 'intake' | 'archive'
  >;
  readonly directory: Directory;
  readonly recent: Recent;
  /** Numbers of cards that have been read: they stay as long as a card stays in its project. */
  readonly numbers: Map<number, CardId>;
  /** The team's time zone. */
  readonly timezone: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The path of a story. Only ids that Taiga could have given come this far. */
export function storyPath(id: string): string {
  return `/userstories/${encodeURIComponent(id)}`;
}
