import type { Callback } from '../../channels/discord/limits-callback.ts';
import type { InteractionMessage } from '../../channels/discord/limits-message.ts';
import { ApiError } from './failure.ts';
import type { GivenFile } from './files.ts';
import { addMessage, contentOf, editMessage, refuseEmpty } from './messages.ts';
import type { Json, SimInteraction, SimMessage } from './model.ts';
import type { World } from './world.ts';

const EPHEMERAL = 64;

/** Contract A1.4: which first answers a kind of interaction takes. A form needs none before it and cannot follow one. */
const taken: Readonly<Record<SimInteraction['type'], readonly number[]>> = {
  1: [1],
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

/** Does what a first answer says. @throws ApiError for one that this interaction does not take. */
export function answerWith(world: World, interaction: SimInteraction, answer: Callback): void {
  if (!taken[interaction.type].includes(answer.type)) {
    throw new ApiError(
      400,
      50035,
      `An interaction of type ${interaction.type} takes no answer of type ${answer.type}`,
    );
  }
  const source = world.messages.get(interaction.source);
  switch (answer.type) {
    case 4:
      interaction.original = respond(world, interaction, answer.data).id;
      break;
    case 5:
      interaction.original = respond(world, interaction, answer.data ?? {}, { loading: true }).id;
      interaction.deferred = world.now();
      break;
    case 6:
    case 7:
      // Contract A1.4: for components; of a form, only where a component opened it.
      if (!source) throw new ApiError(400, 50035, 'There is no message to update');
      interaction.original = source.id;
      interaction.deferred = world.now();
      if (answer.type === 7) editMessage(world, source, answer.data, { by: 'interaction' });
      break;
    case 8:
      world.choices.set(interaction.id, answer.data.choices);
      break;
    case 9:
      world.modals.push({
        ...{ user: interaction.user, channel: interaction.channel, source: interaction.source, open: true },
        ...{ title: answer.data.title, custom_id: answer.data.custom_id },
        components: numberedLabels(answer.data.components),
      });
      break;
  }
  interaction.state = 'acknowledged';
}

/** A message that answers an interaction, of the application's own. It needs no permission of the bot's in the channel. */
export function respond(
  world: World,
  interaction: SimInteraction,
  body: InteractionMessage,
  { loading = false, files = [] }: { readonly loading?: boolean; readonly files?: readonly GivenFile[] } = {},
): SimMessage {
  const isPrivate = ((body.flags ?? 0) & EPHEMERAL) !== 0;
  if (!loading) refuseEmpty(contentOf({ files }, body));
  return addMessage(world, {
    channel: world.channel(interaction.channel),
    author: world.application.bot,
    ...{ body, files },
    ...{ by: 'interaction', loading, interaction: interaction.id },
    type: interaction.type === 2 ? (interaction.command === 3 ? 23 : 20) : 0,
    only: isPrivate ? interaction.user : '',
  });
}

/** Contract A1.8: parts without an id are numbered; a label's own comes before that of what it holds. */
function numberedLabels(components: readonly Json[]): readonly Json[] {
  let last = 0;
  const next = (id: unknown) => {
    last += 1;
    return id ?? last;
  };
  return components.map((each) => {
    const id = next(each.id);
    const inner = each.component as Json | undefined;
    return inner ? { ...each, id, component: { ...inner, id: next(inner.id) } } : { ...each, id };
  });
}
