import { type Accounts, createAccounts } from './accounts.ts';
import { type Cards, createCards } from './cards.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createGraveyard, type Graveyard } from './dead.ts';
import { createMailBook, type MailBook } from './mail.ts';
import { createReceipts, type Receipts } from './receipts.ts';
import type { Table } from './table.ts';
import { createTeamStore, type TeamStore } from './teams.ts';
import { createThreads, type Threads } from './threads.ts';
import { createWebhookTests, type WebhookTests } from './webhook-tests.ts';

/** Everything the table holds, one room for each kind of item. */
export interface Store {
  readonly receipts: Receipts;
  readonly accounts: Accounts;
  readonly cards: Cards;
  readonly threads: Threads;
  readonly conversations: Conversations;
  readonly graveyard: Graveyard;
  readonly mail: MailBook;
  readonly teams: TeamStore;
  readonly webhookTests: WebhookTests;
}

/** Opens every room of the table; `now` is epoch milliseconds. */
export function createStore(table: Table, now: () => number): Store {
  return {
    receipts: createReceipts(table, now),
    accounts: createAccounts(table),
    cards: createCards(table),
    threads: createThreads(table, now),
    conversations: createConversations(table),
    graveyard: createGraveyard(table, now),
    mail: createMailBook(table, now),
    teams: createTeamStore(table),
    webhookTests: createWebhookTests(table),
  };
}
