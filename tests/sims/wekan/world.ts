import { randomInt } from 'node:crypto';

/** What the fake board server knows. Plain data: a test may read and change it at any time. */

export interface SimUser {
  readonly _id: string;
  readonly username: string;
  fullname: string;
  password: string;
  /** Site administrator. */
  admin: boolean;
}

export interface SimMember {
  readonly userId: string;
  isAdmin: boolean;
  isActive: boolean;
  isNoComments: boolean;
  isCommentOnly: boolean;
  isWorker: boolean;
}

export interface SimLabel {
  readonly _id: string;
  name: string;
  color: string;
}

export interface SimBoard {
  readonly _id: string;
  title: string;
  slug: string;
  members: SimMember[];
  labels: SimLabel[];
}

export interface SimList {
  readonly _id: string;
  readonly boardId: string;
  title: string;
  archived: boolean;
  modifiedAt: string;
  cardsModifiedAt: string;
}

export interface SimSwimlane {
  readonly _id: string;
  readonly boardId: string;
  title: string;
}

export interface SimCard {
  readonly _id: string;
  title: string;
  description: string;
  boardId: string;
  listId: string;
  swimlaneId: string;
  userId: string;
  members: string[];
  assignees: string[];
  labelIds: string[];
  cardNumber: number;
  sort: number;
  archived: boolean;
  archivedAt?: string | undefined;
  customFields: { readonly _id: string; readonly value: unknown }[];
  dueAt?: string | undefined;
  startAt?: string | undefined;
  endAt?: string | undefined;
  receivedAt?: string | undefined;
  createdAt: string;
  modifiedAt: string;
  dateLastActivity: string;
}

export interface SimComment {
  readonly _id: string;
  readonly boardId: string;
  readonly cardId: string;
  text: string;
  userId: string;
  createdAt: string;
}

export interface SimChecklist {
  readonly _id: string;
  readonly cardId: string;
  title: string;
}

export interface SimItem {
  readonly _id: string;
  readonly checklistId: string;
  readonly cardId: string;
  title: string;
  isFinished: boolean;
}

export interface SimFile {
  readonly _id: string;
  readonly boardId: string;
  readonly cardId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly createdAt: string;
}

export interface SimIntegration {
  readonly _id: string;
  readonly boardId: string;
  readonly type: 'outgoing-webhooks';
  url: string;
  title: string;
  token: string;
  activities: string[];
  enabled: boolean;
}

export interface SimToken {
  readonly token: string;
  readonly userId: string;
  /** Epoch milliseconds. */
  expires: number;
}

export interface World {
  /** The server's clock, epoch milliseconds: every date it writes down is of it. */
  readonly now: () => number;
  users: SimUser[];
  tokens: SimToken[];
  boards: SimBoard[];
  lists: SimList[];
  swimlanes: SimSwimlane[];
  cards: SimCard[];
  comments: SimComment[];
  checklists: SimChecklist[];
  items: SimItem[];
  files: SimFile[];
  integrations: SimIntegration[];
}

export function emptyWorld(now: () => number): World {
  return {
    now,
    users: [],
    tokens: [],
    boards: [],
    lists: [],
    swimlanes: [],
    cards: [],
    comments: [],
    checklists: [],
    items: [],
    files: [],
    integrations: [],
  };
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** A1.9: real ids are 17 alphanumeric characters. */
export function newId(length = 17): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Marks a card and the list it is in as changed, never twice in the same millisecond. */
export function touch(world: World, card: SimCard): void {
  const list = world.lists.find(({ _id }) => _id === card.listId);
  const last = Date.parse(list?.cardsModifiedAt ?? card.modifiedAt);
  const at = new Date(Math.max(world.now(), last + 1)).toISOString();
  card.modifiedAt = at;
  card.dateLastActivity = at;
  if (list) list.cardsModifiedAt = at;
}

/** The server's time as it writes it. */
export const stamp = ({ now }: World): string => new Date(now()).toISOString();

/** The element that fits. A test that names something the world does not have is wrong. */
export function one<T>(all: readonly T[], fits: (element: T) => boolean, what: string): T {
  const found = all.find(fits);
  if (!found) throw new Error(`the fake board has no ${what}`);
  return found;
}
