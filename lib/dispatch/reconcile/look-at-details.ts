import type { Change } from '../../../schemas/event.ts';
import type { CardId } from '../../domain/card.ts';
import type { CardDetails } from '../../domain/card-details.ts';
import type { KnownDetails } from '../../store/details.ts';
import { compare } from '../details/compare.ts';
import type { Looking } from './looking.ts';

/** What a look at the details of a card has come to. */
export interface DetailsFound {
  /** To be told; the dispatcher, which tells it, writes down that it is known. */
  readonly changes: readonly Omit<Change, 'card'>[];
  /** What is known now but for that; undefined where nothing is new. */
  readonly known: KnownDetails['known'] | undefined;
}

/** Compares the details of a card with what is known of them. At the first look at a board, all is taken as it is. */
export function lookAtDetails(
  { isFirst }: Pick<Looking, 'isFirst'>,
  { known: before }: KnownDetails,
  details: CardDetails,
): DetailsFound {
  const { changes, known } = compare(isFirst ? {} : before, details);
  const told = changes.map(({ key: _, state: __, ...change }) => change);
  return { changes: told, known: isSame(known, before) ? undefined : known };
}

/** Keeps what was not known before. Whoever was faster knows better; the next look finds the rest. */
export async function keepDetails(
  { parts, team, connection }: Looking,
  { card, number }: { readonly card: CardId; readonly number: number },
  before: KnownDetails,
  { known }: DetailsFound,
): Promise<void> {
  if (known)
    await parts.store.details.put({ team: team.id, board: connection.id, card }, number, before, known);
}

function isSame(one: KnownDetails['known'], other: KnownDetails['known']): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
