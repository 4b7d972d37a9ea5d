import type { SimDialog, SimPost } from '../../../../tests/sims/mattermost/model.ts';
import type { Fakes } from '../fakes.ts';
import { cardLine, readable, readPost } from '../look.ts';

/** One thing that can be seen in the chat or on the board. */
export interface Sight {
  readonly who: string;
  readonly where: string;
  readonly what: string;
}

/**
 * Tells what is new since it was asked last: posts, edits, what one person alone was shown, dialogs, cards and comments.
 * @returns the function to ask.
 */
export function createWatch(fakes: Fakes): () => readonly Sight[] {
  const known = new Map<string, string>();
  const look = () =>
    sightsOf(fakes).filter(({ key, state }) => {
      const isNew = known.get(key) !== state;
      known.set(key, state);
      return isNew;
    });
  look();
  return look;
}

/** `key` stays the same while a thing lives, `state` changes with it. */
type Keyed = Sight & { readonly key: string; readonly state: string };

function sightsOf({ mattermost: { world }, wekan }: Fakes): readonly Keyed[] {
  const nameOf = (id: string) =>
    world.users.get(id)?.bot ? 'Cardwire' : (world.users.get(id)?.username ?? '?');
  const shown = [...world.posts.values()].filter(({ delete_at }) => delete_at === 0);
  return [
    ...wekan.world.cards.map((card) => {
      const what = `${cardLine(wekan, card)}${card.archived ? ' · in the archive' : ''}`;
      return { key: card._id, state: what, who: '', where: 'board Ops', what };
    }),
    ...wekan.world.comments.map(({ _id, text }) => ({
      ...{
        key: _id,
        state: text,
        who: '',
        where: 'board Ops',
        what: `a comment:\n${text.replace(/\n+/g, '\n')}`,
      },
    })),
    ...shown.map((post) => ({
      ...{ key: post.id, state: `${post.update_at}`, who: nameOf(post.user_id), where: roomOf(world, post) },
      what: `${howOf(post)}${readPost(post)}`,
    })),
    ...world.ephemerals.map(({ user_id, text }, at) => ({
      ...{
        key: `whisper ${at}`,
        state: '',
        who: 'Cardwire',
        where: `to ${nameOf(user_id)} alone`,
        what: readable(text),
      },
    })),
    ...world.dialogs.map((dialog, at) => ({
      ...{ key: `dialog ${at}`, state: '', who: 'Cardwire', where: `to ${nameOf(dialog.user_id)} alone` },
      what: dialogText(dialog, nameOf(dialog.user_id)),
    })),
  ];
}

function howOf({ root_id, edit_at, props }: SimPost): string {
  if (edit_at > 0) return 'edits its post:\n';
  return root_id !== '' && props.attachments === undefined ? 'replies in the thread:\n' : '';
}

function roomOf(world: Fakes['mattermost']['world'], { channel_id }: SimPost): string {
  const room = world.channels.get(channel_id);
  if (room?.type !== 'D') return `~${room?.name}`;
  const person = [...room.members].map((id) => world.users.get(id)).find((user) => !user?.bot);
  return `to ${person?.username}`;
}

function dialogText({ title, elements }: SimDialog, who: string): string {
  const names = elements.map(({ name }) => name);
  const example = names.map((name) => `${name}=…`).join('; ');
  return `opens a dialog: ${title}\nFill it in:  ${who} fills ${example}`;
}
