import type { CommandInput } from '../../../../schemas/asked.ts';
import { type DiscordForm, discordForm } from '../../../../schemas/discord.ts';
import type { CommandEvent } from '../../../../schemas/event.ts';
import type { Judgement } from '../../../domain/door.ts';
import { stableId } from '../../../domain/ids.ts';
import { thinking } from './answers.ts';
import type { Case } from './case.ts';
import { type FormName, readFormId } from './custom-id.ts';
import { givenBack } from './given-back.ts';

/** A form that was sent off is queued. */
export function judgeSubmission({ interaction, event, language }: Case): Judgement | undefined {
  const parsed = discordForm.safeParse(interaction.data);
  const form = parsed.success ? readFormId(parsed.data.custom_id) : undefined;
  if (!parsed.success || !form) return undefined;
  const fields = fieldsOf(parsed.data);
  const { name, once } = form;
  const submitted: CommandEvent = {
    ...event,
    ...(name.form === 'comment' ? { board: name.board } : {}),
    id: once === undefined ? event.id : idOf(once, fields),
    input: inputOf(name, fields),
  };
  return {
    events: [submitted],
    answer: thinking,
    unqueued: givenBack(language, Object.values(fields)),
  };
}

/**
 * Discord leaves a form open when our answer is lost, and what is sent off then is a new interaction. The same texts from the same opening of
 * a form are the same event; another text is something else that the person wants.
 */
function idOf(once: string, fields: Readonly<Record<string, string>>): string {
  return stableId('discord-form', once, ...Object.entries(fields).sort().flat());
}

/** Fields by name; those left empty are left out. */
function fieldsOf({ components }: DiscordForm): Record<string, string> {
  const all = components.flatMap((part) => {
    if ('component' in part) return [part.component];
    return 'components' in part ? part.components : [];
  });
  return Object.fromEntries(
    all.flatMap(({ custom_id, value }) => (value ? [[custom_id, value] as const] : [])),
  );
}

function inputOf(name: FormName, fields: Record<string, string>): CommandInput {
  switch (name.form) {
    case 'create': {
      const { assignee, ...rest } = fields;
      // People write names with the `@` that chats show.
      const who = assignee?.trim().replace(/^@/, '');
      const draft = name.draft === undefined ? {} : { draft: name.draft };
      return { by: 'form', form: 'create', fields: who ? { ...rest, assignee: who } : rest, ...draft };
    }
    case 'comment':
      return { by: 'form', form: 'comment', card: name.card, fields };
    case 'comment-ref':
      // As if the text had been typed with the command.
      return { by: 'options', verb: 'comment', options: { ...fields, card: name.card } };
  }
}
