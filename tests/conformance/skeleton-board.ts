import type { Board, CardQuery } from '../../lib/boards/board.ts';
import { isOnList, itemNamed } from '../../lib/boards/item-named.ts';
import type { BoardMember, Card, CardAction, CardId, Column, Label } from '../../lib/domain/card.ts';
import { hashOfText } from '../../lib/domain/card-details.ts';
import { refuse } from '../../lib/domain/errors.ts';
import { say } from '../../lib/domain/say.ts';

/** The least that is a board: cards in memory, no server. Copy it to begin with a product of your own, then put calls in its place. */

interface Stored extends Omit<Card, 'revision' | 'answered' | 'url' | 'values'> {
  readonly changed: number;
  readonly markers: readonly string[];
  readonly steps: readonly { readonly title: string; readonly done: boolean }[];
  readonly comments: readonly { readonly id: string; readonly text: string }[];
  readonly files: readonly string[];
}

const columns: readonly Column[] = ['To do', 'Doing', 'Done'].map((name, at) => ({ id: `c${at}`, name }));
const labels: readonly Label[] = [{ id: 'l1', name: 'urgent' }];
const members: readonly BoardMember[] = [{ id: 'm1', username: 'tom', name: 'Tom Berg' }];

/** Opens an empty board. `url` is where its pages would be. */
export function openSkeletonBoard(url = 'https://skeleton.example.org'): Board {
  const cards = new Map<string, Stored>();
  let clock = 0;

  const toCard = ({
    changed: _,
    markers: __,
    steps: ___,
    comments: ____,
    files: _____,
    ...card
  }: Stored): Card => ({
    ...card,
    values: { description: card.description },
    url: `${url}/cards/${card.number}`,
    revision: Date.now(),
    answered: Date.now(),
  });
  const keep = (card: Omit<Stored, 'changed'>): Card => {
    clock += 1;
    const stored = { ...card, changed: clock };
    cards.set(card.id, stored);
    return toCard(stored);
  };
  const present = (id: CardId): Stored => {
    const card = cards.get(id);
    if (!card) throw refuse(say('card-gone'));
    return card;
  };
  const withMarker = (marker: string) => [...cards.values()].find(({ markers }) => markers[0] === marker);

  return {
    can: {
      actions: [
        'comment',
        'move',
        'assign',
        'unassign',
        'label',
        'unlabel',
        'due',
        'rename',
        'describe',
        'check',
        'add-step',
        'attach',
        'archive',
        'restore',
      ],
      numbers: true,
      dueTimes: true,
      commentsChange: true,
      stepsListed: false,
    },
    columns: async () => columns,
    members: async () => members,
    labels: async () => labels,
    create: async (draft, marker) =>
      keep({
        ...{ id: `card-${cards.size + 1}` as CardId, number: cards.size + 1, archived: false },
        ...{ steps: [], comments: [], files: [] },
        ...{ title: draft.title, description: draft.description, markers: [marker.id] },
        column: columnOf(draft.column ?? 'c0'),
        assignees: members.filter(({ id }) => draft.assignees.includes(id)),
        labels: labels.filter(({ id }) => draft.labels.includes(id)),
        ...(draft.due === undefined ? {} : { due: draft.due }),
      }),
    findCreated: async (_draft, marker) => {
      const found = withMarker(marker.id);
      return found && toCard(found);
    },
    read: async (id) => {
      const card = cards.get(id);
      return card && toCard(card);
    },
    comment: async () => undefined,
    search: async (query) =>
      [...cards.values()]
        .filter((card) => fits(card, query))
        .slice(0, query.limit)
        .map(toCard),
    apply: async (id, action, marker) => {
      const step = action.type === 'check' && itemNamed(present(id).steps, action.item).title;
      return { ...keep(changed(present(id), action, marker.id)), ...(step && { step }) };
    },
    findApplied: async (id, _action, marker) => {
      const card = cards.get(id);
      return card?.markers.slice(1).includes(marker.id) ? toCard(card) : undefined;
    },
    cardOfLink: async (link) => {
      const number = link.startsWith(`${url}/`) ? /\/cards\/(\d+)(?:[?#]|$)/.exec(link)?.[1] : undefined;
      return [...cards.values()].find((card) => String(card.number) === number)?.id;
    },
    changedSince: async (cursor) => {
      const known = cursor === '' ? { at: 0 } : (JSON.parse(cursor) as { at: number; stood: CardId[] });
      const open = [...cards.values()].filter(({ archived }) => !archived);
      const changed = open.filter((card) => card.changed > known.at);
      const [ids, stood] = [open.map(({ id }) => id), 'stood' in known ? known.stood : undefined];
      return {
        changed: changed.map(({ id }) => id),
        arrived: stood ? ids.filter((id) => !stood.includes(id)) : [],
        left: stood ? stood.filter((id) => !ids.includes(id)) : [],
        details: new Map(),
        said: new Map(),
        cursor: JSON.stringify({ at: clock, stood: ids }),
      };
    },
    commentsOn: async (id) =>
      present(id).comments.map(({ id: comment, text }) => ({ id: comment, says: hashOfText(text) })),
    stepsOn: async (id) =>
      present(id).steps.map(({ title, done }, at) => ({ id: String(at), name: title, done, state: '' })),
    filesOn: async (id) => present(id).files.map((name, at) => ({ id: String(at), name })),
  };
}

/** The card after an action. Each can be done twice without harm; a comment is known again by its marker. */
function changed(card: Stored, action: CardAction, marker: string): Stored {
  switch (action.type) {
    case 'comment':
      return {
        ...card,
        comments: [...card.comments, { id: marker, text: action.text }],
        markers: [...card.markers, marker],
      };
    case 'attach':
      return { ...card, files: [...card.files, action.name], markers: [...card.markers, marker] };
    case 'move':
      return { ...card, column: columnOf(action.column) };
    case 'assign':
      return {
        ...card,
        assignees: members.filter(({ id }) => id === action.member || has(card.assignees, id)),
      };
    case 'unassign':
      return { ...card, assignees: card.assignees.filter(({ id }) => id !== action.member) };
    case 'label':
      return { ...card, labels: labels.filter(({ id }) => id === action.label || has(card.labels, id)) };
    case 'unlabel':
      return { ...card, labels: card.labels.filter(({ id }) => id !== action.label) };
    case 'due': {
      const { due: _, ...rest } = card;
      return { ...rest, ...(action.at === undefined ? {} : { due: action.at }) };
    }
    case 'rename':
      return { ...card, title: action.title };
    case 'describe':
      return { ...card, description: action.description };
    case 'check': {
      const { title } = itemNamed(card.steps, action.item);
      const steps = card.steps.map((step) => (step.title === title ? { title, done: action.done } : step));
      return { ...card, steps };
    }
    case 'add-step': {
      const there = isOnList(card.steps, action.item);
      return there ? card : { ...card, steps: [...card.steps, { title: action.item, done: false }] };
    }
    case 'archive':
      return { ...card, archived: true };
    case 'restore':
      return { ...card, archived: false };
  }
}

function fits(card: Stored, { text, column, assignee, dueBefore, number }: CardQuery): boolean {
  if (number !== undefined) return card.number === number;
  if (card.archived || (column !== undefined && card.column.id !== column)) return false;
  if (text !== undefined && !`${card.title}\n${card.description}`.includes(text)) return false;
  if (dueBefore !== undefined && !(card.due !== undefined && card.due < dueBefore)) return false;
  return assignee === undefined || has(card.assignees, assignee);
}

function columnOf(id: string): Column {
  const column = columns.find((each) => each.id === id);
  if (!column) throw refuse(say('board-column-gone'));
  return column;
}

const has = (all: readonly { readonly id: string }[], wanted: string) => all.some(({ id }) => id === wanted);
