import { randomUUID } from 'node:crypto';
import { parseConversation } from '../../domain/conversation.ts';
import type { Keys } from '../../domain/keys.ts';
import { type Say, say } from '../../domain/say.ts';
import type { Form, ReplyTo } from '../channel.ts';
import { cut } from '../cut.ts';
import type { Speaker } from '../speaker.ts';
import type { Client } from './client.ts';
import { formLife, type Holder, sealForm } from './context.ts';

/** What opening a dialog works with. */
export interface FormParts {
  readonly client: Client;
  readonly speaker: Speaker;
  readonly holder: Holder;
  readonly actionUrl: string;
  readonly actionKeys: Keys;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Opens a dialog. False when its trigger is gone: after 30 s, on old servers 3 s (contract 3.2). Limits are kept to, because the
 * server only logs an invalid dialog and says OK: title and names 24, text 150, textarea 3000.
 */
export async function openForm(parts: FormParts, to: ReplyTo, form: Form): Promise<boolean> {
  const trigger = to.handle.trigger;
  if (trigger === undefined) return false;
  const { client, speaker, actionUrl } = parts;
  const answer = await client.ask('POST', '/actions/dialogs/open', {
    trigger_id: trigger,
    url: actionUrl,
    dialog: {
      callback_id: form.form,
      title: cut(speaker.plain(form.title), 24),
      submit_label: speaker.plain(say(form.form === 'create' ? 'form-open' : 'form-send')),
      notify_on_cancel: false,
      state: stateOf(parts, to, form),
      elements: form.form === 'create' ? cardElements(form, speaker) : [commentElement(form, speaker)],
    },
  });
  if (answer.ok) return true;
  if (answer.id.startsWith('interactive_message.decode_trigger_id')) return false;
  throw answer.error;
}

function stateOf({ holder, actionKeys, now }: FormParts, to: ReplyTo, { form, board, card }: Form): string {
  const { room, thread } = parseConversation(to.conversation);
  const state = {
    form,
    board,
    ...(card === undefined ? {} : { card }),
    room,
    thread,
    place: to.place ?? '',
    direct: to.direct ?? false,
    person: to.person,
    name: to.name ?? '',
    expires: now() + formLife,
    nonce: randomUUID(),
  };
  return sealForm(holder, state, actionKeys);
}

function commentElement({ draft }: Form, speaker: Speaker): unknown {
  return textarea('text', say('form-text'), speaker, { ...drafted(draft, 3000), optional: false });
}

function cardElements(form: Form, speaker: Speaker): unknown[] {
  const { columns, people, draft = '' } = form;
  // A draft that is no title goes where it fits.
  const isTitle = [...draft].length <= 150 && !draft.includes('\n');
  const label = (text: Say) => cut(speaker.plain(text), 24);
  const select = (name: string, text: Say, options: readonly { text: string; value: string }[]) =>
    options.length === 0
      ? []
      : [{ type: 'select', name, display_name: label(text), optional: true, options }];
  return [
    {
      type: 'text',
      name: 'title',
      display_name: label(say('form-title')),
      max_length: 150,
      ...(isTitle ? drafted(draft, 150) : {}),
    },
    textarea('description', say('form-description'), speaker, {
      ...(isTitle ? {} : drafted(draft, 3000)),
      optional: true,
    }),
    ...select('column', say('field-column'), columns.map(optionOfColumn)),
    ...select('assignee', say('form-assignee'), people.map(optionOfName)),
    {
      type: 'text',
      name: 'due',
      display_name: label(say('field-due')),
      placeholder: cut(speaker.plain(say('form-due-example')), 150),
      max_length: 150,
      optional: true,
    },
  ];
}

function textarea(name: string, text: Say, speaker: Speaker, more: object): unknown {
  return { type: 'textarea', name, display_name: cut(speaker.plain(text), 24), max_length: 3000, ...more };
}

function drafted(draft: string | undefined, limit: number) {
  return draft ? { default: cut(draft, limit) } : {};
}

const optionOfColumn = ({ id, name }: Form['columns'][number]) => ({
  text: cut(name || '–', 150),
  value: id,
});
const optionOfName = (name: string) => ({ text: cut(name, 150), value: name });
