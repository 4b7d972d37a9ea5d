import { performance } from 'node:perf_hooks';
import type { House } from '../flows/house.ts';

export interface Speed {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Events a second, from the first accepted to the last one shown. */
  readonly perSecond: number;
}

/** How long the door takes to answer a webhook, one after the other, on real HTTP with the embedded queue behind it. */
export async function measureDoor(house: House, requests: number): Promise<Pick<Speed, 'p50' | 'p99'>> {
  const times: number[] = [];
  for (let count = 0; count < requests; count += 1) {
    const began = performance.now();
    const { status } = await postWebhook(house, { description: 'act-a-receivedAt', cardId: `none-${count}` });
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

function postWebhook({ webhook }: House, body: Record<string, unknown>): Promise<Response> {
  return fetch(webhook.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wekan-token': webhook.token },
    body: JSON.stringify({ text: '', user: 'Ann', ...body }),
  });
}
