import type { Event } from '../../schemas/event.ts';
import type { MemoryTable } from './dynamo.ts';
import type { FarSide } from './far-sides.ts';
import type { FifoQueues } from './fifo.ts';
import type { TeamWorld } from './team-world.ts';
import { goneView, Trail } from './views.ts';

/** An event that a door accepted, and who heard of its card at that moment. */
export interface Accepted {
  readonly event: Event;
  /** The card it is about; empty where it names none that is there. */
  readonly card: string;
  readonly followers: readonly string[];
}

/** A living message: its card, and everything it has shown. One that never showed more than that its card is gone has no link, and no card here. */
export interface Living {
  readonly card: string;
  readonly shown: Trail;
  /** What it said happened last. */
  readonly lasts: Set<string>;
}

/** Watches a history go by: what was accepted, how every card looked, what every living message showed. */
export class Records {
  readonly accepted: Accepted[] = [];
  /** By team and post. */
  readonly living = new Map<string, Living>();
  /** Ids of cards that stood on a board before all began. */
  readonly old: ReadonlySet<string>;
  private readonly looks = new Map<string, Map<string, Trail>>();
  private readonly worlds: readonly TeamWorld[];
  private readonly table: MemoryTable;
  private readonly queues: FifoQueues;
  private read = 0;
  private touched = true;

  constructor(worlds: readonly TeamWorld[], table: MemoryTable, queues: FifoQueues) {
    this.worlds = worlds;
    this.table = table;
    this.queues = queues;
    this.old = new Set(worlds.flatMap(({ board }) => board.cards().map(({ id }) => id)));
  }

  /** Something may have changed on a board or in a chat. */
  touch(): void {
    this.touched = true;
  }

  /** An answer of a far side that may change what stands there. */
  around(answer: FarSide['answer']): FarSide['answer'] {
    return (request) => {
      this.touched ||= request.method !== 'GET';
      return answer(request);
    };
  }

  /** Takes down what is new. */
  observe(): void {
    for (; this.read < this.queues.taken.length; this.read += 1) {
      const taken = this.queues.taken[this.read];
      if (taken?.queue === 'events') this.accept(JSON.parse(taken.body) as Event);
    }
    if (!this.touched) return;
    this.touched = false;
    for (const world of this.worlds) {
      this.observeBoard(world);
      this.observeChats(world);
    }
  }

  /** Who follows a card now. */
  followersOf(team: string, card: string): readonly string[] {
    const record = this.table.items.get(`CARD#${team}#main#${card}\nCARD`);
    return Object.keys((record?.followers ?? {}) as object);
  }

  /** Every card that ever was. */
  cardsOf(team: string): readonly string[] {
    return [...(this.looks.get(team)?.keys() ?? [])];
  }

  /** Every look that a card ever had. */
  looksOf(team: string, card: string): Trail {
    return this.looks.get(team)?.get(card) ?? new Trail();
  }

  private accept(event: Event): void {
    const card = this.cardOf(event);
    this.accepted.push({ event, card, followers: this.followersOf(event.team, card) });
  }

  private cardOf(event: Event): string {
    if (event.kind === 'change') return event.change.card;
    if (event.kind !== 'command') return '';
    if (event.mail?.answers !== undefined) return event.mail.answers;
    const number = /#(\d+)/.exec(JSON.stringify(event.input))?.[1];
    const cards = this.worlds.find(({ id }) => id === event.team)?.board.cards() ?? [];
    return cards.find((card) => String(card.number) === number)?.id ?? '';
  }

  private observeBoard({ id, board }: TeamWorld): void {
    const looks = this.looks.get(id) ?? new Map<string, Trail>();
    this.looks.set(id, looks);
    const there = new Map(board.cards().map((card) => [card.id, card.view]));
    for (const card of there.keys()) if (!looks.has(card)) looks.set(card, new Trail());
    for (const [card, trail] of looks) trail.add(there.get(card) ?? goneView);
  }

  private observeChats({ id, board, chats }: TeamWorld): void {
    for (const { link = '', view, ...post } of chats.flatMap((chat) => chat.posts())) {
      if (!view) continue;
      const key = `${id} ${post.id}`;
      const living = this.living.get(key) ?? {
        card: link && board.idOf(link),
        shown: new Trail(),
        lasts: new Set(),
      };
      this.living.set(key, living);
      living.shown.add(view);
      living.lasts.add(post.last ?? '');
    }
  }
}
