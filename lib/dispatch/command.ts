import type { CommandEvent } from '../../schemas/event.ts';
import type { TeamMember } from '../../schemas/team.ts';
import type { Channel } from '../channels/channel.ts';
import { CardwireError, isRefusal, never, refuse } from '../domain/errors.ts';
import { stableId } from '../domain/ids.ts';
import type { Say } from '../domain/say.ts';
import { say } from '../domain/say.ts';
import { NotYet } from '../queue/waiting.ts';
import { linkable, listedPerson, roleOf } from '../teams/people.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import { type Asking, type Outcome, replyTo, writtenText } from './asking.ts';
import type { Parts } from './parts.ts';
import { readInput } from './read-input.ts';
import { carryOut, permissionFor } from './verbs/verbs.ts';

/**
 * Carries a person's command out exactly once and answers them. A refusal is an answer; a board or chat that does not answer puts the
 * command off, and the person is told so once.
 * @param attempt how often the queue has handed it over, from 1.
 */
export async function onCommand(parts: Parts, event: CommandEvent, attempt: number): Promise<void> {
  const team = await parts.team(event.team);
  const connection = team?.channels[event.connection];
  if (!team || connection?.generation !== event.generation) {
    parts.log.warn('command-of-revoked-address', { team: event.team, connection: event.connection });
    return;
  }
  const { receipts } = parts.store;
  const claim = await receipts.claim(team.id, event.id);
  if (!claim.got && claim.why === 'done') return;
  if (!claim.got) throw new NotYet(Math.max(1000, claim.until - parts.now()));
  if (claim.deaths >= MOST_DEATHS) throw new CardwireError('kills-its-run', never);

  const channel = await parts.channel(team, connection);
  try {
    const outcome = await carryOutFor(parts, event, team, connection, channel, claim.lookSince);
    await receipts.complete(team.id, event.id, outcome);
  } catch (error) {
    await receipts.release(team.id, event.id, error instanceof CardwireError ? error.code : 'unexpected');
    if (attempt === 1 && !(error instanceof NotYet))
      await tellWaiting(parts, channel, event, connection, error);
    throw error;
  }
}

/** A command whose run died so often without an outcome kills its run. */
const MOST_DEATHS = 5;

/** Carries it out or refuses it, and answers. Gives back the outcome's code; throws what is worth another try. */
async function carryOutFor(
  parts: Parts,
  event: CommandEvent,
  team: Team,
  connection: ChannelConnection,
  channel: Channel,
  lookSince: Date | undefined,
): Promise<string> {
  const isIn = (room: string, person: string) => channel.isIn(room, person);
  const self = await identify(parts, event, team, connection);
  const role = await roleOf(team, event.connection, event.person, self, isIn);
  const word = connection.command;
  const { code, outcome } = await outcomeOf({
    ...{ parts, team, event, role, channel, through: connection, word },
    ...(self && { self }),
    ...(lookSince && { lookSince }),
  });
  try {
    await answer(channel, event, outcome, word);
  } catch (error) {
    // What was asked for is done: a person who cannot be reached does not undo it.
    if (!isRefusal(error)) throw error;
    parts.log.warn('answer-refused', { team: team.id, id: event.id, code: error.code });
  }
  return code;
}

/** Whom of the settings it is that asks; nobody, where the source does not prove who they are. */
async function identify(
  { store }: Parts,
  { person, unproven }: CommandEvent,
  team: Team,
  { id, product }: ChannelConnection,
): Promise<TeamMember | undefined> {
  if (unproven) return undefined;
  const listed = listedPerson(team, product, person);
  if (listed || !linkable(product)) return listed;
  return listedPerson(team, product, person, await store.accounts.nameOf(team.id, id, person.id));
}

async function outcomeOf(asking: Asking): Promise<{ readonly code: string; readonly outcome: Outcome }> {
  try {
    const { command, ...board } = readInput(asking);
    const needed = permissionFor(command);
    const { members, guests } = asking.team;
    const { may } = asking.role === 'member' ? members : guests;
    if (!may.includes(needed)) throw refuse(say('not-allowed', { verb: needed }));
    const outcome = await carryOut({ ...asking, ...board }, command);
    return { code: `done-${command.verb}`, outcome: 'lines' in outcome ? spoken(outcome, asking) : outcome };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const why = error.say ?? say('went-wrong', { code: error.code });
    return { code: error.code, outcome: { lines: givingBack(why, asking.event, asking.word) } };
  }
}

/**
 * A button or form that did its work says so on the living message it stands on. Its only other way to the person would be a direct
 * message for every click.
 */
function spoken(outcome: Outcome, { event }: Asking): Outcome {
  return event.input.by === 'text' ? outcome : { lines: [] };
}

/** Nobody has to type anything twice: what came to nothing is given back. */
function givingBack(why: Say, event: CommandEvent, word: string): readonly Say[] {
  const text = writtenText(event, word);
  return text === '' || 'text' in why.values ? [why] : [why, say('you-wrote', { text })];
}

async function answer(channel: Channel, event: CommandEvent, outcome: Outcome, word: string): Promise<void> {
  const to = replyTo(event);
  if ('lines' in outcome) {
    if (outcome.lines.length > 0) await channel.answer(to, outcome.lines, stableId(event.id, 'answer'));
    return;
  }
  if (await channel.openForm(to, outcome.form)) return;
  const { form, title } = outcome.form;
  const late =
    form === 'create'
      ? say('form-late-create', { word })
      : say('form-late-comment', { word, card: title.values.card ?? '#42' });
  await channel.answer(to, [late], stableId(event.id, 'answer'));
}

/** Best effort: the command itself is safe in the queue. */
async function tellWaiting(
  parts: Parts,
  channel: Channel,
  event: CommandEvent,
  connection: ChannelConnection,
  error: unknown,
): Promise<void> {
  const why = error instanceof CardwireError ? error.say : undefined;
  const text = writtenText(event, connection.command);
  const lines = [
    ...(why ? [why, say('kept')] : [say('will-try-again')]),
    ...(text === '' ? [] : [say('you-wrote', { text })]),
  ];
  try {
    await channel.answer(replyTo(event), lines, stableId(event.id, 'waiting'));
  } catch {
    parts.log.warn('waiting-not-told', { team: event.team, id: event.id });
  }
}
