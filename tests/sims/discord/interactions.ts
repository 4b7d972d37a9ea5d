import { callback } from '../../channels/discord/limits-callback.ts';
import { answerWith } from './answers.ts';
import { checked } from './call.ts';
import { ApiError } from './failure.ts';
import type { Json, SimChannel, SimInteraction } from './model.ts';
import { payload } from './payload.ts';
import { type Reply, sendOut } from './send.ts';
import { newToken, type World } from './world.ts';

/** What somebody does that becomes an interaction. */
export interface Doing {
  readonly type: 2 | 3 | 4 | 5;
  readonly user: string;
  readonly channel: SimChannel;
  readonly data: Json;
  readonly name?: string;
  readonly command?: number;
  readonly source?: string;
}

/** Sends it to the endpoint and takes the answer; the person sees a failure when that is no good. */
export async function interact(world: World, doing: Doing): Promise<SimInteraction> {
  const { type, user, channel, name = '', command = 0, source = '' } = doing;
  const guild = world.guilds.get(channel.guild);
  const interaction: SimInteraction = {
    ...{ id: world.newId(), token: newToken(), type, user, channel: channel.id, created: world.now() },
    ...{ name, command, source, state: 'waiting', original: '', deferred: 0, followUps: 0 },
    userInstall: guild !== undefined && !guild.installed,
  };
  world.interactions.set(interaction.id, interaction);
  const body = JSON.stringify(payload(world, interaction, doing.data));
  const { endpoint } = world.application;
  const reply = endpoint ? await sendOut(world, endpoint, body) : undefined;
  take(world, interaction, reply);
  return interaction;
}

/** Contract A1.2: 200 with the answer, or 202 and nothing after it went to the callback; within three seconds. */
function take(world: World, interaction: SimInteraction, reply: Reply | undefined): void {
  // It went to the callback, which said what there was to say.
  if (interaction.state === 'acknowledged') return;
  const problem = reply ? problemOf(reply) : 'no answer in time';
  if (problem !== undefined) {
    fail(world, interaction, problem);
    return;
  }
  try {
    answerWith(world, interaction, checked(callback, JSON.parse(reply?.text ?? '')));
  } catch (error) {
    const told = error instanceof ApiError ? `${error.code} ${JSON.stringify(error.errors)}` : String(error);
    fail(world, interaction, told);
  }
}

function problemOf({ status, contentType }: Reply): string | undefined {
  if (status !== 200) return `answered ${status}`;
  // Contract A6.5: an answer without the content type broke bots.
  return /application\/json/.test(contentType) ? undefined : `answered as ${contentType}`;
}

/** Contract A1.2: the token is worth nothing from here on. */
function fail(world: World, interaction: SimInteraction, problem: string): void {
  interaction.state = 'failed';
  world.problems.push(`${interaction.name || `interaction of type ${interaction.type}`}: ${problem}`);
}
