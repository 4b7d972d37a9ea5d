import type { BoardMember, CardId, Column, Label } from '../../domain/card.ts';
import { isRefusal } from '../../domain/errors.ts';
import type { WekanConnection } from '../../teams/team.ts';
import { cached, createIndex, type Index } from '../cached.ts';
import { path, type WekanClient } from './client.ts';
import {
  boardDoc,
  exportDoc,
  listsAnswer,
  readAs,
  swimlanesAnswer,
  unexpected,
  usersAnswer,
} from './documents.ts';

/** The names behind a board's ids, kept for a few minutes. */
export interface Directory {
  readonly columns: Index<Column>;
  readonly labels: Index<Label>;
  /** Everyone whose name the board tells, people who have left included. */
  readonly people: Index<BoardMember>;
  /** The people who can be assigned now. */
  members(): Promise<readonly BoardMember[]>;
  /** The swimlane new cards go to: the board's first. */
  swimlane(): Promise<string>;
  /** The card with a number, asked from the board each time. */
  byNumber(number: number): Promise<CardId | undefined>;
  /** The card whose description fits, archived ones too; undefined also where the export is switched off. */
  byDescription(fits: (description: string) => boolean): Promise<CardId | undefined>;
}

/** Makes the directory of one board. */
export function createDirectory(
  client: WekanClient,
  connection: Pick<WekanConnection, 'board' | 'self'>,
  now: () => number,
): Directory {
  const base = path`/api/boards/${connection.board}`;
  const doc = cached(async () => readAs(boardDoc, await client.get(base), 'board'), now);
  const swimlanes = createIndex(async () => {
    const answer = readAs(swimlanesAnswer, await client.get(`${base}/swimlanes`), 'swimlanes');
    return answer.map(({ _id }) => ({ id: _id }));
  }, now);
  const people = createIndex(() => readPeople(client, base), now);
  return {
    columns: createIndex(async () => {
      const lists = readAs(listsAnswer, await client.get(`${base}/lists`), 'lists');
      return lists.map(({ _id, title }) => ({ id: _id, name: title }));
    }, now),
    labels: createIndex(async () => {
      const { labels } = await doc.reload();
      // A label may have no name; people then know it by its colour.
      return labels.map(({ _id, name, color }) => ({ id: _id, name: name || color || '' }));
    }, now),
    people,
    members: async () => {
      const { members } = await doc.get();
      const active = new Set(members.filter(({ isActive }) => isActive).map(({ userId }) => userId));
      return (await people.all()).filter(({ id }) => active.has(id) && id !== connection.self);
    },
    swimlane: async () => {
      const [first] = await swimlanes.all();
      if (!first) throw unexpected('swimlanes');
      return first.id;
    },
    byNumber: async (number) => {
      const { cards } = await readExport(client, base);
      return cards.find(({ cardNumber }) => cardNumber === number)?._id as CardId | undefined;
    },
    byDescription: async (fits) => {
      try {
        const { cards } = await readExport(client, base);
        return cards.find(({ description }) => fits(description ?? ''))?._id as CardId | undefined;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        return undefined;
      }
    },
  };
}

/**
 * A2.5: the export is the only answer with names that an ordinary account may read. Where an administrator has switched it off, the
 * list of users is tried, which takes a site administrator; without either there are no names.
 */
async function readPeople(client: WekanClient, base: string): Promise<readonly BoardMember[]> {
  try {
    const { users } = await readExport(client, base);
    return users.map(({ _id, username, profile }) => ({
      id: _id,
      username,
      name: profile?.fullname || username,
    }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  try {
    const users = readAs(usersAnswer, await client.get('/api/users'), 'users');
    return users.map(({ _id, username }) => ({ id: _id, username, name: username }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [];
  }
}

async function readExport(client: WekanClient, base: string) {
  return readAs(exportDoc, await client.get(`${base}/export?attachments=false`), 'export');
}
