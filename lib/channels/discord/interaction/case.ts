import type { DiscordInteraction } from '../../../../schemas/discord.ts';
import type { CommandEvent } from '../../../../schemas/event.ts';
import type { Language } from '../../../../schemas/team.ts';
import type { DoorContext } from '../../../domain/door.ts';

/** What an interaction is judged with. */
export interface Case {
  readonly interaction: DiscordInteraction;
  readonly context: DoorContext;
  /** The asking person's own: the team's is not known here. */
  readonly language: Language;
  /** All of an event but what the person gave us. */
  readonly event: Omit<CommandEvent, 'input'>;
}
