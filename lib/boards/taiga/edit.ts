import type { CardAction } from '../../domain/card.ts';
import { refuse } from '../../domain/errors.ts';
import { type Say, say } from '../../domain/say.ts';
import { splitMarker, withLine } from '../marker-line.ts';
import type { StoryDoc } from './documents.ts';
import { dayOf } from './due.ts';
import { assigneesOf, tagsOf } from './story-card.ts';

/** How one action becomes a PATCH of a story, and how a read tells whether it is done. */
export interface Edit {
  done(doc: StoryDoc): boolean;
  /** The PATCH's body without the version, made from what the story has now. */
  patch(doc: StoryDoc): Readonly<Record<string, unknown>>;
  /** What people are told when Taiga does not take the value. */
  readonly refused: Say;
}

/** Actions that are a PATCH of the story. */
export type EditAction = Exclude<CardAction, { readonly type: 'comment' | 'check' | 'add-step' | 'attach' }>;

/** Where archiving and restoring lead: column ids. */
export interface Places {
  readonly archive: string | undefined;
  readonly intake: string;
  readonly timezone: string;
}

const refused = say('board-ignored-change');

/** Finds how an action is written. Taiga replaces whole lists of people and tags, so each patch is made from what was read. */
export function editOf(action: EditAction, { archive, intake, timezone }: Places): Edit {
  switch (action.type) {
    case 'move':
      return toColumn(action.column);
    case 'archive':
      if (archive === undefined) throw refuse(say('board-cannot', { verb: action.type }));
      return toColumn(archive);
    case 'restore':
      return { ...toColumn(intake), done: ({ status }) => String(status) !== archive };
    case 'assign':
      return people(
        (ids) => [...ids, Number(action.member)],
        (ids) => ids.includes(Number(action.member)),
      );
    case 'unassign':
      return people(
        (ids) => ids.filter((id) => String(id) !== action.member),
        (ids) => !ids.includes(Number(action.member)),
      );
    case 'label':
      return {
        done: (doc) => has(doc, action.label),
        patch: (doc) => ({ tags: [...tagsOf(doc), action.label] }),
        refused,
      };
    case 'unlabel':
      return {
        done: (doc) => !has(doc, action.label),
        patch: (doc) => ({ tags: tagsOf(doc).filter((tag) => fold(tag) !== fold(action.label)) }),
        refused,
      };
    case 'due': {
      const day = action.at === undefined ? null : dayOf(action.at, timezone);
      return {
        done: ({ due_date }) => (due_date ?? null) === day,
        patch: () => ({ due_date: day }),
        refused,
      };
    }
    case 'rename': {
      const subject = action.title.trim();
      if (subject === '') throw refuse(say('board-needs-title'));
      return { done: (doc) => doc.subject === subject, patch: () => ({ subject }), refused };
    }
    case 'describe':
      return describe(action.description);
  }
}

function toColumn(column: string): Edit {
  return {
    done: ({ status }) => String(status) === column,
    patch: () => ({ status: Number(column) }),
    refused: say('board-column-gone'),
  };
}

/** A2.11: `assigned_users` keeps the main one, `assigned_to`, so both are written. */
function people(
  change: (ids: readonly number[]) => readonly number[],
  done: (ids: readonly number[]) => boolean,
): Edit {
  return {
    done: (doc) => done(assigneesOf(doc)),
    patch: (doc) => {
      const ids = change(assigneesOf(doc));
      return { assigned_to: ids[0] ?? null, assigned_users: ids };
    },
    // A2.11: only members can be assigned.
    refused: say('board-not-a-member'),
  };
}

/** The line that says where the card came from stays under every description. */
function describe(text: string): Edit {
  const wanted = (doc: StoryDoc) => withLine(text, splitMarker(doc.description ?? '').line);
  return {
    done: (doc) => (doc.description ?? '').trim() === wanted(doc),
    patch: (doc) => ({ description: wanted(doc) }),
    refused,
  };
}

/** Taiga writes tags in lower case. */
function has(doc: StoryDoc, label: string): boolean {
  return tagsOf(doc).some((tag) => fold(tag) === fold(label));
}

const fold = (tag: string) => tag.trim().toLowerCase();
