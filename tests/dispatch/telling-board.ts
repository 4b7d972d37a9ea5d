import { onChange } from '../../lib/dispatch/change.ts';
import type { Parts } from '../../lib/dispatch/parts.ts';
import type { Card, CardComment } from '../../lib/domain/card.ts';
import type { Team } from '../../lib/teams/team.ts';
import type { CardDelivery, Happening } from '../../schemas/delivery.ts';
import { type Change, type ChangeEvent, changeKinds } from '../../schemas/event.ts';
import { exampleTeam } from '../teams/example-team.ts';
import { openPausedRoom, type PausedRoom } from './paused-room.ts';

/** A card on a board in memory, of which one room of the team hears everything. */
export interface TellingBoard extends PausedRoom {
  readonly card: Card;
  /** The comments that stand on the board, by their ids. */
  readonly comments: Record<string, CardComment>;
  /** The ids of those who have deleted comments, by the comments'. A board without such a one cannot say it. */
  readonly deleters: Record<string, string>;
  /** The comments that the board was asked for, and by whom they were deleted. */
  readonly asked: string[];
  /** What a run works with that finds these settings. */
  partsFor(team: Parts['team']): Parts;
  /** An event of the board's webhook: the card was moved, unless it says otherwise. */
  eventOf(change: Partial<Change>, more?: Partial<ChangeEvent>): ChangeEvent;
  /** The board tells of the card. Gives what is told of it then, and how loud. Throws where nothing is. */
  tells(change: Partial<Change>, more?: Partial<ChangeEvent>, of?: Team): Promise<Told>;
}

export type Told = Happening & Pick<CardDelivery, 'loudness'>;

/** The team that hears of everything in one room. */
export const team: Team = {
  ...exampleTeam,
  teamChannels: [{ conversation: 'mattermost:chat:room2:', tell: [...changeKinds] }],
};
export const aloud = { loudness: 'reply' };
export const quietly = { loudness: 'refresh' };

/** Opens it, on a table of its own. */
export async function openTellingBoard(): Promise<TellingBoard> {
  const room = openPausedRoom();
  const [card] = await room.newCards('Pump');
  if (!card) throw new Error('no card');
  const comments: Record<string, CardComment> = {};
  const asked: string[] = [];
  const comment = async (_: unknown, id: string) => {
    asked.push(id);
    return comments[id];
  };
  const deleters: Record<string, string> = {};
  const deleterOf = async (_: unknown, id: string) => {
    asked.push(`by whom ${id}`);
    return deleters[id];
  };
  const telling: TellingBoard = {
    ...{ ...room, card, comments, deleters, asked },
    partsFor: (teamFor) => ({
      ...{ ...room.parts, team: teamFor },
      board: async () => ({
        ...{ ...room.board, comment },
        ...(Object.keys(deleters).length > 0 && { deleterOf }),
      }),
    }),
    eventOf: (change, more) => ({
      ...{ v: 1, kind: 'change', id: 'e', at: room.clock.now, team: 'ops', connection: 'kanban' },
      ...{ generation: 1, change: { card: card.id, kind: 'move', ...change }, ...more },
    }),
    tells: async (change, more, of = team) => {
      const before = room.sent.length;
      await onChange(
        telling.partsFor(async () => of),
        telling.eventOf(change, more),
      );
      const [told] = room.sent.slice(before) as CardDelivery[];
      if (!told) throw new Error('nothing is told');
      return { ...told.happening, loudness: told.loudness };
    },
  };
  return telling;
}
