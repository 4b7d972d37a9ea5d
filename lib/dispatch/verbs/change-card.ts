import { CardwireError, refuse } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { Asking, CardInHand, VerbOf } from '../asking.ts';
import { brought } from '../draft.ts';
import { nameOf } from '../face.ts';
import { asTold, notTaken, originalLine, withMailText } from '../mail/text.ts';
import { joined } from '../team-text.ts';
import { act, type Deed } from './act.ts';
import { attach } from './attach.ts';
import { cardInHand } from './in-hand.ts';
import { columnNamed, labelNamed, memberNamed } from './names.ts';

/** The verbs that change one card on the board: look it up, refuse what its product cannot do, do it, say so. */

/** To a column by its name, or by its id from a select. */
export const move: VerbOf<'move'> = async (asking, { card, column }) => {
  const inHand = await cardInHand(asking, card);
  return moveTo(asking, inHand, (await columnNamed(inHand.board, column)).id);
};

/** To the column that means done. */
export const done: VerbOf<'done'> = async (asking, { card }) => {
  const inHand = await cardInHand(asking, card);
  try {
    return await moveTo(asking, inHand, inHand.connection.done);
  } catch (error) {
    throw isColumnGone(error) ? await doneIsGone(asking, inHand) : error;
  }
};

/** Nobody chose that column here, so to choose another one is no help. */
async function doneIsGone({ word }: Asking, { board, connection, ref }: CardInHand) {
  const left = (await board.columns()).filter(({ id }) => id !== connection.done);
  const columns = left.map(({ name }) => name).join(', ');
  return refuse(say('done-column-gone', { word, card: ref, columns }));
}

function isColumnGone(error: unknown): boolean {
  return error instanceof CardwireError && error.say?.key === 'board-column-gone';
}

async function moveTo(asking: Asking, inHand: CardInHand, column: string) {
  const { id, name } = inHand.card.column;
  // It stands there already when a try that died before has moved it: from where is not known any more.
  const told = { kind: 'move', ...(id === column ? {} : { from: name }) } as const;
  const moved = await doDeeds(asking, inHand, [{ action: { type: 'move', column }, told }]);
  return { lines: [say('did-move', { card: inHand.ref, column: moved.column.name })] };
}

/** Comments, and puts on the card what came with it; with nothing of either, a form asks for a text. */
export const comment: VerbOf<'comment'> = async (asking, { card, text }) => {
  const inHand = await cardInHand(asking, card);
  const { files } = await brought(asking);
  if (text === undefined && files.length === 0) return commentForm(asking, inHand);
  const said = text === undefined ? [] : [say('did-comment', { card: inHand.ref })];
  if (text !== undefined) {
    const markdown = withMailText(asking, text);
    const written = joined([markdown, originalLine(asking)]);
    const told = asking.event.mail ? asTold(markdown) : markdown;
    await doDeeds(asking, inHand, [
      { action: { type: 'comment', text: written }, told: { kind: 'comment', step: 'added', comment: told } },
    ]);
  }
  const { lines, notes } = await attach(asking, inHand, files);
  return { lines: [...said, ...lines], notes: [...notes, ...notTaken(asking, inHand.ref)] };
};

function commentForm({ channel }: Asking, { connection, card, ref }: CardInHand) {
  if (!channel.can.forms) throw refuse(say('comment-empty'));
  const title = say('form-comment', { card: ref });
  return {
    form: { form: 'comment', board: connection.id, card: card.id, title, columns: [], people: [] },
  } as const;
}

/** People on a card, or off it. */
export const assign: VerbOf<'assign' | 'unassign'> = async (asking, { verb, card, people }) => {
  const inHand = await cardInHand(asking, card);
  const deeds: Deed[] = [];
  const names: string[] = [];
  for (const person of people) {
    const member = await memberNamed(asking, inHand, person);
    const name = nameOf(asking.team, inHand.connection.product, member);
    const told = { kind: 'assign', step: verb === 'assign' ? 'added' : 'removed', subject: name } as const;
    deeds.push({ action: { type: verb, member: member.id }, told });
    names.push(name);
  }
  await doDeeds(asking, inHand, deeds);
  const values = { card: inHand.ref, people: names.join(', ') };
  return { lines: [verb === 'assign' ? say('did-assign', values) : say('did-unassign', values)] };
};

