import type { Change } from '../../../schemas/event.ts';
import type { CardDetails } from '../../domain/card-details.ts';
import { stableId } from '../../domain/ids.ts';

/** The kinds of change that are about details. Of comments, what is done to one that stands. */
export const detailKinds = ['edit', 'checklist', 'attachment', 'comment'] as const;

export type DetailKind = (typeof detailKinds)[number];

/** One detail of a card. */
export interface Thing {
  readonly kind: DetailKind;
  /** The board's id of it, or the name of the value. */
  readonly id: string;
  readonly name?: string;
  /** What it is compared by: of a step, `1` for a ticked one or `0`, and then a hash; else a hash. */
  readonly state: string;
}

/** What has become of one detail. */
export interface DetailChange extends Pick<Change, 'kind' | 'step' | 'subject' | 'comment'> {
  readonly kind: DetailKind;
  /** What the detail is remembered by, and as. */
  readonly key: string;
  readonly state: string;
}

const letters: Readonly<Record<DetailKind, string>> = {
  edit: 'e',
  checklist: 's',
  attachment: 'f',
  comment: 'c',
};

/** What a thing is remembered by. 48 bits tell all things of a card apart. */
export function keyOf({ kind, id }: Pick<Thing, 'kind' | 'id'>): string {
  return letters[kind] + stableId(kind, id).slice(0, 8);
}

/** What it is remembered by that a kind has been looked at, whether there was anything or not. */
export function kindKey(kind: DetailKind): string {
  return letters[kind];
}

/** The kind of a remembered thing. */
export function kindOf(key: string): DetailKind | undefined {
  return key.length > 1 ? detailKinds.find((kind) => key.startsWith(letters[kind])) : undefined;
}

/** The things of each kind that was read. */
export function thingsOf({
  values,
  steps,
  files,
  comments,
}: CardDetails): ReadonlyMap<DetailKind, readonly Thing[]> {
  const all: readonly (readonly [DetailKind, readonly Thing[] | undefined])[] = [
    [
      'edit',
      values && Object.entries(values).map(([id, value]) => ({ kind: 'edit', id, state: hash(value) })),
    ],
    [
      'checklist',
      steps?.map(({ id, name, done, state }) => ({
        ...{ kind: 'checklist', id, name },
        state: `${done ? 1 : 0}${hash(state)}`,
      })),
    ],
    ['attachment', files?.map(({ id, name }) => ({ kind: 'attachment', id, name, state: '' }))],
    ['comment', comments?.map(({ id, says }) => ({ kind: 'comment', id, state: hash(says) }))],
  ];
  return new Map(all.flatMap(([kind, things]) => (things ? [[kind, things]] : [])));
}

/** Whether a change is of a kind that is about details; a new comment is told by itself, and comments on steps are not looked at. */
export function isAboutDetails({ kind, step, subject }: Pick<Change, 'kind' | 'step' | 'subject'>): boolean {
  if (kind === 'comment') return subject === undefined && (step === 'edited' || step === 'removed');
  return detailKinds.some((each) => each === kind) && !(kind === 'edit' && subject === 'title');
}

function hash(text: string): string {
  return stableId('state', text).slice(0, 5);
}
