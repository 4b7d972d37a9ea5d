import type { CardFace } from '../../schemas/delivery.ts';
import type { TextKey } from '../texts/en.ts';

/** What a card's living message offers to do with it, in the order it is shown. `move` takes a column. */
const actionTexts = {
  follow: 'button-follow',
  comment: 'button-comment',
  move: 'button-move',
  assign: 'button-assign',
  done: 'button-done',
} as const satisfies Record<string, TextKey>;

/** An action, by the name that comes back when it is chosen. */
export type CardActionName = keyof typeof actionTexts;

/** All of them, in that order. */
export const cardActions = Object.keys(actionTexts) as readonly CardActionName[];

/** The text on the action's button. */
export function actionText(action: CardActionName): (typeof actionTexts)[CardActionName] {
  return actionTexts[action];
}

/** What still makes sense for a card in this state. */
export const sensibleActions: Readonly<Record<CardFace['state'], readonly CardActionName[]>> = {
  open: cardActions,
  archived: ['follow', 'comment'],
  deleted: [],
};
