import type { Travel } from './board-side.ts';
import type { Clock } from './clock.ts';
import type { Doors } from './doors.ts';

/** A webhook on its way to a door. */
export interface Outgoing {
  readonly card: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Carries webhooks to the doors. Boards try once: what was not taken is in `refused`, and what was never sent. */
export interface Carrier {
  readonly refused: readonly { readonly card: string }[];
  /** Cards of which anything ever was in `refused`. */
  readonly lost: ReadonlySet<string>;
  /** Somebody has looked for what they would have told. */
  found(): void;
  /** The board tells nothing of what happened to this card. */
  neverSent(card: string): void;
  carry(outgoing: Outgoing, travel: Travel): Promise<void>;
}

export function createCarrier(doors: Doors, clock: Clock): Carrier {
  const refused: { card: string }[] = [];
  const lost = new Set<string>();
  const lose = (card: string) => {
    refused.push({ card });
    lost.add(card);
  };

  async function send({ card, path, headers, body }: Outgoing, { fault }: Travel): Promise<void> {
    const all = { 'content-type': 'application/json', ...headers };
    const { status } = await doors.call(path, { headers: all, body }, fault);
    if (status !== 200) lose(card);
  }

  return {
    ...{ refused, lost },
    found: () => {
      refused.length = 0;
    },
    neverSent: lose,
    carry: async (outgoing, travel) => {
      for (const after of travel.arrivesAfter) {
        if (after === 0) await send(outgoing, travel);
        else void clock.sleep(after).then(() => send(outgoing, travel));
      }
    },
  };
}
