import type { House } from '../flows/house.ts';

/** Keeps count of what was said and what the team's room shows of it. */
export interface Tally {
  expect(text: string): void;
  /** Takes down what is new in the room, and lets the fakes forget what they only keep for tests. */
  look(): void;
  /** How many are not shown yet. */
  open(): number;
  /** The age of the oldest that is not shown yet: milliseconds. */
  state(): { readonly oldestMs: number };
  lost(): readonly string[];
  twice(): readonly string[];
}

/** Opens it. Every text that is expected is one of its kind and ends with ` end`. */
export function createTally(house: House): Tally {
  const waiting = new Map<string, number>();
  const seen = new Map<string, number>();
  const counted = new Set<string>();
  const room = house.mattermost.world.channel('team').id;

  /** Fakes and log keep everything for whoever asks later. Here nobody does, and memory would seem to grow. */
  function forget(): void {
    const { wekan, mattermost, lines } = house;
    for (const kept of [wekan.requests, wekan.hooks.sent, mattermost.requests, mattermost.callbacks, lines])
      kept.length = 0;
    mattermost.world.ephemerals.length = 0;
    for (const [id, post] of mattermost.world.posts)
      if (counted.has(id) && post.root_id) mattermost.world.posts.delete(id);
    counted.clear();
  }

  return {
    expect: (text) => void waiting.set(text, Date.now()),
    look: () => {
      for (const post of house.mattermost.world.posts.values()) {
        if (post.root_id === '' || counted.has(post.id)) continue;
        counted.add(post.id);
        if (post.channel_id !== room) continue;
        for (const [text] of post.message.matchAll(/said \d+ end/g)) {
          waiting.delete(text);
          seen.set(text, (seen.get(text) ?? 0) + 1);
        }
      }
      if (counted.size > 500) forget();
    },
    open: () => waiting.size,
    state: () => ({ oldestMs: Date.now() - Math.min(Date.now(), ...waiting.values()) }),
    lost: () => [...waiting.keys()],
    twice: () => [...seen].filter(([, times]) => times > 1).map(([text]) => text),
  };
}
