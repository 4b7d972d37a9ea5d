import { performance } from 'node:perf_hooks';
import type { House } from '../flows/house.ts';

export interface Speed {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * How long a door takes to answer, one request after the other, on real HTTP with the embedded queue behind it.
 * @param send sends the request with this number, another one each time.
 */
export async function measureDoor(
  requests: number,
  send: (count: number) => Promise<Response>,
): Promise<Speed> {
  const times: number[] = [];
  for (let count = 0; count < requests; count += 1) {
    const began = performance.now();
    const { status } = await send(count);
    if (status !== 200) throw new Error(`the door answered ${status}`);
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** How many comments on as many cards a second come through the whole house, each shown in the team channel. */
export async function measureThroughput(house: House, cards: number): Promise<number> {
  const ann = house.wekan.asUser('ann');
  const before = house.mattermost.world.posts.size;
  const began = performance.now();
  const made = Array.from({ length: cards }, (_, index) => ann.createCard({ title: `Load ${index}` }));
  await Promise.all(made);
  await house.until('every card', () => house.mattermost.world.posts.size >= before + cards);
  return cards / ((performance.now() - began) / 1000);
}
