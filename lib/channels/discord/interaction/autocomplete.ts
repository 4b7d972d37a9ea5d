import { discordCommand } from '../../../../schemas/discord.ts';
import type { ChoicesEvent } from '../../../../schemas/event.ts';
import { type Choices, choicesFresh } from '../../../domain/choices.ts';
import { type Judgement, originOf } from '../../../domain/door.ts';
import { suggesting } from './answers.ts';
import type { Case } from './case.ts';
import { placeOf } from './place.ts';
import { readSlash } from './slash.ts';
import { suggest } from './suggest.ts';

const nothing: Judgement = { events: [], answer: suggesting([]) };

/** Suggests what fits the option that is being typed, from what the dispatcher has gathered. Has it grown old, it is asked to gather it anew. */
export function judgeAutocomplete({ interaction, context, event }: Case): Judgement {
  const parsed = discordCommand.safeParse(interaction.data);
  const focused = parsed.success ? readSlash(parsed.data)?.focused : undefined;
  if (!focused) return nothing;
  const { team, connection } = context.address;
  const { room } = placeOf(interaction);
  const { conversation, person, server } = event;
  const wanted: ChoicesEvent = {
    ...originOf(context),
    kind: 'choices',
    // One in ten minutes: every key that is pressed asks for suggestions.
    id: `choices.${room}.${person.id}.${Math.floor(context.now / choicesFresh)}`,
    conversation,
    person,
    ...(server === undefined ? {} : { server }),
  };
  return {
    lookUp: { team, connection, room, person: person.id },
    found: (choices) => ({
      events: isFresh(choices, context.now) ? [] : [wanted],
      answer: suggesting(choices ? suggest(focused.name, focused.typed, choices) : []),
    }),
  };
}

function isFresh(choices: Choices | undefined, now: number): boolean {
  return choices !== undefined && now - choices.at < choicesFresh;
}
