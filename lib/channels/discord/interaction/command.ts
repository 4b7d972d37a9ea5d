import { discordCommand, discordMessageCommand } from '../../../../schemas/discord.ts';
import type { Judgement } from '../../../domain/door.ts';
import { doorWords } from '../../../texts/door.ts';
import { saying, thinking } from './answers.ts';
import type { Case } from './case.ts';
import { formId } from './custom-id.ts';
import { draftOf, messageLink, valuesOf } from './draft.ts';
import { cardForm, commentForm, type FormValues, fitsForm } from './form.ts';
import { givenBack } from './given-back.ts';
import { fileOf, readSlash, type Slash, written } from './slash.ts';

/** A slash command is queued, or answered with the form for what it lacks; a message becomes a draft and a form. */
export function judgeCommand(judged: Case): Judgement | undefined {
  const { data } = judged.interaction;
  const typed = discordCommand.safeParse(data);
  if (!typed.success) return judgeMessage(judged);
  const slash = readSlash(typed.data);
  if (!slash) return undefined;
  const { verb, options, files } = slash;
  const form = formFor(judged, slash);
  if (form) return form;
  const { event, language } = judged;
  return {
    events: [
      { ...event, ...(files.length > 0 && { files: [...files] }), input: { by: 'options', verb, options } },
    ],
    answer: thinking,
    unqueued: givenBack(language, [written(typed.data.name, slash)]),
  };
}

/** The form for what a command lacks. It must be the very first answer (contract A1.4), so nothing can be asked before. */
function formFor({ interaction, language }: Case, slash: Slash): Judgement | undefined {
  const { verb, options } = slash;
  const once = interaction.id;
  if (verb === 'create' && options.title === undefined) {
    const id = formId({ form: 'create' }, once);
    const values = formValues(slash);
    return id && values ? { events: [], answer: cardForm(id, language, values) } : undefined;
  }
  if (verb !== 'comment' || options.text !== undefined || options.card === undefined) return undefined;
  // A file would be lost with the form, and is a comment by itself.
  if (slash.files.length > 0) return undefined;
  const id = formId({ form: 'comment-ref', card: options.card }, once);
  const answer = id ? commentForm(id, language, options.card) : saying(doorWords[language].commentHere);
  return { events: [], answer };
}

/** What was typed already, by the form's own names. Undefined when the form would lose some of it. */
function formValues({ options, files }: Slash): FormValues | undefined {
  const { description = '', column = '', person = '', due = '', ...rest } = options;
  const values = { description, column, assignee: person, due };
  return files.length > 0 || Object.keys(rest).length > 0 || !fitsForm(values) ? undefined : values;
}

/** The draft keeps what a form cannot carry: the message's link, its author, its files. */
function judgeMessage({ interaction, event, language }: Case): Judgement | undefined {
  const parsed = discordMessageCommand.safeParse(interaction.data);
  const message = parsed.data?.resolved.messages[parsed.data.target_id];
  const id = formId({ form: 'create', draft: event.id }, event.id);
  if (!message || id === undefined) return undefined;
  const { guild_id: server, channel } = interaction;
  const draft = draftOf(message, messageLink(server, channel.id, message.id));
  const files = message.attachments.map(fileOf);
  return {
    // The form takes the place of an answer that could be edited: what is to be said is a message of its own.
    events: [
      {
        ...event,
        ...(files.length > 0 && { files }),
        input: draft,
        reply: { ...event.reply, followUp: true },
      },
    ],
    answer: cardForm(id, language, valuesOf(draft.text)),
    unqueued: givenBack(language, []),
  };
}
