import { newId, type SimBoard, type SimCard, type SimUser, type World } from './world.ts';

/** Something a person did in the board's own pages. */
export interface Activity {
  readonly type: string;
  readonly actor: SimUser;
  readonly board: SimBoard;
  readonly card?: SimCard;
  /** Fields beyond those that every card activity has; `undefined` takes one of those away. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A1.7: what is sent when `WEBHOOKS_ATTRIBUTES` is not set, in this order. */
const defaultAttributes = [
  'cardId',
  'listId',
  'oldListId',
  'boardId',
  'comment',
  'user',
  'username',
  'card',
  'commentId',
  'swimlaneId',
  'customField',
  'customFieldValue',
  'labelId',
  'label',
  'attachmentId',
];

/** A1.7: what the contract recommends operators to set. */
export const recommendedAttributes =
  'activityId,userId,username,user,boardId,board,cardId,card,listId,list,oldListId,oldBoardId,swimlaneId,commentId,comment,member,checklist,checklistItem,attachment,attachmentId,label,labelId,timeValue,value,oldValue,url'.split(
    ',',
  );

/** A1.8: types without an English sentence show their own key in `text`. */
const sentences: Readonly<Record<string, (about: string) => string>> = {
  'act-createCard': (about) => `created card ${about}`,
  'act-moveCard': (about) => `moved card ${about}`,
  'act-archivedCard': (about) => `Card ${about} moved to Archive`,
  'act-restoredCard': (about) => `restored card ${about}`,
  'act-deleteCard': (about) => `deleted card ${about}`,
  'act-addComment': (about) => `commented on card ${about}`,
  'act-editComment': (about) => `edited comment on card ${about}`,
  'act-deleteComment': (about) => `deleted comment on card ${about}`,
  'act-joinMember': (about) => `added member to card ${about}`,
  'act-unjoinMember': (about) => `removed member from card ${about}`,
  // A1.9: placeholders that nobody filled in do appear.
  'act-a-dueAt': (about) => `modified due time of ${about}\n previous due was __timeOldValue__`,
  'act-addedLabel': (about) => `added label __label__ to card ${about}`,
  'act-removedLabel': (about) => `removed label __label__ from card ${about}`,
};

/** The one-way payload of A1.7: `text`, the attributes that are there and truthy, `description` last. */
export function payloadOf(
  world: World,
  { type, actor, board, card, extra }: Activity,
  settings: { readonly old: boolean; readonly attributes?: readonly string[] | undefined },
): Record<string, unknown> {
  const user = actor.fullname === '' ? actor.username : actor.fullname;
  const url = `http://wekan.test/b/${board._id}/${board.slug}${card ? `/${card._id}` : ''}`;
  const all: Record<string, unknown> = {
    activityId: newId(),
    userId: actor._id,
    user,
    username: actor.username,
    boardId: board._id,
    board: board.title,
    url,
    ...(card ? ofCard(world, card) : {}),
    ...extra,
  };
  // A1.7: `username` since v10.72 only.
  if (settings.old) delete all.username;
  const about = card ? `"${card.title}"` : `board "${board.title}"`;
  const payload: Record<string, unknown> = { text: `${user} ${sentences[type]?.(about) ?? type}\n${url}` };
  for (const name of settings.attributes ?? defaultAttributes) if (all[name]) payload[name] = all[name];
  payload.description = type;
  return payload;
}

function ofCard(world: World, card: SimCard): Record<string, unknown> {
  const list = world.lists.find(({ _id }) => _id === card.listId);
  return {
    cardId: card._id,
    card: card.title,
    listId: card.listId,
    list: list?.title,
    swimlaneId: card.swimlaneId,
  };
}
