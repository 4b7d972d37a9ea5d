import type { DiscordInteraction } from '../../../../schemas/discord.ts';
import { type DoorContext, type Judgement, originOf } from '../../../domain/door.ts';
import { doorWords } from '../../../texts/door.ts';
import { saying } from './answers.ts';
import { judgeAutocomplete } from './autocomplete.ts';
import type { Case } from './case.ts';
import { judgeCommand } from './command.ts';
import { judgeComponent } from './component.ts';
import { circumstancesOf, conversationOf, personOf } from './place.ts';
import { judgeSubmission } from './submission.ts';

/** What to do with each kind (contract A1.3). Undefined where it is not ours, or of another deployment. */
const kinds: Readonly<Record<number, (judged: Case) => Judgement | undefined>> = {
  2: judgeCommand,
  3: judgeComponent,
  4: judgeAutocomplete,
  5: judgeSubmission,
};

/** Judges an interaction that Discord has signed. Whoever asks for what we do not know is told so, and nothing is queued. */
export function judgeInteraction(interaction: DiscordInteraction, context: DoorContext): Judgement {
  const language = interaction.locale?.startsWith('de') ? 'de' : 'en';
  const person = personOf(interaction);
  if (!person) return { refuse: 400 };
  const event: Case['event'] = {
    ...originOf(context),
    kind: 'command',
    // Contract A1.2: what comes twice has the same id.
    id: interaction.id,
    conversation: conversationOf(interaction, context.address.connection),
    ...circumstancesOf(interaction),
    person,
    reply: { token: interaction.token },
  };
  const judgement = kinds[interaction.type]?.({ interaction, context, language, event });
  return judgement ?? { events: [], answer: saying(doorWords[language].unknown) };
}