/** Labels on a card, or off it. */
export const label: VerbOf<'label' | 'unlabel'> = async (asking, { verb, card, labels }) => {
  const inHand = await cardInHand(asking, card);
  const deeds: Deed[] = [];
  const names: string[] = [];
  for (const wanted of labels) {
    const { id, name } = await labelNamed(inHand.board, wanted);
    const told = { kind: 'label', step: verb === 'label' ? 'added' : 'removed', subject: name } as const;
    deeds.push({ action: { type: verb, label: id }, told });
    names.push(name);
  }
  await doDeeds(asking, inHand, deeds);
  const values = { card: inHand.ref, labels: names.join(', ') };
  return { lines: [verb === 'label' ? say('did-label', values) : say('did-unlabel', values)] };
};

/** Sets the due date, or takes it away. */
export const due: VerbOf<'due'> = async (asking, { card, at }) => {
  const inHand = await cardInHand(asking, card);
  const action = at === undefined ? ({ type: 'due' } as const) : ({ type: 'due', at } as const);
  const step = at === undefined ? 'removed' : 'edited';
  // Said as it stands on the board by now: some boards keep the day alone.
  const { due: stands } = await doDeeds(asking, inHand, [{ action, told: { kind: 'due', step } }]);
  const ref = inHand.ref;
  const line =
    stands === undefined
      ? say('did-due-removed', { card: ref })
      : say('did-due', { card: ref, due: new Date(stands) });
  return { lines: [line] };
};

/** A new title. */
export const rename: VerbOf<'rename'> = async (asking, { card, title }) => {
  const inHand = await cardInHand(asking, card);
  await doDeeds(asking, inHand, [
    { action: { type: 'rename', title }, told: { kind: 'edit', subject: 'title' } },
  ]);
  return { lines: [say('did-rename', { card: inHand.ref, title })] };
};

/** A new description. */
export const describe: VerbOf<'describe'> = async (asking, { card, description }) => {
  const inHand = await cardInHand(asking, card);
  const action = { type: 'describe', description } as const;
  await doDeeds(asking, inHand, [{ action, told: { kind: 'edit', subject: 'description' } }]);
  return { lines: [say('did-describe', { card: inHand.ref })] };
};

/** Ticks a step of the checklist, or takes the tick away. */
export const check: VerbOf<'check'> = async (asking, { card, item, done: ticked }) => {
  const inHand = await cardInHand(asking, card);
  const told = { kind: 'checklist', step: ticked ? 'ticked' : 'unticked', subject: item } as const;
  const { step = item } = await doDeeds(asking, inHand, [
    { action: { type: 'check', item, done: ticked }, told },
  ]);
  const values = { card: inHand.ref, item: step };
  return { lines: [ticked ? say('did-check', values) : say('did-uncheck', values)] };
};

/** One more step at the end of the checklist. */
export const addStep: VerbOf<'add-step'> = async (asking, { card, item }) => {
  const inHand = await cardInHand(asking, card);
  const told = { kind: 'checklist', step: 'added', subject: item } as const;
  await doDeeds(asking, inHand, [{ action: { type: 'add-step', item }, told }]);
  return { lines: [say('did-add-step', { card: inHand.ref, item })] };
};

/** Into the archive, or back from it. */
export const archive: VerbOf<'archive' | 'restore'> = async (asking, { verb, card }) => {
  const inHand = await cardInHand(asking, card);
  await doDeeds(asking, inHand, [{ action: { type: verb }, told: { kind: verb } }]);
  const values = { card: inHand.ref };
  return { lines: [verb === 'archive' ? say('did-archive', values) : say('did-restore', values)] };
};

/** Refuses what the board's product has not got before anything is done. */
async function doDeeds(asking: Asking, inHand: CardInHand, deeds: readonly Deed[]) {
  const missing = deeds.find(({ action }) => !inHand.board.can.actions.includes(action.type));
  if (missing) throw refuse(say('board-cannot', { verb: missing.action.type }));
  return act(asking, inHand, deeds);
}
