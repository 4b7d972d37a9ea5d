import type { Change } from '../../../schemas/event.ts';
import type { WekanWebhook } from '../../../schemas/wekan-webhook.ts';

/** What a type of activity is to us: a change, or something that is not told, and why. */
export type Meaning =
  | {
      readonly kind: Change['kind'];
      readonly step?: NonNullable<Change['step']>;
      /** Sent before the write is stored (A1.6). */
      readonly early?: true;
      /** The field that names what was added, ticked, labelled. */
      readonly subject?: keyof WekanWebhook;
      /** The part of the card that an edit is about. */
      readonly part?: 'title' | 'description';
      /** The field that happens at most once with this type, and so makes an id. */
      readonly once?: 'cardId' | 'commentId';
    }
  | { readonly ignored: string };

const columns = { ignored: 'about a column; names are read anew' };
const swimlanes = { ignored: 'about a swimlane, which cards are not shown with' };
const board = { ignored: 'about the board, not about a card' };
const reminder = { ignored: 'from a timer, never delivered' };
const edit = { kind: 'edit', early: true } as const;

/** Every type of activity that Wekan knows (A1.8). One that is not here is accepted and ignored. */
export const activities: Readonly<Record<string, Meaning>> = {
  'act-createCard': { kind: 'create', once: 'cardId' },
  'act-importCard': { kind: 'create', once: 'cardId' },
  'act-moveCard': { kind: 'move' },
  'act-moveCardBoard': { kind: 'move' },
  'act-archivedCard': { kind: 'archive' },
  'act-restoredCard': { kind: 'restore' },
  'act-deleteCard': { kind: 'delete', early: true, once: 'cardId' },

  'act-addComment': { kind: 'comment', step: 'added', once: 'commentId' },
  // A comment can honestly be edited twice.
  'act-editComment': { kind: 'comment', step: 'edited' },
  'act-deleteComment': { kind: 'comment', step: 'removed', early: true, once: 'commentId' },

  'act-joinMember': { kind: 'assign', step: 'added', early: true, subject: 'member' },
  'act-unjoinMember': { kind: 'assign', step: 'removed', early: true, subject: 'member' },
  // Who was assigned is nowhere in the payload: the read tells.
  'act-joinAssignee': { kind: 'assign', step: 'added', early: true },
  'act-unjoinAssignee': { kind: 'assign', step: 'removed', early: true },

  'act-addedLabel': { kind: 'label', step: 'added', early: true, subject: 'label' },
  'act-removedLabel': { kind: 'label', step: 'removed', early: true, subject: 'label' },

  'act-a-dueAt': { kind: 'due', early: true },
  'act-a-startAt': edit,
  'act-a-endAt': edit,
  'act-a-receivedAt': edit,
  'act-a-changedTitle': { ...edit, part: 'title' },
  'act-a-changedDescription': { ...edit, part: 'description' },
  'act-setCustomField': { ...edit, subject: 'customField' },
  'act-unsetCustomField': { ...edit, subject: 'customField' },

  'act-addAttachment': { kind: 'attachment', step: 'added', subject: 'attachment' },
  'act-deleteAttachment': { kind: 'attachment', step: 'removed', subject: 'attachment' },

  'act-addChecklist': { kind: 'checklist', step: 'added', subject: 'checklist' },
  'act-removeChecklist': { kind: 'checklist', step: 'removed', early: true, subject: 'checklist' },
  'act-addChecklistItem': { kind: 'checklist', step: 'added', subject: 'checklistItem' },
  'act-removedChecklistItem': { kind: 'checklist', step: 'removed', early: true, subject: 'checklistItem' },
  'act-checkedItem': { kind: 'checklist', step: 'ticked', subject: 'checklistItem' },
  'act-uncheckedItem': { kind: 'checklist', step: 'unticked', subject: 'checklistItem' },
  'act-completeChecklist': {
    ignored: 'the ticked item is told, and this repeats on every later edit (A1.12)',
  },
  'act-uncompleteChecklist': { ignored: 'the unticked item is told' },

  'act-createList': columns,
  'act-archivedList': columns,
  'act-restoredList': columns,
  'act-removeList': columns,
  'act-changedListTitle': columns,
  'act-importList': columns,
  'act-createSwimlane': swimlanes,
  'act-removeSwimlane': swimlanes,
  'act-archivedSwimlane': swimlanes,
  'act-restoredSwimlane': swimlanes,
  'act-changedSwimlaneTitle': swimlanes,
  'act-createBoard': board,
  'act-removeBoard': board,
  'act-changedBoardTitle': board,
  'act-addBoardMember': board,
  'act-removeBoardMember': board,
  'act-createCustomField': board,
  'act-deleteCustomField': board,
  'act-importBoard': board,
  'act-almostdue': reminder,
  'act-duenow': reminder,
  'act-pastdue': reminder,
  CardSelected: { ignored: 'somebody looked at a card' },
};

/** The types a webhook of ours subscribes to. */
export const wanted: readonly string[] = Object.keys(activities).filter(
  (type) => 'kind' in (activities[type] ?? {}),
);
