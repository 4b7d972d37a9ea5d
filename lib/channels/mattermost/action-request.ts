import type { CommandEvent } from '../../../schemas/event.ts';
import {
  type MattermostAction,
  type MattermostDialog,
  mattermostAction,
  mattermostDialog,
} from '../../../schemas/mattermost.ts';
import { readJson } from '../../domain/body.ts';
import type { DoorAnswer, DoorContext, DoorRequest, Judgement } from '../../domain/door.ts';
import { formExpired, notTaken } from '../../texts/door.ts';
import { isOurButton, openForm } from './context.ts';
import { eventFrom, placeOf } from './event.ts';

/** An empty body is an error to servers up to 5.37 (contract 3.1), so nothing to say is `{}`. */
const nothing: DoorAnswer = { status: 200, json: {} };

/** Judges a click, a choice or a dialog that came to a verified address. What is not sealed by us is 401. */
export function judgeAction(request: DoorRequest, context: DoorContext): Judgement {
  const body = readJson(request);
  const dialog = mattermostDialog.safeParse(body);
  if (dialog.success) return judgeDialog(dialog.data, context);
  const action = mattermostAction.safeParse(body);
  // Without a context of ours there is nothing that could be verified.
  if (!action.success) return { refuse: 401 };
  return judgeClick(action.data, request, context);
}

function judgeClick(click: MattermostAction, request: DoorRequest, context: DoorContext): Judgement {
  const { board, card, action, thread, seal, selected_option: value } = click.context;
  // The room is the server's word about the post that was clicked; the seal covers it, so a button copied elsewhere is dead.
  const button = { room: click.channel_id, thread, board, card, action };
  if (!isOurButton(context.address, button, seal, context.keys)) return { refuse: 401 };
  const event: CommandEvent = {
    ...eventFrom(context, click.trigger_id || request.id, { room: click.channel_id, thread }),
    ...placeOf(click.channel_name),
    person: { id: click.user_id, name: click.user_name },
    board,
    input: { by: 'button', action, card, ...(value === undefined ? {} : { value }) },
    reply: click.trigger_id ? { trigger: click.trigger_id } : {},
  };
  return { events: [event], answer: nothing, unqueued: { status: 200, json: { ephemeral_text: notTaken } } };
}

/**
 * The room is the one in the state, not the one in the request: the client fills in whatever room it shows at that moment, and
 * it is not the server's word (contract 3.2). The person is, and must be the one the dialog was opened for.
 */
function judgeDialog(dialog: MattermostDialog, context: DoorContext): Judgement {
  const state = openForm(context.address, dialog.state, context.keys);
  if (!state || state.person !== dialog.user_id) return { refuse: 401 };
  if (dialog.cancelled) return { events: [], answer: nothing };
  // An `error` keeps the dialog open, with everything in it.
  if (state.expires <= context.now)
    return { events: [], answer: { status: 200, json: { error: formExpired } } };
  const event: CommandEvent = {
    ...eventFrom(context, state.nonce, state),
    ...(state.place === '' ? {} : { place: state.place }),
    direct: state.direct,
    person: { id: state.person, name: state.name },
    board: state.board,
    input: {
      by: 'form',
      form: state.form,
      ...(state.card === undefined ? {} : { card: state.card }),
      fields: readFields(dialog.submission ?? {}),
    },
    reply: {},
  };
  return { events: [event], answer: nothing, unqueued: { status: 200, json: { error: notTaken } } };
}

/** Fields left empty come as null or an empty text; both are left out. */
function readFields(submission: Readonly<Record<string, unknown>>): Record<string, string> {
  const filled = Object.entries(submission).filter(
    ([, value]) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '',
  );
  return Object.fromEntries(filled.map(([name, value]) => [name, String(value)]));
}
