import { discordHello, discordInteraction } from '../../../schemas/discord.ts';
import { readJson } from '../../domain/body.ts';
import type { DoorContext, DoorRequest, Judgement } from '../../domain/door.ts';
import { pong } from './interaction/answers.ts';
import { callerOf } from './interaction/caller.ts';
import { judgeInteraction as judgeParsed } from './interaction/judge.ts';
import { isSigned } from './interaction/signature.ts';

const ping = 1;

/**
 * Judges a request that came to a verified address: the application that stands in it must have signed these bytes just now. Discord tries
 * bad signatures on purpose, and takes the address away where one is not refused with 401 (contract A1.1).
 */
export function judgeInteraction(request: DoorRequest, context: DoorContext): Judgement {
  const caller = callerOf(context.address);
  if (!caller || !isSigned(request, caller.publicKey, context.now)) return { refuse: 401 };
  const body = readJson(request);
  const hello = discordHello.safeParse(body);
  if (!hello.success) return { refuse: 400 };
  const { type, application_id: application = caller.application } = hello.data;
  if (application !== caller.application) return { refuse: 401 };
  if (type === ping) return { events: [], answer: pong };
  const interaction = discordInteraction.safeParse(body);
  return interaction.success ? judgeParsed(interaction.data, context) : { refuse: 400 };
}
