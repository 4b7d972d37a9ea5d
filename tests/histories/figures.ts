import type { House } from './house.ts';

/** What histories came to, all together. */
export interface Figures {
  histories: number;
  calls: number;
  faults: number;
  events: number;
  posts: number;
  mails: number;
  buried: number;
  deploys: number;
}

export const noFigures = (): Figures => ({
  ...{ histories: 0, calls: 0, faults: 0, events: 0, posts: 0, mails: 0, buried: 0, deploys: 0 },
});

/** Adds one history's. */
export function count(figures: Figures, house: House): void {
  const { passed } = house.workers;
  figures.histories += 1;
  figures.calls += passed.length;
  figures.faults += passed.filter(({ fault }) => fault !== 'none').length;
  figures.events += house.records.accepted.length;
  figures.posts += house.worlds.flatMap(({ chats }) => chats.flatMap((chat) => chat.posts())).length;
  figures.mails += house.office.posted.length;
  figures.buried += [...house.table.items.values()].filter(({ sk }) => String(sk).startsWith('DEAD#')).length;
  figures.deploys += house.deploys;
}

/** Adds up the figures of two. */
export function sum(one: Figures, other: Figures): Figures {
  const total = { ...one };
  for (const name of Object.keys(total) as (keyof Figures)[]) total[name] += other[name];
  return total;
}
