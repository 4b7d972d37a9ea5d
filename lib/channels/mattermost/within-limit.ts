import { cut } from '../cut.ts';
import type { Attachment } from './attachment.ts';

/**
 * What a living message may take, so that every server accepts it: 5.37 refuses a post whose properties have more than 8,000 runes,
 * newer ones more than 800,000. The server adds some of its own (seen on 5.37).
 */
const limit = 7_600;

/** The message as it is where that fits, else with shorter texts, and no more of the select's options than there is room for. */
export function withinLimit(attachment: Attachment): Attachment {
  if (runesOf(attachment) <= limit) return attachment;
  const short = shorten(attachment);
  return withOptions(short, limit - runesOf(withOptions(short, 0)));
}

function shorten(attachment: Attachment): Attachment {
  const { fallback, title, text, fields } = attachment;
  return {
    ...attachment,
    fallback: cut(fallback, 60),
    title: cut(title, 100),
    text: cut(text, 300),
    fields: fields.map((field) => ({ ...field, value: cut(field.value, 60) })),
  };
}

/** With the first options, as many as `room` has runes for. */
function withOptions(attachment: Attachment, room: number): Attachment {
  let left = room;
  const actions = attachment.actions.map((action) => {
    if (!action.options) return action;
    const options = action.options.filter((option) => {
      left -= runesOf(option) + 1;
      return left >= 0;
    });
    return { ...action, options };
  });
  return { ...attachment, actions };
}

/** As the server counts: it writes these signs as six in JSON. */
function runesOf(value: unknown): number {
  const json = JSON.stringify(value);
  return [...json].length + 5 * (json.match(/[<>&\u2028\u2029]/g)?.length ?? 0);
}
