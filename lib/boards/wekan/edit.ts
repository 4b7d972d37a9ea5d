import type { CardAction } from '../../domain/card.ts';
import { refuse } from '../../domain/errors.ts';
import { type Say, say } from '../../domain/say.ts';
import { splitMarker, withLine } from '../marker-line.ts';
import type { CardDoc } from './documents.ts';

/** How one action becomes a write on a card's document, and how a read tells whether it is done. */
export interface Edit {
  done(doc: CardDoc): boolean;
  /** The PUT's body, made from what the card has now. */
  patch(doc: CardDoc): Readonly<Record<string, unknown>>;
  /** Whether the write took, where a server may store something slightly different; `done` when absent. */
  took?(before: CardDoc, after: CardDoc): boolean;
  /** What people are told when the server has ignored the write. */
  readonly ignored: Say;
}

/** Actions that are a PUT on the card. */
export type EditAction = Exclude<
  CardAction,
  { readonly type: 'comment' | 'check' | 'add-step' | 'attach' | 'archive' | 'restore' }
>;

const ignored = say('board-ignored-change');

/** Finds how an action is written. Wekan replaces whole lists of people and labels, so each patch is made from a fresh read. */
export function editOf(action: EditAction): Edit {
  switch (action.type) {
    case 'move':
      return {
        done: ({ listId }) => listId === action.column,
        patch: () => ({ listId: action.column }),
        ignored,
      };
    case 'assign':
      return {
        done: ({ assignees }) => has(assignees, action.member),
        patch: ({ assignees }) => ({ assignees: [...(assignees ?? []), action.member] }),
        // A2.5: people who are no active members are dropped without a word.
        ignored: say('board-not-a-member'),
      };
    case 'unassign':
      return {
        done: ({ assignees }) => !has(assignees, action.member),
        patch: ({ assignees }) => ({ assignees: without(assignees, action.member) }),
        ignored,
      };
    case 'label':
      return {
        done: ({ labelIds }) => has(labelIds, action.label),
        patch: ({ labelIds }) => ({ labelIds: [...(labelIds ?? []), action.label] }),
        ignored,
      };
    case 'unlabel':
      return {
        done: ({ labelIds }) => !has(labelIds, action.label),
        patch: ({ labelIds }) => ({ labelIds: without(labelIds, action.label) }),
        ignored,
      };
    case 'due':
      return {
        done: ({ dueAt }) => moment(dueAt) === moment(action.at),
        // A2.5: an empty text clears a date.
        patch: () => ({ dueAt: action.at ?? '' }),
        ignored,
      };
    case 'rename': {
      // A2.5: titles are cut at 1,000 characters.
      const title = action.title.trim().slice(0, 1000);
      if (title === '') throw refuse(say('board-needs-title'));
      return {
        done: (doc) => doc.title === title,
        patch: () => ({ title }),
        took: (before, after) => after.title !== before.title,
        ignored,
      };
    }
    case 'describe':
      return describe(action.description);
  }
}

/** The line that says where the card came from stays under every description. */
function describe(text: string): Edit {
  const wanted = (doc: CardDoc) => withLine(text, splitMarker(doc.description ?? '').line);
  return {
    done: (doc) => (doc.description ?? '').trim() === wanted(doc),
    patch: (doc) => {
      const description = wanted(doc);
      // A2.5: an empty description is ignored, so one without the line cannot be cleared.
      if (description === '') throw refuse(say('board-keeps-description'));
      return { description };
    },
    took: (before, after) => after.description !== before.description,
    ignored,
  };
}

function has(ids: readonly string[] | null, id: string): boolean {
  return ids?.includes(id) ?? false;
}

function without(ids: readonly string[] | null, id: string): string[] {
  return (ids ?? []).filter((other) => other !== id);
}

/** Epoch milliseconds of a date, so that two ways of writing it are one; undefined for none. */
function moment(date: string | null | undefined): number | undefined {
  return date ? Date.parse(date) : undefined;
}
