import type { Choice } from '../../channels/discord/limits-callback.ts';
import { seen } from './eyes.ts';
import type { GivenFile } from './files.ts';
import { type Fields, type FormField, fieldsOf, formRefusal, submission } from './form.ts';
import { type Doing, interact } from './interactions.ts';
import { addMessage, asList } from './messages.ts';
import type { Json, SimChannel, SimMessage, SimModal, SimUser } from './model.ts';
import { bit, can } from './permissions.ts';
import { openThread } from './threads.ts';
import { clientRefusal, dataOf, findCommand, findTyped, type Given } from './typed.ts';
import { publicMessage, publicUser } from './views.ts';
import type { World } from './world.ts';

/** What a person sees right after they did something. */
export interface Seen {
  /** Texts that only they see, from the direct answer; one that is still “thinking” is none. */
  readonly shown: readonly string[];
  /** What their client says when it failed, or did not send it off. */
  readonly error?: string;
  /** The form that opened. */
  readonly modal?: SimModal;
  /** What autocomplete offered. */
  readonly choices?: readonly Choice[];
}

type Options = Readonly<Record<string, Given>>;

/** A person at their keyboard. Everything they do really calls the endpoint. Channels are named by name or id. */
export interface Hand {
  readonly user: SimUser;
  /** Runs `/card create` with options by name. `forged` sends what the client would hold back. */
  types(channel: string, line: string, options?: Options, more?: { forged?: boolean }): Promise<Seen>;
  /** Types into one option: what is offered is in `choices`. */
  autocompletes(channel: string, line: string, options: Options, focused: string): Promise<Seen>;
  /** Chooses a command under “Apps” on a message. */
  messageCommand(message: string, name: string): Promise<Seen>;
  /** Clicks a button by its custom_id or label. */
  clicks(message: string, button: string): Promise<Seen>;
  /** Chooses in a select by its custom_id or placeholder, or in the only one for an empty text; options by value or label. */
  chooses(message: string, select: string, values: string | readonly string[]): Promise<Seen>;
  /** Sends off a form, the last that is open unless told; fields by custom_id, the others as they stand. */
  submits(fields: Fields, more?: { modal?: SimModal; forged?: boolean }): Promise<Seen>;
  /** The last form that is open in front of them. */
  modal(): SimModal | undefined;
  /** Its fields as they see them, with what stands in them. */
  fields(): readonly FormField[];
  post(
    channel: string,
    content: string,
    more?: { files?: readonly GivenFile[]; replyTo?: string },
  ): SimMessage;
  /** Opens a thread under a message of a channel, or without one; gives its channel. */
  opensThread(channel: string, name: string, more?: { message?: string; private?: boolean }): SimChannel;
  deletes(message: string): void;
  /** Deletes a channel or a thread, by name or id. */
  deletesChannel(channel: string): void;
}

