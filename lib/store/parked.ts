import { stableId } from '../domain/ids.ts';
import { expiresIn } from './expiry.ts';
import type { Item, Table } from './table.ts';

/** What waits until the owner of an address has confirmed it. */
export interface Parked {
  /** Letters, digits, `-` and `_`; names its address too, so that everything of one address is found. */
  readonly id: string;
  /** It is proven who sent it: whoever confirms the address has written it. */
  readonly proven: boolean;
  /** Epoch milliseconds at which it was parked. */
  readonly at: number;
  /** Encrypted: it holds what people wrote. */
  readonly sealed: string;
}

/** Things that wait for a confirmation, for seven days. */
export interface ParkedThings {
  park(team: string, parked: Parked): Promise<void>;
  /** Undefined when there is none, its days are over, or it was taken up. */
  get(team: string, id: string): Promise<Parked | undefined>;
  /** Everything that waits for the address of this one, the oldest first. */
  besides(team: string, id: string): Promise<readonly Parked[]>;
  /** It has been carried out. */
  takeUp(team: string, id: string): Promise<void>;
}

const DAYS = 7;
/** Of one address; more of them are a robot's. */
const MOST = 50;
/** Characters of an id that name the address. */
const ADDRESS = 22;

/** The id of something parked: `what` names it among all that an address waits for. Whoever knows both must not know a link to it. */
export function parkedId(address: string, ...what: readonly string[]): string {
  return stableId('parked', address) + stableId(...what);
}

/** Parked things in the table; `now` is epoch milliseconds. */
export function createParkedThings(table: Table, now: () => number): ParkedThings {
  const keyOf = (team: string, id: string) => ({ pk: `TEAM#${team}`, sk: `PARKED#${id}` });
  return {
    async park(team, { id, proven, at, sealed }) {
      await table.update(keyOf(team, id), {
        set: { v: ':v', proven: ':proven', at: ':at', sealed: ':sealed', expires: ':expires' },
        values: { v: 1, proven, at, sealed, expires: expiresIn(now(), DAYS) },
      });
    },

    async get(team, id) {
      const item = await table.get(keyOf(team, id));
      return item && read(item);
    },

    async besides(team, id) {
      const items = await table.query(`TEAM#${team}`, `PARKED#${id.slice(0, ADDRESS)}`, MOST);
      return items
        .map(read)
        .filter((each) => each.id !== id)
        .toSorted((one, other) => one.at - other.at);
    },

    async takeUp(team, id) {
      await table.update(keyOf(team, id), {
        set: { expires: ':now' },
        remove: ['sealed'],
        values: { now: expiresIn(now(), 0) },
      });
    },
  };
}

function read({ sk, proven, at, sealed }: Item): Parked {
  const id = String(sk).slice('PARKED#'.length);
  return { id, proven: proven === true, at: Number(at), sealed: String(sealed) };
}
