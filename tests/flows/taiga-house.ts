import { type Address, sealAddress, webhookSecret } from '../../lib/domain/address.ts';
import { connectionTo } from '../boards/taiga/open.ts';
import { startTaigaSim, type TaigaSim } from '../sims/taiga/sim.ts';
import { type House, type HouseOptions, keysFor, openHouse } from './house.ts';
import { stillClock } from './house-clock.ts';

/** The house with a Taiga project for its one board, `ops`. */
export interface TaigaHouse {
  readonly taiga: TaigaSim;
  readonly house: House;
  /** Where the project sends its webhooks, and the key it signs them with. */
  readonly webhook: { readonly url: string; readonly key: string };
  /** Sends another project's webhooks to the same address, signed with the same key. */
  listenTo(project: number): void;
  /** Resolves once all webhooks have come and all that waits for its moment has been done. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

/** The address of the project's webhooks. */
export const taigaAddress: Address = {
  source: 'taiga-webhook',
  team: 'ops',
  connection: 'ops',
  generation: 1,
};

/** Starts it. Tom and ann are called on the project as in the chat. */
export async function openTaigaHouse(options: HouseOptions = {}): Promise<TaigaHouse> {
  const { clock = stillClock() } = options;
  const taiga = await startTaigaSim({ now: clock.now });
  const house = await openHouse(
    (team) => {
      const people = team.members.people.map((person) => ({ ...person, taiga: person.name }));
      return { ...team, members: { ...team.members, people }, boards: { ops: connectionTo(taiga) } };
    },
    { ...options, clock },
  );
  const keys = keysFor('taiga-webhook');
  const webhook = {
    url: `${house.doorsUrl}${sealAddress(taigaAddress, keys)}`,
    key: webhookSecret(taigaAddress, keys[0]),
  };
  const listenTo = (project: number) => {
    taiga.world.webhooks.push({ id: 9000 + project, project, name: 'x', ...webhook });
  };
  listenTo(taiga.project.id);
  return {
    taiga,
    house,
    webhook,
    listenTo,
    rest: async () => {
      await taiga.settled();
      await house.lapse(60_000);
    },
    stop: async () => {
      await Promise.all([house.stop(), taiga.stop()]);
    },
  };
}
