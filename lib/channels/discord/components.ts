import type { CardFace } from '../../../schemas/delivery.ts';
import type { Column } from '../../domain/card.ts';
import { say } from '../../domain/say.ts';
import { actionText, type CardActionName, sensibleActions } from '../card-actions.ts';
import type { Showing } from '../channel.ts';
import { cut } from '../cut.ts';
import type { Speaker } from '../speaker.ts';
import { buttonId } from './interaction/custom-id.ts';

/** The components of a message (contract A1.8), as far as they are ours. */

interface Button {
  readonly type: 2;
  /** 1 stands out, 2 does not, 3 is green. */
  readonly style: 1 | 2 | 3;
  readonly label: string;
  readonly custom_id: string;
}

interface Select {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** A row: five buttons at most, or one select. The first row's `id` is the post's mark. */
export interface Row {
  readonly type: 1;
  readonly id?: number;
  readonly components: readonly (Button | Select)[];
}

type About = Pick<Showing, 'board' | 'columns'> & { readonly face: CardFace };

const styles = { comment: 1, assign: 2, follow: 2, done: 3 } as const satisfies Partial<
  Record<CardActionName, 1 | 2 | 3>
>;

/** In the order they are shown; the select of columns has a row of its own. */
const buttons = ['comment', 'assign', 'follow', 'done'] as const;

/** What people can do with a card right on its living message; nothing for a deleted one. */
export function cardRows(about: About, speaker: Speaker, mark: number): readonly Row[] {
  const sensible = sensibleActions[about.face.state];
  const shown = buttons.filter((action) => sensible.includes(action) && fits(about, action));
  if (shown.length === 0) return [];
  const first = { type: 1, id: mark, components: shown.map((each) => button(about, each, speaker)) } as const;
  const options = optionsOf(about.columns);
  if (!sensible.includes('move') || !fits(about, 'move') || options.length === 0) return [first];
  const placeholder = cut(speaker.plain(say(actionText('move'))), 150);
  const select = { type: 3, custom_id: customIdOf(about, 'move'), placeholder, options } as const;
  return [first, { type: 1, components: [select] }];
}

/** What can be done right under news. In a thread nobody can answer otherwise: what is written there never reaches us (contract A2.6). */
export function newsRows(about: About, speaker: Speaker, mark: number): readonly Row[] {
  if (!sensibleActions[about.face.state].includes('comment') || !fits(about, 'comment')) return [];
  return [{ type: 1, id: mark, components: [{ ...button(about, 'comment', speaker), style: 2 }] }];
}

function button(about: About, action: (typeof buttons)[number], speaker: Speaker): Button {
  const label = cut(speaker.plain(say(actionText(action))), 80);
  return { type: 2, style: styles[action], label, custom_id: customIdOf(about, action) };
}

function customIdOf({ board, face }: About, action: CardActionName): string {
  return buttonId({ action, board, card: face.id });
}

/** Contract A1.8: 100 characters. */
function fits(about: About, action: CardActionName): boolean {
  return customIdOf(about, action).length <= 100;
}

/** Contract A1.8: 25 options, no value twice, 100 characters each. The rest is reached by the command. */
function optionsOf(columns: readonly Column[]): Select['options'] {
  const distinct = new Map(columns.map((column) => [column.id, column]));
  return [...distinct.values()]
    .filter(({ id }) => id !== '' && id === id.trim() && id.length <= 100)
    .slice(0, 25)
    .map(({ id, name }) => ({ label: cut(name.trim() || '–', 100), value: id }));
}
