import type { CommandInput } from '../../schemas/asked.ts';
import type { CommandEvent } from '../../schemas/event.ts';
import type { Channel } from '../channels/channel.ts';
import { isRefusal } from '../domain/errors.ts';
import { stableId } from '../domain/ids.ts';
import { say } from '../domain/say.ts';
import { NotYet } from '../queue/waiting.ts';
import type { CardKey } from '../store/card-record.ts';
import { PUT_OFF } from '../store/trace.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import { askerOf } from './asker.ts';
import { type Outcome, replyTo } from './asking.ts';
import { doOnce } from './do-once.ts';
import { shownIn } from './here.ts';
import { throughGate } from './mail/gate.ts';
import { keepMailThread } from './mail/thread.ts';
import { outcomeOf } from './outcome.ts';
import type { Parts } from './parts.ts';
import { isHeard } from './server-gate.ts';
import { teamFor } from './team-for.ts';
import { tellWaiting } from './tell-waiting.ts';

/**
 * Carries a person's command out exactly once and answers them. A refusal is an answer; a board or chat that does not answer puts the
 * command off, and the person is told so once.
 * @param attempt how often the queue has handed it over, from 1.
 */
export async function onCommand(parts: Parts, event: CommandEvent, attempt: number): Promise<void> {
  const team = await teamFor(parts, event);
  const connection = team?.channels[event.connection];
  if (!team || !connection || !isCurrent(event, connection)) {
    parts.log.warn('command-of-revoked-address', { team: event.team, connection: event.connection });
    return;
  }
  const answers = answerOf(event);
  const channel = await parts.channel(team, connection);
  let isLetIn = !event.mail;
  const letIn = () => {
    isLetIn = true;
  };
  let card: CardKey | undefined;
  const about = (key: CardKey) => {
    card = key;
  };
  const before = await doOnce(parts, {
    ...{ team: team.id, event: event.id, answers },
    work: (lookSince) => carryOutFor({ parts, team, connection, channel, lookSince, letIn, about }, event),
    failed: async (error) => {
      if (attempt !== 1 || error instanceof NotYet) return;
      if (card) await notePutOff(parts, event, card);
      // Nobody is written to whose name anyone could have put there, or told that it is kept who may yet be refused.
      const awaits = isLetIn && event.input.by !== 'draft' && !event.unproven;
      if (awaits) await tellWaiting(parts, { team, event, channel, connection }, error);
    },
  });
  if (before?.answers !== undefined && before.answers !== answers)
    await putAway(parts, event, channel, attempt);
}

/** Best effort: by it a card's story tells that the command waits. Its receipt says why. */
async function notePutOff(
  { store, now, log }: Parts,
  { id, at, team }: CommandEvent,
  card: CardKey,
): Promise<void> {
  try {
    await store.cards.addToStory(card, { at: now(), what: PUT_OFF, event: id, received: at });
  } catch {
    log.warn('wait-not-noted', { team, id });
  }
}

/** Which answer is open in front of the person, where that is seen to be open: a hash, as what opens it is kept nowhere. */
function answerOf({ reply }: CommandEvent): string | undefined {
  return reply.token === undefined ? undefined : stableId('answer', reply.token);
}

/**
 * The same form has been sent off before and answered there, so that nothing comes of this one: it no longer looks as if something did. Tried
 * once more at most: what it is about is done.
 */
async function putAway(parts: Parts, event: CommandEvent, channel: Channel, attempt: number): Promise<void> {
  try {
    await channel.answer(replyTo(event), [], stableId(event.id, 'answer'));
  } catch (error) {
    if (attempt === 1 && !isRefusal(error)) throw error;
    parts.log.warn('answer-not-put-away', { team: event.team, id: event.id });
  }
}

/**
 * Whether it came by an address that is still good. An answer to a mail, and a link in one, prove themselves by what they are about, which the table
 * still knows: who wants no more mails is not told that the link is too old.
 */
function isCurrent({ mail, input, generation }: CommandEvent, connection: ChannelConnection): boolean {
  return mail?.answers !== undefined || input.by === 'link' || connection.generation === generation;
}

/** A command's run: for whom, through what. */
interface Run {
  readonly parts: Parts;
  readonly team: Team;
  readonly connection: ChannelConnection;
  readonly channel: Channel;
  readonly lookSince: Date | undefined;
  /** Notes that it has come through the gate. */
  readonly letIn: () => void;
  readonly about: (key: CardKey) => void;
}

/** Carries it out or refuses it, and answers. Gives back the outcome's code; throws what is worth another try. */
async function carryOutFor(
  { parts, team, connection, channel, lookSince, letIn, about }: Run,
  arrived: CommandEvent,
): Promise<string> {
  const asker = await askerOf(parts, arrived, team, connection, channel);
  const carryOut = (event: CommandEvent) => onCommand(parts, event, 1);
  const at = { parts, team, event: arrived, connection, channel, asker, carryOut, lookSince };
  const passed = await throughGate(at);
  if ('code' in passed) return passed.code;
  letIn();
  const { event } = passed;
  if (event.input.by === 'draft') {
    const heard = await isHeard(parts, { team, event, role: asker.role, channel });
    return heard ? keepDraft(parts, event, event.input) : 'refused-server-not-connected';
  }
  await keepMailThread(parts, event);
  const word = connection.command;
  const here = await shownIn(event, channel);
  const { code, outcome } = await outcomeOf({
    ...{ parts, team, event, channel, here, through: connection, word, about },
    ...asker,
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

/** Nobody is answered: in front of the person stands the form that goes on with it, and what is wrong is told then. */
async function keepDraft(
  { store }: Parts,
  { team, connection, person, id, files = [] }: CommandEvent,
  { author, link }: Extract<CommandInput, { readonly by: 'draft' }>,
): Promise<string> {
  await store.drafts.keep({ team, connection, person: person.id, id }, { author, link, files });
  return 'done-draft';
}

async function answer(channel: Channel, event: CommandEvent, outcome: Outcome, word: string): Promise<void> {
  const to = replyTo(event);
  const id = stableId(event.id, 'answer');
  if ('lines' in outcome) return channel.answer(to, outcome.lines, id);
  if (await channel.openForm(to, outcome.form)) return;
  const { form, title } = outcome.form;
  const late =
    form === 'create'
      ? say('form-late-create', { word })
      : say('form-late-comment', { word, card: title.values.card ?? '#42' });
  await channel.answer(to, [late], id);
}
