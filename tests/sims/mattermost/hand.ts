import { click, submitDialog } from './actions.ts';
import { type CallOut, isRecord, textOf } from './callback.ts';
import { ApiError } from './failure.ts';
import type { SimDialog, SimPost, SimUser } from './model.ts';
import { deletePost } from './routes-posts.ts';
import { runCommand } from './slash.ts';
import { attachmentsOf, type World } from './world.ts';

/** What a person sees right after they did something. */
export interface Seen {
  /** Texts that only they see, from the direct answer. */
  readonly shown: readonly string[];
  /** The red error, when it failed. */
  readonly error?: string;
  /** Errors inside a dialog, which stays open. */
  readonly formError?: string;
}

/** A person at their keyboard. Everything they do really calls the integrations. */
export interface Hand {
  readonly user: SimUser;
  /** Types a slash command, `/card …`, in a channel by name or id, in a thread when `root` is given. */
  command(channel: string, message: string, options?: { root?: string }): Promise<Seen>;
  /** Writes a post; any props, as anyone may. */
  post(
    channel: string,
    message: string,
    options?: { root?: string; props?: Record<string, unknown> },
  ): SimPost;
  /** Clicks an action by its name or id; a select takes the value or the text of one of its options. */
  click(post: string, action: string, value?: string): Promise<Seen>;
  /** Sends off the last dialog that is open in front of them. `forged` is what a bent client sends instead. */
  submitDialog(values: Record<string, unknown>, forged?: Record<string, unknown>): Promise<Seen>;
  cancelDialog(): Promise<Seen>;
  dialog(): SimDialog | undefined;
  deletePost(post: string): void;
}

export function createHand(world: World, callOut: CallOut, url: string, user: SimUser): Hand {
  const dialog = () => world.dialogs.findLast(({ user_id, open }) => open && user_id === user.id);

  async function seeing(act: () => Promise<Record<string, unknown>>): Promise<Seen> {
    const before = world.ephemerals.length;
    const shown = () =>
      world.ephemerals
        .slice(before)
        .filter(({ user_id, from }) => user_id === user.id && from !== 'response_url')
        .map(({ text }) => text);
    try {
      const answer = await act();
      const errors = isRecord(answer.errors) ? Object.values(answer.errors).map(textOf).join('\n') : '';
      const formError = textOf(answer.error) || errors;
      return formError ? { shown: shown(), formError } : { shown: shown() };
    } catch (error) {
      if (error instanceof ApiError) return { shown: shown(), error: error.message };
      throw error;
    }
  }

  async function send(values: Record<string, unknown>, forged: Record<string, unknown>): Promise<Seen> {
    const open = dialog();
    const seen = await seeing(() =>
      submitDialog(callOut, user, {
        url: open?.url,
        state: open?.state,
        callback_id: open?.callback_id,
        channel_id: [...world.channels.values()].find(({ members }) => members.has(user.id))?.id,
        submission: values,
        ...forged,
      }),
    );
    if (open && !seen.error && !seen.formError) open.open = false;
    return seen;
  }

  return {
    user,
    command: (channel, message, { root = '' } = {}) =>
      seeing(() => {
        const where = world.channel(channel);
        // Contract 1.1: in a direct channel the team is the one the client had open.
        const team_id = where.team_id || ([...world.teams.keys()][0] ?? '');
        return runCommand(world, callOut, url, { user, channel: where, team_id, root_id: root, message });
      }),
    post: (channel, message, { root = '', props = {} } = {}) =>
      world.addPost({
        user_id: user.id,
        channel_id: world.channel(channel).id,
        root_id: root,
        message,
        props,
      }),
    click: (post, action, value) =>
      seeing(() => {
        const target = world.posts.get(post);
        const actions = (target ? attachmentsOf(target) : []).flatMap((at) => at.actions ?? []);
        const found = actions.find(({ id, name }) => id === action || name === action);
        if (!found?.id) throw new Error(`no action ${action} on this post`);
        const option = found.options?.find((at) => at.value === value || at.text === value);
        return click(world, callOut, user, target, found.id, option?.value ?? value);
      }),
    submitDialog: (values, forged = {}) => send(values, forged),
    cancelDialog: () => send({}, { cancelled: true }),
    dialog,
    deletePost: (post) => {
      const target = world.posts.get(post);
      if (target) deletePost(world, target);
    },
  };
}
