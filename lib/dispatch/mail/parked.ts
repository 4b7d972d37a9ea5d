import { type CommandEvent, commandEvent } from '../../../schemas/event.ts';
import type { CardId } from '../../domain/card.ts';
import { type Parked, parkedId } from '../../store/parked.ts';
import type { Team } from '../../teams/team.ts';
import type { Parts } from '../parts.ts';

/** A card that an address is to hear of, once its owner has said so. */
export interface WantedNotice {
  /** The mail connection it is told through. */
  readonly connection: string;
  readonly board: string;
  readonly card: CardId;
  readonly address: string;
}

/** What was parked, opened. */
export type Waiting =
  | { readonly kind: 'event'; readonly event: CommandEvent }
  | ({ readonly kind: 'notice' } & WantedNotice);

/** The id under which what a mail asks for is parked. */
export function parkedIdOf({ person, id }: CommandEvent): string {
  return parkedId(person.id, 'event', id);
}

/** The id under which it is carried out once it is confirmed: parked, it has had its outcome under its own. */
export function confirmedId({ id }: CommandEvent): string {
  return `${id}-confirmed`;
}

/** Parks what a mail asks for. Safe to repeat. @returns the id for its link. */
export async function parkEvent(parts: Parts, team: Team, event: CommandEvent): Promise<string> {
  const id = parkedIdOf(event);
  await park(parts, team, id, event.unproven !== true, { kind: 'event', event });
  return id;
}

/** Parks that an address wants to hear of a card. Safe to repeat. @returns the id for its link. */
export async function parkNotice(parts: Parts, team: Team, wanted: WantedNotice): Promise<string> {
  const { connection, board, card, address } = wanted;
  const id = parkedId(address, 'notice', connection, board, card);
  // Somebody else asked for it: that the address is confirmed for another thing says nothing of this one.
  await park(parts, team, id, false, { kind: 'notice', ...wanted });
  return id;
}

async function park(parts: Parts, team: Team, id: string, proven: boolean, waiting: Waiting): Promise<void> {
  const sealed = parts.parking.seal(JSON.stringify(waiting), team.id);
  await parts.store.parked.park(team.id, { id, proven, at: parts.now(), sealed });
}

/** Opens what was parked. Undefined for what another deployment's version wrote. */
export function openParked(parts: Parts, team: Team, { sealed }: Parked): Waiting | undefined {
  const waiting = JSON.parse(parts.parking.open(sealed, team.id)) as Waiting;
  if (waiting.kind === 'notice') return waiting;
  const event = commandEvent.safeParse(waiting.event);
  return event.success ? { kind: 'event', event: event.data } : undefined;
}
