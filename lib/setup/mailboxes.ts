import type { Mailbox } from '../domain/mail.ts';
import { parseStored } from '../teams/stored.ts';
import type { ChannelConnection, Team } from '../teams/team.ts';
import { SetupProblem } from './explain.ts';
import type { SetupParts } from './parts.ts';
import type { Steps } from './steps.ts';

type Addresses = ReadonlyMap<string, Mailbox>;

/**
 * Sees that every address that opens cards can be the team's. Changes nothing.
 * @throws nothing: what is wrong is a failed step.
 */
export async function tryMailboxes(
  team: string,
  channels: readonly ChannelConnection[],
  boards: readonly string[],
  { mailboxes }: SetupParts,
  steps: Steps,
): Promise<void> {
  for (const [address, { connection, board }] of addressesOf(team, channels)) {
    if (boards.includes(board) && (await mailboxes.get(address))?.team === team) continue;
    await steps.run(
      `Address ${address} of ${connection}`,
      async () => {
        if (!boards.includes(board)) {
          throw new SetupProblem(
            `there is no board ${board}: write one of the file's boards, ${boards.join(', ')}`,
          );
        }
        const holder = await mailboxes.get(address);
        if (holder && holder.team !== team) {
          throw new SetupProblem('another team has it: choose another address, or another domain');
        }
      },
      () => `free; it opens cards on ${board}`,
    );
  }
}

/**
 * Lets the team's addresses open cards, and those that it had before and has no more open none. After the settings are stored: what comes in must
 * find them.
 * @param before the stored settings of the team as they were; undefined for a new team.
 */
export async function openMailboxes(
  { id, channels }: Team,
  before: string | undefined,
  { mailboxes }: SetupParts,
  steps: Steps,
): Promise<void> {
  const wanted = addressesOf(id, Object.values(channels));
  const formerly = before === undefined ? [] : Object.values(parseStored(before).channels);
  const gone = [...addressesOf(id, formerly).keys()].filter((address) => !wanted.has(address));
  if (wanted.size === 0 && gone.length === 0) return;
  await steps.run(
    `Addresses of ${id}`,
    async () => {
      for (const [address, mailbox] of wanted) await mailboxes.open(address, mailbox);
      for (const address of gone) {
        if ((await mailboxes.get(address))?.team === id) await mailboxes.close(address);
      }
    },
    () =>
      [
        wanted.size === 0 ? 'none opens cards' : `cards are opened by ${[...wanted.keys()].join(', ')}`,
        ...gone.map((address) => `${address} no longer does`),
      ].join('; '),
  );
}

/** The addresses of mail connections. Of other channels there are none; their secrets are not looked at. */
function addressesOf(
  team: string,
  channels: readonly Pick<ChannelConnection, 'product' | 'id' | 'generation'>[],
): Addresses {
  const found = new Map<string, Mailbox>();
  for (const channel of channels) {
    if (!isEmail(channel)) continue;
    const { id: connection, generation, domain, addresses } = channel;
    for (const [local, board] of Object.entries(addresses)) {
      found.set(`${local}@${domain}`.toLowerCase(), { team, connection, generation, board });
    }
  }
  return found;
}

type EmailChannel = Extract<ChannelConnection, { readonly product: 'email' }>;

function isEmail(channel: Pick<ChannelConnection, 'product'>): channel is EmailChannel {
  return channel.product === 'email';
}
