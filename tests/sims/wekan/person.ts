import { setTimeout as sleep } from 'node:timers/promises';
import type { Hooks } from './hooks.ts';
import { createDetails, type SimDetails } from './person-details.ts';
import { addCard } from './seed.ts';
import {
  newId,
  one,
  type SimBoard,
  type SimCard,
  type SimComment,
  stamp,
  touch,
  type World,
} from './world.ts';

/** What a person does in the board's own pages. Each fires webhooks and is resolved when stored and every webhook was answered. */
export interface SimPerson extends SimDetails {
  /** Column by title, the first one when absent. */
  createCard(card: {
    title: string;
    column?: string;
    description?: string;
    board?: string;
  }): Promise<SimCard>;
  moveCard(card: string, column: string): Promise<void>;
  moveToBoard(card: string, board: string): Promise<void>;
  comment(card: string, text: string): Promise<SimComment>;
  editComment(comment: string, text: string): Promise<void>;
  deleteComment(comment: string): Promise<void>;
  archive(card: string): Promise<void>;
  restore(card: string): Promise<void>;
  delete(card: string): Promise<void>;
}

/** How the actions of one person reach the world and its webhooks. */
export interface Acting {
  readonly world: World;
  cardOf(id: string): SimCard;
  boardOf(card: SimCard): SimBoard;
  /** An activity about what hangs on a card, whose write is stored already: A2.8, only the card's own changes show in a date. */
  beside(type: string, card: SimCard, extra?: Record<string, unknown>): Promise<void>;
  /** An activity whose write is stored already. */
  after(type: string, card: SimCard, extra?: Record<string, unknown>): Promise<void>;
  /** A1.6: an activity that is sent first and stored a moment later. */
  before(type: string, card: SimCard, extra: Record<string, unknown>, store: () => void): Promise<void>;
}

/** Makes the hands of one person, by username. `delayMs` passes, by `wait`, between an early webhook and the write it tells of. */
export function createPerson(
  world: World,
  hooks: Pick<Hooks, 'fire'>,
  username: string,
  delayMs: number,
  wait: (ms: number) => Promise<unknown> = sleep,
): SimPerson {
  const actor = one(world.users, (user) => user.username === username, `user ${username}`);
  const boardOf = ({ boardId }: SimCard) => one(world.boards, ({ _id }) => _id === boardId, 'such board');
  const fire = (type: string, card: SimCard, extra: Record<string, unknown>) =>
    hooks.fire({ type, actor, board: boardOf(card), card, extra });
  const acting: Acting = {
    world,
    boardOf,
    cardOf: (id) => one(world.cards, ({ _id }) => _id === id, `card ${id}`),
    beside: (type, card, extra = {}) => fire(type, card, extra),
    after: async (type, card, extra = {}) => {
      touch(world, card);
      await fire(type, card, extra);
    },
    before: async (type, card, extra, store) => {
      const sending = fire(type, card, extra);
      await wait(delayMs);
      store();
      touch(world, card);
      await sending;
    },
  };
  return { ...createDetails(acting), ...createMain(acting, actor._id) };
}

function createMain(
  { world, cardOf, beside, after, before }: Acting,
  userId: string,
): Omit<SimPerson, keyof SimDetails> {
  const commentOf = (id: string) => one(world.comments, ({ _id }) => _id === id, `comment ${id}`);
  const onComment = ({ _id, text }: SimComment) => ({ commentId: _id, comment: text });
  return {
    createCard: async ({ title, column, description = '', board }) => {
      const { _id: boardId } = one(world.boards, (each) => !board || each.title === board, `board ${board}`);
      const list = listOf(world, boardId, column);
      const card = addCard(world, { boardId, listId: list._id }, { title, description, userId });
      await after('act-createCard', card);
      return card;
    },
    moveCard: async (id, column) => {
      const card = cardOf(id);
      const old = one(world.lists, ({ _id }) => _id === card.listId, 'such list');
      card.listId = listOf(world, card.boardId, column)._id;
      await after('act-moveCard', card, { oldListId: old._id, oldList: old.title });
    },
    moveToBoard: async (id, title) => {
      const card = cardOf(id);
      const oldBoardId = card.boardId;
      const board = one(world.boards, (each) => each.title === title, `board ${title}`);
      card.boardId = board._id;
      card.listId = listOf(world, board._id, undefined)._id;
      // A1.8: fires on the destination only, without listId.
      await after('act-moveCardBoard', card, { oldBoardId, listId: undefined });
    },
    comment: async (id, text) => {
      const card = cardOf(id);
      const createdAt = stamp(world);
      const comment = { _id: newId(), boardId: card.boardId, cardId: card._id, text, userId, createdAt };
      world.comments.push(comment);
      await beside('act-addComment', card, onComment(comment));
      return comment;
    },
    editComment: async (id, text) => {
      const comment = commentOf(id);
      comment.text = text;
      await beside('act-editComment', cardOf(comment.cardId), onComment(comment));
    },
    deleteComment: async (id) => {
      const comment = commentOf(id);
      await before('act-deleteComment', cardOf(comment.cardId), onComment(comment), () => {
        world.comments = world.comments.filter((other) => other !== comment);
      });
    },
    archive: async (id) => {
      const card = cardOf(id);
      card.archived = true;
      card.archivedAt = stamp(world);
      await after('act-archivedCard', card);
    },
    restore: async (id) => {
      const card = cardOf(id);
      card.archived = false;
      card.archivedAt = undefined;
      await after('act-restoredCard', card);
    },
    delete: async (id) => {
      const card = cardOf(id);
      await before('act-deleteCard', card, {}, () => {
        world.cards = world.cards.filter((other) => other !== card);
      });
    },
  };
}

function listOf(world: World, boardId: string, title: string | undefined) {
  const fits = (list: { boardId: string; title: string }) =>
    list.boardId === boardId && (title === undefined || list.title === title);
  return one(world.lists, fits, `column ${title}`);
}
