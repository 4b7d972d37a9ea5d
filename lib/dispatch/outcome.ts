import { isRefusal, refuse } from '../domain/errors.ts';
import { type Say, say } from '../domain/say.ts';
import { type Asking, giveBack, type Outcome } from './asking.ts';
import { readInput } from './input/read-input.ts';
import { guardRate } from './rate-gate.ts';
import { guardServer } from './server-gate.ts';
import { carryOut, permissionFor } from './verbs/verbs.ts';

/** How a command ended: a code for its receipt, and what the person is answered. */
export interface Ended {
  readonly code: string;
  readonly outcome: Outcome;
}

/** Understands what is asked for, sees that it is allowed, and does it. A refusal is an outcome too; throws what is worth another try. */
export async function outcomeOf(asking: Asking): Promise<Ended> {
  try {
    await guardServer(asking);
    if (!(await guardRate(asking))) return { code: 'refused-flood', outcome: { lines: [] } };
    const { command, ...board } = readInput(asking);
    const needed = permissionFor(command);
    const { members, guests } = asking.team;
    const { may } = asking.role === 'member' ? members : guests;
    if (needed !== undefined && !may.includes(needed)) throw refuse(say('not-allowed', { verb: needed }));
    const outcome = await carryOut({ ...asking, ...board }, command);
    return { code: `done-${command.verb}`, outcome: 'lines' in outcome ? spoken(outcome, asking) : outcome };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const why = inTheirWord(error.say ?? say('went-wrong', { code: error.code }), asking);
    return { code: error.code, outcome: { lines: givingBack(why, asking) } };
  }
}

type Lines = Extract<Outcome, { readonly lines: readonly Say[] }>;

/**
 * A button or form that did its work says so on the living message it stands on. Its only other way to the person would be a direct
 * message for every click.
 */
function spoken({ lines, notes = [] }: Lines, { event: { input }, channel }: Asking): Lines {
  // What cannot be edited shows nothing by itself; a form at least says what it carried.
  const showsByItself = (input.by === 'button' && channel.can.edits) || input.by === 'form';
  return { lines: showsByItself ? notes : [...lines, ...notes] };
}

/** Whoever asks by a line of a mail knows the word that they wrote for it, and no verb of a slash command. */
function inTheirWord(why: Say, { event: { input } }: Asking): Say {
  if (input.by !== 'button' || input.wrote === undefined || !('verb' in why.values)) return why;
  return { ...why, values: { ...why.values, verb: input.wrote } };
}

/** A text that gives the words back itself, or tells of the files, needs no more of that. */
function givingBack(why: Say, { event, word }: Asking): readonly Say[] {
  const said = (line: Say) => (line.key === 'you-wrote' ? 'text' : 'files') in why.values;
  return [why, ...giveBack(event, word).filter((line) => !said(line))];
}
