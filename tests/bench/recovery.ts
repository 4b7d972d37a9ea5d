import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../flows/house.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { keepTime } from './load.ts';

/** How long the board's failure lasts on the house's clock, try by try: milliseconds. What waits then waits 45 seconds more at most. */
const OUTAGE = [3_000, 8_000, 25_000];

/** So many at once, so that the house settles in between. */
const SLICE = 25;

/** The longest that a house may take to catch up: milliseconds. */
const PATIENCE = 600_000;

export interface Recovery {
  readonly happenings: number;
  /** From the board's return to the first card that shows it, and to the last: seconds. */
  readonly first: number;
  readonly last: number;
}

/**
 * The board does not answer while so many of its cards are moved. Then it is back: how long until every one shows where it stands.
 * @param tell hears how far it is: this takes minutes.
 */
export async function measureRecovery(
  house: House,
  happenings: number,
  tell: (line: string) => void,
): Promise<Recovery> {
  const ann = house.wekan.asUser('ann');
  const cards: SimCard[] = [];
  const slices = Array.from({ length: Math.ceil(happenings / SLICE) }, (_, at) => at * SLICE);
  for (const from of slices) {
    const titles = Array.from({ length: Math.min(SLICE, happenings - from) }, (_, at) => from + at);
    cards.push(...(await Promise.all(titles.map((at) => ann.createCard({ title: `Waiting ${at}` })))));
    await house.settle();
  }
  house.pass(15_000);
  await house.settle();
  tell(`${happenings} cards are open, the board answers no more`);

  house.wekan.faults.add(
    { kind: 'status', status: 503 },
    { path: /\/api\//, times: Number.POSITIVE_INFINITY },
  );
  for (const from of slices) {
    await Promise.all(cards.slice(from, from + SLICE).map(({ _id }) => ann.moveCard(_id, 'Done')));
    await house.settle();
  }
  for (const ms of OUTAGE) await house.lapse(ms);

  tell('all are moved, the board is back');
  house.wekan.faults.clear();
  const began = Date.now();
  const since = () => (Date.now() - began) / 1000;
  const ticking = keepTime(house);
  let first: number | undefined;
  for (let shown = 0; shown < happenings; ) {
    await sleep(100);
    shown = shownDone(house);
    if (shown > 0) first ??= since();
    if (since() * 1000 > PATIENCE) throw new Error(`only ${shown} of ${happenings} are shown`);
  }
  ticking.stop();
  return { happenings, first: first ?? 0, last: since() };
}

/** How many of the cards are shown in the last column in the team's room. */
function shownDone({ mattermost }: House): number {
  const room = mattermost.world.channel('team').id;
  const living = [...mattermost.world.posts.values()].filter(
    ({ channel_id, root_id }) => channel_id === room && root_id === '',
  );
  return living.filter(({ props }) => {
    const text = JSON.stringify(props.attachments ?? '');
    return /"title":"[^"]*Waiting \d+/.test(text) && text.includes('"value":"Done"');
  }).length;
}
