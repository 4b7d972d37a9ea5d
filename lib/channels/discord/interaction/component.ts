import { discordComponent } from '../../../../schemas/discord.ts';
import type { Judgement } from '../../../domain/door.ts';
import { unescapeMarkdown } from '../escape.ts';
import { taken } from './answers.ts';
import type { Case } from './case.ts';
import { formId, readButtonId } from './custom-id.ts';
import { commentForm } from './form.ts';
import { givenBack } from './given-back.ts';

/** A click or a choice is queued; the button for a comment opens its form. */
export function judgeComponent({ interaction, event, language }: Case): Judgement | undefined {
  const parsed = discordComponent.safeParse(interaction.data);
  const button = parsed.success ? readButtonId(parsed.data.custom_id) : undefined;
  if (!parsed.success || !button) return undefined;
  const { action, board, card } = button;
  if (action === 'comment') {
    const id = formId({ form: 'comment', board, card }, interaction.id);
    const called = unescapeMarkdown(interaction.message?.embeds[0]?.title ?? '');
    return id ? { events: [], answer: commentForm(id, language, called) } : undefined;
  }
  const [value] = parsed.data.values;
  if (action === 'move' && value === undefined) return undefined;
  return {
    events: [
      {
        ...event,
        board,
        input: { by: 'button', action, card, ...(value === undefined ? {} : { value }) },
        reply: { ...event.reply, followUp: true },
      },
    ],
    answer: taken,
    unqueued: givenBack(language, []),
  };
}
