import type { CommandEvent } from '../../../schemas/event.ts';
import { type MattermostCommand, mattermostCommand } from '../../../schemas/mattermost.ts';
import { readForm } from '../../domain/body.ts';
import {
  accepted,
  type DoorAnswer,
  type DoorContext,
  type DoorRequest,
  type Judgement,
} from '../../domain/door.ts';
import { sameText } from '../../domain/keys.ts';
import { notTaken } from '../../texts/door.ts';
import { eventFrom, placeOf } from './event.ts';

/**
 * The command's token: in the header and in the form, the same in both. The header holds something else where an outgoing OAuth
 * connection matches our address (contract 1.1); then the form alone counts. Undefined when there is none or they differ.
 */
export function presentedToken(request: DoorRequest): string | undefined {
  const inHeader = /^Token (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const inForm = readForm(request).get('token') ?? undefined;
  if (inHeader !== undefined && inForm !== undefined && !sameText(inHeader, inForm)) return undefined;
  return inHeader || inForm || undefined;
}

/**
 * Judges a slash command whose address and token are verified already. The answer is empty: every word is the dispatcher's, in
 * the team's language. What is not a command at all (no user, no channel) is 400.
 */
export function judgeCommand(request: DoorRequest, context: DoorContext): Judgement {
  const form = readForm(request);
  const parsed = mattermostCommand.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { refuse: 400 };
  const command = parsed.data;
  const event: CommandEvent = {
    ...eventFrom(context, command.trigger_id || request.id, {
      room: command.channel_id,
      thread: command.root_id ?? '',
    }),
    ...placeOf(command.channel_name),
    person: { id: command.user_id, name: command.user_name },
    input: { by: 'text', text: command.text, mentions: readMentions(form) },
    reply: {
      ...(command.response_url ? { url: command.response_url } : {}),
      ...(command.trigger_id ? { trigger: command.trigger_id } : {}),
    },
  };
  return { events: [event], answer: accepted, unqueued: giveBack(command) };
}

/** Two keys that repeat, in the same order (contract 1.1): names and ids of the people that were mentioned. */
function readMentions(form: URLSearchParams): Record<string, string> {
  const ids = form.getAll('user_mentions_ids');
  const pairs = form.getAll('user_mentions').map((name, at) => [name, ids[at] ?? ''] as const);
  return Object.fromEntries(pairs.filter(([name, id]) => name !== '' && id !== ''));
}

/** 200, because of any other status people see nothing but its number (contract 1.3); and their text, which is gone otherwise. */
function giveBack({ command, text }: MattermostCommand): DoorAnswer {
  const typed = `${command} ${text}`.slice(0, 12_000);
  const longest = Math.max(2, ...[...typed.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return {
    status: 200,
    json: { response_type: 'ephemeral', text: `${notTaken}\n${fence}\n${typed}\n${fence}` },
  };
}
