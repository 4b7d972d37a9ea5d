import type { Channel, Showing } from '../../../lib/channels/channel.ts';
import { mailConversation } from '../../../lib/channels/email/place.ts';
import { openChannel } from '../../../lib/channels/registry.ts';
import { sealAddress } from '../../../lib/domain/address.ts';
import { deriveKey, type Keys } from '../../../lib/domain/keys.ts';
import { createHttp } from '../../../lib/http/create-http.ts';
import type { EmailConnection } from '../../../lib/teams/team.ts';
import { captureLog } from '../../flows/capture-log.ts';
import { type SesSim, startSesSim } from '../../sims/ses/sim.ts';
import { createMailMemory, type WatchedMemory } from './mail-memory.ts';

const deployment = 'a deployment key for tests, long enough';
export const replyKeys: Keys = [deriveKey(deployment, 'mail-reply')];
export const linkKeys: Keys = [deriveKey(deployment, 'mail-link')];
const doors = 'https://cards.example.org';
export const linkDoor =
  doors + sealAddress({ source: 'mail-link', team: 'ops', connection: 'mail', generation: 3 }, linkKeys);

const connection: EmailConnection = {
  ...{ product: 'email', id: 'mail', generation: 3, command: 'card', self: 'cards@in.example.org' },
  ...{ domain: 'in.example.org', addresses: { support: 'kanban' }, strangers: 'accept', followCopied: false },
};

export interface MailWorld {
  readonly ses: SesSim;
  readonly channel: Channel;
  readonly memory: WatchedMemory;
  /** Every line that was logged, as JSON. */
  readonly lines: readonly string[];
  /** A conversation with somebody, begun by a mail of theirs that may be answered. */
  begun(address: string, root?: string, subject?: string): Promise<string>;
  /** The conversation with somebody that no mail began. */
  direct(address: string): string;
  stop(): Promise<void>;
}

/** A fake SES and the channel before it. */
export async function startMailWorld(
  options: { readonly language?: 'en' | 'de'; readonly region?: string } = {},
): Promise<MailWorld> {
  const { language = 'en', region } = options;
  const ses = await startSesSim(region === undefined ? {} : { region });
  const memory = createMailMemory();
  const { log, lines } = captureLog();
  const channel = await openChannel(connection, {
    http: createHttp({ allowPrivate: true }),
    now: Date.now,
    log,
    team: { id: 'ops', language, timezone: 'Europe/Berlin' },
    door: (source) => ({ url: linkDoor, keys: source === 'mail-reply' ? replyKeys : linkKeys }),
    mail: { station: { bucket: 'mail', configurationSet: 'cardwire-test', ses: ses.place }, memory },
  });
  return {
    ...{ ses, channel, memory, lines },
    begun: async (address, root = 'first@example.net', subject = 'The pump leaks') => {
      const conversation = mailConversation({ connection: 'mail', address, root });
      await memory.mailSubjects.keep(conversation, subject);
      return conversation;
    },
    direct: (address) => mailConversation({ connection: 'mail', address, root: '' }),
    stop: () => ses.stop(),
  };
}

let count = 0;

/** A card to be told of. */
export function showing(
  conversation: string,
  more: Partial<Showing> = {},
  face: Partial<Showing['face']> = {},
): Showing {
  count += 1;
  return {
    id: `showing-${count}`,
    conversation,
    board: 'kanban',
    face: {
      ...{ id: 'card-1', ref: '#42', title: 'Fix the pump', column: 'To Do', people: ['tom'], labels: [] },
      ...{ url: 'https://board.example.org/c/42', state: 'open', owner: 'Eva', revision: count },
      ...face,
    },
    columns: [],
    news: [],
    edit: true,
    ...more,
  };
}
