import type { Event } from '../../schemas/event.ts';
import type { MemoryTable } from './dynamo.ts';
import type { FifoQueues } from './fifo.ts';
import type { TeamWorld } from './team-world.ts';
import { cardOfPost, markOf, type View, viewOfCard, viewOfPost } from './views.ts';

/** An event that a door accepted, and who heard of its card at that moment. */
export interface Accepted {
  readonly event: Event;
  readonly at: number;
  readonly followers: readonly string[];
}

/** A living message and everything it has shown, in order. */
export interface Living {
  readonly post: string;
  readonly card: string;
  readonly shown: View[];
}

/** Watches a history go by: what was accepted, how every card looked, what every living message showed. */
export class Records {
  readonly accepted: Accepted[] = [];
  /** By team and card: every look of it, in order. */
  readonly looks = new Map<string, View[]>();
  /** By team and post. */
  readonly living = new Map<string, Living>();
  private readonly worlds: readonly TeamWorld[];
  private readonly table: MemoryTable;
  private readonly queues: FifoQueues;
  private readonly now: () => number;
  private read = 0;

  constructor(worlds: readonly TeamWorld[], table: MemoryTable, queues: FifoQueues, now: () => number) {
    this.worlds = worlds;
    this.table = table;
    this.queues = queues;
    this.now = now;
  }

  /** Takes down what is new. */
  observe(): void {
    for (; this.read < this.queues.taken.length; this.read += 1) {
      const taken = this.queues.taken[this.read];
      if (taken?.queue === 'events') this.accept(JSON.parse(taken.body) as Event);
    }
    for (const world of this.worlds) {
      this.observeBoard(world);
      this.observeChat(world);
    }
  }

  followersOf(team: string, card: string): readonly string[] {
    const record = this.table.items.get(`CARD#${team}#main#${card}\nCARD`);
    return Object.keys((record?.followers ?? {}) as object);
  }

  private accept(event: Event): void {
    const card = event.kind === 'change' ? event.change.card : '';
    this.accepted.push({ event, at: this.now(), followers: this.followersOf(event.team, card) });
  }

  private observeBoard(world: TeamWorld): void {
    const { cards } = world.boardWorld;
    for (const card of cards) append(this.looks, `${world.id} ${card._id}`, viewOfCard(world, card));
    for (const [key, looks] of this.looks) {
      const [team, id] = key.split(' ');
      if (team === world.id && !cards.some(({ _id }) => _id === id)) add(looks, viewOfCard(world, undefined));
    }
  }

  private observeChat(world: TeamWorld): void {
    for (const post of world.chat.posts.values()) {
      if (markOf(post)?.part !== 'card') continue;
      const key = `${world.id} ${post.id}`;
      const living = this.living.get(key) ?? { post: post.id, card: cardOfPost(post) ?? '', shown: [] };
      this.living.set(key, living);
      add(living.shown, viewOfPost(post));
    }
  }
}

function append(all: Map<string, View[]>, key: string, view: View): void {
  const views = all.get(key) ?? [];
  all.set(key, views);
  add(views, view);
}

function add(views: View[], view: View): void {
  if (JSON.stringify(views.at(-1)) !== JSON.stringify(view)) views.push(view);
}
