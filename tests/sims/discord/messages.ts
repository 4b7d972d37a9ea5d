import type { AllowedMentions, MessageCreate, MessageEdit } from '../../channels/discord/limits-message.ts';
import { ApiError } from './failure.ts';
import { type GivenFile, keepFile } from './files.ts';
import { defaults, mentionsOf, ping } from './mentions.ts';
import type { Json, SimChannel, SimFile, SimMessage } from './model.ts';
import { touch } from './threads.ts';
import type { World } from './world.ts';

/** What becomes a message. */
export interface Draft {
  readonly channel: SimChannel;
  readonly author: string;
  readonly body: Partial<MessageCreate>;
  readonly files?: readonly GivenFile[];
  readonly by?: keyof typeof defaults;
  readonly type?: number;
  readonly only?: string;
  readonly loading?: boolean;
  readonly interaction?: string;
  readonly id?: string;
}

/** Flags that Discord sets. */
const HAS_THREAD = 32;
const EPHEMERAL = 64;
const LOADING = 128;

/** Stores a message and tells those it mentions. */
export function addMessage(world: World, draft: Draft): SimMessage {
  const { channel, author, body, only = '', loading = false, by = 'bot' } = draft;
  const reference = body.message_reference?.message_id ?? '';
  const message: SimMessage = {
    ...{ id: draft.id ?? world.newId(), channel: channel.id, author, reference, only, loading },
    type: draft.type ?? (reference ? 19 : 0),
    interaction: draft.interaction ?? '',
    content: body.content ?? '',
    embeds: asList(body.embeds),
    components: numbered(asList(body.components)),
    files: keep(world, channel.id, body.attachments ?? [], draft.files ?? []),
    flags: (body.flags ?? 0) | (only ? EPHEMERAL : 0) | (loading ? LOADING : 0),
    ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
    mentions: { users: new Set(), roles: new Set(), everyone: false },
    ...{ created: world.now(), edited: 0, deleted: false },
  };
  world.messages.set(message.id, message);
  touch(world, channel);
  tell(world, message, channel, body.allowed_mentions ?? undefined, by);
  return message;
}

/** Contract A1.4: what is left out is kept; an edit without `allowed_mentions` applies the defaults again. */
export function editMessage(
  world: World,
  message: SimMessage,
  body: MessageEdit,
  { files = [], by = 'bot' }: Pick<Draft, 'files' | 'by'> = {},
): SimMessage {
  const channel = world.channel(message.channel);
  if (body.content !== undefined) message.content = body.content ?? '';
  if (body.embeds !== undefined) message.embeds = asList(body.embeds);
  if (body.components !== undefined) message.components = numbered(asList(body.components));
  if (body.attachments !== undefined || files.length > 0) {
    const notes = body.attachments ?? [];
    const kept = message.files.filter(({ id }) => notes.some((note) => String(note.id) === id));
    message.files = [
      ...(body.attachments === undefined ? message.files : kept),
      ...keep(world, channel.id, notes, files),
    ];
  }
  refuseEmpty(message);
  if (message.loading) {
    message.loading = false;
    message.flags &= ~LOADING;
    // The one edit that is news to people: a deferred answer appears.
    tell(world, message, channel, body.allowed_mentions ?? undefined, by);
    return message;
  }
  message.edited = world.now();
  message.mentions = mentioned(world, message, channel, body.allowed_mentions ?? undefined, by);
  return message;
}

/** What is to be seen of a message. */
interface Visible {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  readonly files: readonly unknown[];
}

/** What a body would show. */
export function contentOf(
  { files }: { readonly files: readonly GivenFile[] },
  { content, embeds, components }: Pick<MessageCreate, 'content' | 'embeds' | 'components'>,
): Visible {
  return { content: content ?? '', embeds: asList(embeds), components: asList(components), files };
}

/** Nothing to be seen is refused. */
export function refuseEmpty({ content, embeds, components, files }: Visible): void {
  // Discord trims, so blanks are nothing.
  const some = content.trim() !== '' || embeds.length > 0 || components.length > 0 || files.length > 0;
  if (!some) throw new ApiError(400, 50006, 'Cannot send an empty message');
}

/** A message with a thread under it says so. */
export function markThread(message: SimMessage): void {
  message.flags |= HAS_THREAD;
}

function tell(
  world: World,
  message: SimMessage,
  channel: SimChannel,
  allowed: AllowedMentions | undefined,
  by: keyof typeof defaults,
): void {
  message.mentions = mentioned(world, message, channel, allowed, by);
  if (message.loading) return;
  const replied = allowed === undefined ? by === 'bot' : allowed.replied_user === true;
  ping(world, message, channel, message.type === 19 && replied);
}

function mentioned(
  world: World,
  { author, content }: SimMessage,
  channel: SimChannel,
  allowed: AllowedMentions | undefined,
  by: keyof typeof defaults,
) {
  const given = allowed ?? { parse: [...defaults[by].parse] };
  return mentionsOf(world, { channel, author, text: content, allowed: given });
}

/** Contract A2.1: `files[n]` belongs to the note whose id is n. */
function keep(
  world: World,
  channel: string,
  notes: NonNullable<MessageCreate['attachments']>,
  files: readonly GivenFile[],
): SimFile[] {
  return files.map((file, at) => {
    const note = notes.find(({ id }) => String(id) === String(at));
    const kept = keepFile(world, channel, { ...file, name: note?.filename ?? file.name });
    if (note?.description !== undefined) kept.description = note.description;
    return kept;
  });
}

/** Contract A1.8: Discord numbers the components that bring no id. */
function numbered(rows: readonly Json[]): readonly Json[] {
  let last = 0;
  const next = (component: Json): Json => {
    last += 1;
    const id = component.id ?? last;
    const inner = asList(component.components).map(next);
    return inner.length > 0 ? { ...component, id, components: inner } : { ...component, id };
  };
  return rows.map(next);
}

export function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