export function createHand(world: World, user: SimUser): Hand {
  const modal = () => world.modals.findLast((each) => each.open && each.user === user.id);

  async function seeing(doing: Omit<Doing, 'user'>): Promise<Seen> {
    if (!can(world, doing.channel, user.id, bit.VIEW_CHANNEL)) {
      throw new Error(`${user.username} cannot see ${doing.channel.name}`);
    }
    const forms = world.modals.length;
    const interaction = await interact(world, { ...doing, user: user.id });
    const answers = [...world.messages.values()].filter((each) => each.interaction === interaction.id);
    const shown = answers.filter(({ only, loading }) => only === user.id && !loading);
    const opened = world.modals.slice(forms).find((each) => each.user === user.id);
    const choices = world.choices.get(interaction.id);
    const failed = doing.type === 2 ? 'The application did not respond' : 'This interaction failed';
    return {
      shown: shown.map((each) => seen(world, each).text),
      ...(interaction.state === 'acknowledged' ? {} : { error: failed }),
      ...(opened ? { modal: opened } : {}),
      ...(choices ? { choices } : {}),
    };
  }

  /** A component of a message that the person can see. */
  function component(message: string, wanted: (component: Json) => boolean) {
    const target = world.message(message);
    if (target.deleted || (target.only && target.only !== user.id))
      throw new Error('there is no such message');
    const found = target.components.flatMap((row) => asList(row.components)).find(wanted);
    if (!found || found.disabled === true) throw new Error('there is no such button or select to be used');
    return { found, target, channel: world.channel(target.channel) };
  }

  return {
    user,
    modal,
    fields: () => {
      const open = modal();
      return open ? fieldsOf(open) : [];
    },
    types: async (where, line, options = {}, { forged = false } = {}) => {
      const channel = world.channel(where);
      const typed = findTyped(world, user, channel, line);
      const refusal = forged ? undefined : clientRefusal(typed.options, options);
      if (refusal) return { shown: [], error: refusal };
      const data = dataOf(world, channel, user, typed, options);
      return seeing({ type: 2, channel, data, name: typed.command.name, command: 1 });
    },
    autocompletes: async (where, line, options, focused) => {
      const channel = world.channel(where);
      const data = dataOf(world, channel, user, findTyped(world, user, channel, line), options, focused);
      return seeing({ type: 4, channel, data });
    },
    messageCommand: async (message, name) => {
      const target = world.message(message);
      const channel = world.channel(target.channel);
      const { command, scope } = findCommand(world, user, channel, 3, name);
      const data = {
        ...{ id: command.id, name: command.name, type: 3, target_id: target.id },
        ...(scope === 'global' ? {} : { guild_id: scope }),
        // Contract A1.3: the whole message, without any privileged intent.
        resolved: { messages: { [target.id]: publicMessage(world, target, true) } },
      };
      return seeing({ type: 2, channel, data, name: command.name, command: 3 });
    },
    clicks: async (message, button) => {
      const { found, target, channel } = component(
        message,
        ({ type, custom_id, label }) =>
          type === 2 && custom_id !== undefined && (custom_id === button || label === button),
      );
      const data = { id: found.id, custom_id: found.custom_id, component_type: 2 };
      return seeing({ type: 3, channel, source: target.id, data });
    },
    chooses: async (message, select, values) => {
      const { found, target, channel } = component(
        message,
        ({ type, custom_id, placeholder }) =>
          type !== 2 && (custom_id === select || placeholder === select || select === ''),
      );
      const wanted = typeof values === 'string' ? [values] : values;
      const data = { id: found.id, custom_id: found.custom_id, component_type: found.type };
      if (found.type === 5) {
        const people = wanted.map((each) => world.user(each));
        const users = Object.fromEntries(people.map((each) => [each.id, publicUser(each)]));
        return seeing({
          type: 3,
          channel,
          source: target.id,
          data: { ...data, values: people.map(({ id }) => id), resolved: { users } },
        });
      }
      const options = asList(found.options);
      const chosen = wanted.map(
        (each) => options.find(({ value, label }) => value === each || label === each)?.value,
      );
      if (chosen.includes(undefined)) throw new Error(`the select does not offer ${wanted}`);
      return seeing({ type: 3, channel, source: target.id, data: { ...data, values: chosen } });
    },
    submits: async (fields, { modal: given = modal(), forged = false } = {}) => {
      if (!given) throw new Error(`no form is open in front of ${user.username}`);
      const refusal = forged ? undefined : formRefusal(given, fields);
      if (refusal) return { shown: [], error: refusal };
      const data = submission(world, given, fields);
      const after = await seeing({
        type: 5,
        channel: world.channel(given.channel),
        source: given.source,
        data,
      });
      if (after.error === undefined) given.open = false;
      return after;
    },
    post: (where, content, { files = [], replyTo } = {}) => {
      const reference = replyTo === undefined ? {} : { message_reference: { message_id: replyTo } };
      return addMessage(world, {
        channel: world.channel(where),
        author: user.id,
        body: { content, ...reference },
        files,
      });
    },
    opensThread: (where, name, { message, private: isPrivate = false } = {}) => {
      const owner = { name, owner: user.id, type: isPrivate ? 12 : 11 } as const;
      return openThread(
        world,
        world.channel(where),
        message === undefined ? owner : { ...owner, id: message },
      );
    },
    deletes: (message) => {
      world.message(message).deleted = true;
    },
    deletesChannel: (channel) => {
      world.channel(channel).deleted = true;
    },
  };
}
