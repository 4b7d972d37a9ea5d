import * as z from 'zod/mini';
import { answersOf } from '../answers.ts';

/** The parts of Wekan's documents that are read (wekan.md A2.5). */

export const { readAs, unexpected } = answersOf('wekan');

const optionalText = z.nullish(z.string());
const ids = z._default(z.nullable(z.array(z.string())), []);

export const listsAnswer = z.array(
  // A column without cards has null (Wekan's issue 5251), one of a server before v10.72 nothing.
  z.object({ _id: z.string(), title: z.string(), cardsModifiedAt: optionalText }),
);

export const swimlanesAnswer = z.array(z.object({ _id: z.string() }));

export const boardsAnswer = z.array(z.object({ _id: z.string(), title: z.string() }));

export const boardDoc = z.object({
  title: z.string(),
  members: z._default(z.array(z.object({ userId: z.string(), isActive: z._default(z.boolean(), true) })), []),
  labels: z._default(z.array(z.object({ _id: z.string(), name: optionalText, color: optionalText })), []),
});

export const cardDoc = z.object({
  _id: z.string(),
  title: z._default(z.string(), ''),
  description: optionalText,
  boardId: z.string(),
  listId: z.string(),
  swimlaneId: optionalText,
  assignees: ids,
  labelIds: ids,
  cardNumber: z.nullish(z.number()),
  archived: z._default(z.boolean(), false),
  dueAt: optionalText,
  startAt: optionalText,
  endAt: optionalText,
  receivedAt: optionalText,
  customFields: z.nullish(z.array(z.object({ _id: z.string(), value: z.unknown() }))),
});

/** A list's answer has neither number nor labels. */
export const cardsInList = z.array(
  z.object({
    _id: z.string(),
    title: z._default(z.string(), ''),
    description: optionalText,
    dueAt: optionalText,
    assignees: ids,
  }),
);

export const made = z.object({ _id: z.string() });

export const commentsAnswer = z.array(
  z.object({ _id: z.string(), comment: optionalText, authorId: optionalText }),
);

export const commentDoc = z.object({
  _id: z.string(),
  text: z.string(),
  userId: optionalText,
  boardId: z.string(),
});

export const checklistsAnswer = z.array(z.object({ _id: z.string(), title: z.string() }));

export const checklistDoc = z.object({
  items: z._default(
    z.array(z.object({ _id: z.string(), title: z.string(), isFinished: z._default(z.boolean(), false) })),
    [],
  ),
});

export const itemDoc = z.object({ isFinished: z._default(z.boolean(), false) });

export const uploadAnswer = z.object({ success: z.literal(true) });

export const filesAnswer = z.object({
  attachments: z.array(
    z.object({
      attachmentId: z.string(),
      fileName: z.string(),
      fileSize: z.nullish(z.number()),
      cardId: optionalText,
    }),
  ),
});

export const usersAnswer = z.array(z.object({ _id: z.string(), username: z.string() }));

export const exportDoc = z.object({
  users: z.array(
    z.object({
      _id: z.string(),
      username: z.string(),
      profile: z.nullish(z.object({ fullname: optionalText })),
    }),
  ),
  cards: z.array(z.object({ _id: z.string(), cardNumber: z.nullish(z.number()), description: optionalText })),
});

export const integrationsAnswer = z.array(
  z.object({
    _id: z.string(),
    url: optionalText,
    title: optionalText,
    enabled: z._default(z.boolean(), true),
    activities: z._default(z.array(z.string()), []),
  }),
);

export type CardDoc = z.infer<typeof cardDoc>;
export type ListedCard = z.infer<typeof cardsInList>[number];
