import { parseConversation } from '../../domain/conversation.ts';
import type { Keys } from '../../domain/keys.ts';
import { say } from '../../domain/say.ts';
import { actionText, sensibleActions } from '../card-actions.ts';
import type { Showing } from '../channel.ts';
import { cut } from '../cut.ts';
import type { Speaker } from '../speaker.ts';
import { type Holder, sealButton } from './context.ts';

/** A button, or a select with its options (contract 3.1). */
export interface Action {
  readonly id: string;
  readonly name: string;
  readonly type: 'button' | 'select';
  readonly options?: readonly { readonly text: string; readonly value: string }[];
  readonly integration: { readonly url: string; readonly context: Readonly<Record<string, string>> };
}

/** Makes the actions of a card's living message. Their ids are letters only: with a dash or underscore a click is a silent 404 (contract 3.1). */
export type ButtonMaker = (showing: Showing) => readonly Action[];

/** Makes buttons that call `actionUrl` with a context sealed to this conversation and card. */
export function createButtons(
  holder: Holder,
  { actionUrl, actionKeys, speaker }: { actionUrl: string; actionKeys: Keys; speaker: Speaker },
): ButtonMaker {
  return ({ conversation, board, face, columns }) => {
    const { room, thread } = parseConversation(conversation);
    return sensibleActions[face.state]
      .filter((action) => action !== 'move' || columns.length > 0)
      .map((action): Action => {
        const context = { thread, board, card: face.id, action };
        const seal = sealButton(holder, { room, ...context }, actionKeys);
        const name = speaker.plain(say(actionText(action)));
        const integration = { url: actionUrl, context: { ...context, seal } };
        if (action !== 'move') return { id: action, name, type: 'button', integration };
        const options = columns.map((column) => ({ text: cut(column.name || '–', 100), value: column.id }));
        return { id: action, name, type: 'select', options, integration };
      });
  };
}
