import { limits } from '../../channels/discord/limits.ts';
import { answerWith, respond } from './answers.ts';
import type { Call, Routes } from './call.ts';
import { ApiError, acknowledged, archived, deadToken, unknown } from './failure.ts';
import { contentOf, editMessage, refuseEmpty } from './messages.ts';
import type { SimInteraction, SimMessage } from './model.ts';
import { publicMessage } from './views.ts';

/** Contract A1.2. */
const TOKEN_LIFE = 15 * 60_000;
/** Contract A1.3: where only the person installed the application. */
const FOLLOW_UPS = 5;

/** What an interaction's token is good for (contract A1.2, A1.5). None of these takes the bot's token. */
export const interactionRoutes: Routes = {
  'POST /interactions/*/*/callback': (call, id = '', token = '') => {
    const { world } = call;
    const interaction = world.interactions.get(id);
    // Contract A1.2: too late is as unknown as never heard of. A PING takes its answer inline only (A1.1).
    if (interaction?.token !== token || interaction.type === 1) throw unknown.interaction();
    if (interaction.state === 'failed') throw unknown.interaction();
    if (interaction.state === 'acknowledged') throw acknowledged();
    answerWith(world, interaction, call.parse(limits.callback));
    if (call.query.get('with_response') !== 'true') return { status: 204 };
    const message = world.messages.get(interaction.original);
    const resource = message ? { type: 4, message: publicMessage(world, message, true) } : undefined;
    return { json: { interaction: { id, type: interaction.type }, ...(resource ? { resource } : {}) } };
  },

  'POST /webhooks/*/*': (call, application = '', token = '') => {
    const { world } = call;
    const interaction = living(call, application, token);
    const original = world.messages.get(interaction.original);
    const body = call.parse(limits.interactionMessage);
    refuseEmpty(contentOf(call, body));
    // Contract A1.5: the first follow-up after a deferral is its answer, whatever flags it brings.
    if (original?.loading) {
      const { flags: _, tts: __, ...edit } = body;
      editMessage(world, original, edit, { by: 'interaction', files: call.files });
      return { json: publicMessage(world, original, true) };
    }
    if (interaction.userInstall && interaction.followUps >= FOLLOW_UPS) {
      throw new ApiError(400, 40094, 'This interaction has hit the maximum number of follow up messages');
    }
    interaction.followUps += 1;
    return { json: publicMessage(world, respond(world, interaction, body, { files: call.files }), true) };
  },

  'GET /webhooks/*/*/messages/*': (call, application = '', token = '', id = '') => ({
    json: publicMessage(call.world, answerOf(call, living(call, application, token), id), true),
  }),

  'PATCH /webhooks/*/*/messages/*': (call, application = '', token = '', id = '') => {
    const interaction = living(call, application, token);
    const message = answerOf(call, interaction, id);
    const body = call.parse(limits.messageEdit);
    refuseLocked(call, message);
    editMessage(call.world, message, body, { by: 'interaction', files: call.files });
    return { json: publicMessage(call.world, message, true) };
  },

  'DELETE /webhooks/*/*/messages/*': (call, application = '', token = '', id = '') => {
    answerOf(call, living(call, application, token), id).deleted = true;
    return { status: 204 };
  },
};

/** The interaction of a token that can still be used. */
function living({ world }: Call, application: string, token: string): SimInteraction {
  if (application !== world.application.id) throw unknown.webhook();
  const interaction = [...world.interactions.values()].find((each) => each.token === token);
  if (!interaction) throw deadToken();
  if (world.now() - interaction.created >= TOKEN_LIFE) throw deadToken();
  // Contract A1.5: not answered yet, missed the three seconds, or quicker than the deferral itself.
  const isEarly = interaction.deferred > 0 && world.now() - interaction.deferred < world.race;
  if (interaction.state !== 'acknowledged' || isEarly) throw unknown.webhook();
  return interaction;
}

/** A message of this interaction: its original answer, or one of its follow-ups. */
function answerOf({ world }: Call, interaction: SimInteraction, id: string): SimMessage {
  const message = world.messages.get(id === '@original' ? interaction.original : id);
  const own = message?.interaction === interaction.id || message?.id === interaction.original;
  if (!message || !own || message.deleted) throw unknown.message();
  return message;
}

/** Its staff in discord-api-docs#6884: a thread that was locked meanwhile takes no answer. */
function refuseLocked({ world }: Call, message: SimMessage): void {
  if (message.only === '' && world.channel(message.channel).thread?.locked) throw archived();
}
