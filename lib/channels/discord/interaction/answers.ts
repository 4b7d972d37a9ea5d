import type { DoorAnswer } from '../../../domain/door.ts';

/** What the door answers (contract A1.4). Every word is for the asking person alone: flag 64. */

const privately = 64;

const inline = (json: object): DoorAnswer => ({ status: 200, json });

export const pong: DoorAnswer = inline({ type: 1 });

/** "… is thinking": the dispatcher's words take its place. */
export const thinking: DoorAnswer = inline({ type: 5, data: { flags: privately } });

/** A click is taken; what it was made on stays as it is. */
export const taken: DoorAnswer = inline({ type: 6 });

/** Says something at once, with `texts` under it, none of which can call anyone. */
export function saying(content: string, texts: readonly string[] = []): DoorAnswer {
  const embeds = texts.map((description) => ({ description }));
  const data = { content, flags: privately, allowed_mentions: { parse: [] } };
  return inline({ type: 4, data: embeds.length === 0 ? data : { ...data, embeds } });
}

/** A suggestion: what is shown, and what stands in the option once it is chosen (contract A1.6: 100 characters each). */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Suggestions for what is being typed, 25 at most. */
export function suggesting(choices: readonly Choice[]): DoorAnswer {
  return inline({ type: 8, data: { choices } });
}

/** Opens a form. */
export function opening(form: object): DoorAnswer {
  return inline({ type: 9, data: form });
}
