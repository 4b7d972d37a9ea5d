import type { Table } from './table.ts';

/** When a connection's far side last sent a test of its webhook: address and key are as they should be. */
export interface WebhookTests {
  heard(team: string, connection: string, at: number): Promise<void>;
  /** Epoch milliseconds at which the door accepted it; undefined when none has come yet. */
  last(team: string, connection: string): Promise<number | undefined>;
}

/** Webhook tests in the table. */
export function createWebhookTests(table: Table): WebhookTests {
  const keyOf = (team: string, connection: string) => ({ pk: `TEAM#${team}`, sk: `TEST#${connection}` });
  return {
    async heard(team, connection, at) {
      await table.update(keyOf(team, connection), { set: { v: ':v', at: ':at' }, values: { v: 1, at } });
    },

    async last(team, connection) {
      const item = await table.get(keyOf(team, connection));
      return item && Number(item.at);
    },
  };
}
