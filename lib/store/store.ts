import { type Accounts, createAccounts } from './accounts.ts';
import { type Cards, createCards } from './cards.ts';
import { type ChoiceLists, createChoiceLists } from './choices.ts';
import { type CodeTries, createCodeTries } from './code-tries.ts';
import { type Codes, createCodes } from './codes.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { type Correspondents, createCorrespondents } from './correspondents.ts';
import { createGraveyard, type Graveyard } from './dead.ts';
import { createDetailBook, type DetailBook } from './details.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createMailSendings, type MailSendings } from './mail-sendings.ts';
import { createMailSubjects, type MailSubjects } from './mail-subjects.ts';
import { createMailTargets, type MailTargets } from './mail-targets.ts';
import { createMailboxes, type Mailboxes } from './mailboxes.ts';
import { createOnce, type Once } from './once.ts';
import { createOriginals, type Originals } from './originals.ts';
import { createParkedThings, type ParkedThings } from './parked.ts';
import { createPauses, type Pauses } from './paused.ts';
import { createRates, type Rates } from './rates.ts';
import { createReceipts, type Receipts } from './receipts.ts';
import { createSweeps, type Sweeps } from './sweeps.ts';
import type { Table } from './table.ts';
import { createTallies, type Tallies } from './tallies.ts';
import { createTeamStore, type TeamStore } from './teams.ts';
import { createThreads, type Threads } from './threads.ts';
import { createTombstones, type Tombstones } from './tombstones.ts';
import { createWebhookTests, type WebhookTests } from './webhook-tests.ts';

/** Everything the table holds, one room for each kind of item. */
export interface Store {
  readonly receipts: Receipts;
  readonly accounts: Accounts;
  readonly cards: Cards;
  readonly choices: ChoiceLists;
  readonly codes: Codes;
  readonly codeTries: CodeTries;
  readonly details: DetailBook;
  readonly threads: Threads;
  readonly conversations: Conversations;
  readonly correspondents: Correspondents;
  readonly drafts: Drafts;
  readonly graveyard: Graveyard;
  readonly mailboxes: Mailboxes;
  readonly mailSendings: MailSendings;
  readonly mailSubjects: MailSubjects;
  readonly mailTargets: MailTargets;
  readonly originals: Originals;
  readonly once: Once;
  readonly parked: ParkedThings;
  readonly paused: Pauses;
  readonly rates: Rates;
  readonly sweeps: Sweeps;
  readonly tallies: Tallies;
  readonly teams: TeamStore;
  readonly tombstones: Tombstones;
  readonly webhookTests: WebhookTests;
}

/** Opens every room of the table; `now` is epoch milliseconds. */
export function createStore(table: Table, now: () => number): Store {
  return {
    receipts: createReceipts(table, now),
    accounts: createAccounts(table),
    cards: createCards(table),
    choices: createChoiceLists(table, now),
    codes: createCodes(table, now),
    codeTries: createCodeTries(table, now),
    details: createDetailBook(table),
    threads: createThreads(table, now),
    conversations: createConversations(table),
    correspondents: createCorrespondents(table, now),
    drafts: createDrafts(table, now),
    graveyard: createGraveyard(table, now),
    mailboxes: createMailboxes(table, now),
    mailSendings: createMailSendings(table, now),
    mailSubjects: createMailSubjects(table, now),
    mailTargets: createMailTargets(table, now),
    originals: createOriginals(table, now),
    once: createOnce(table, now),
    parked: createParkedThings(table, now),
    paused: createPauses(table, now),
    rates: createRates(table, now),
    sweeps: createSweeps(table, now),
    tallies: createTallies(table, now),
    teams: createTeamStore(table),
    tombstones: createTombstones(table, now),
    webhookTests: createWebhookTests(table),
  };
}
