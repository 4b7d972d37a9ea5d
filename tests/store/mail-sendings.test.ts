import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createMailSendings, type MailSendings } from '../../lib/store/mail-sendings.ts';
import type { Table } from '../../lib/store/table.ts';
import { openTable } from './open-table.ts';

let opened: Awaited<ReturnType<typeof openTable>>;
let sendings: MailSendings;
beforeAll(async () => {
  opened = await openTable();
  sendings = createMailSendings(opened.table, () => opened.clock.now);
});
afterAll(() => opened.stop());

describe('the sending of a mail', () => {
  test('counts the tries that may have sent it', async () => {
    expect(await sendings.begin('s1')).toEqual({ tries: 1 });
    expect(await sendings.begin('s1')).toEqual({ tries: 2 });
    await sendings.unsent('s1', 2);
    expect(await sendings.begin('s1')).toEqual({ tries: 2 });
    await sendings.sent('s1', 'id@amazonses.com');
    expect(await sendings.begin('s1')).toEqual({ tries: 2, message: 'id@amazonses.com' });
  });

  test('takes one try back once, however often that is said', async () => {
    await sendings.begin('s2');
    await sendings.begin('s2');
    await sendings.unsent('s2', 2);
    await sendings.unsent('s2', 2);
    expect(await sendings.begin('s2')).toEqual({ tries: 2 });
  });

  test('counts a try once when the client has sent its write again', async () => {
    const { table } = opened;
    const again: Table = {
      ...table,
      update: async (...update) => {
        await table.update(...update);
        return table.update(...update);
      },
    };
    const retried = createMailSendings(again, () => opened.clock.now);
    expect(await retried.begin('s3')).toEqual({ tries: 1 });
    expect(await retried.begin('s3')).toEqual({ tries: 2 });
    await retried.sent('s3', 'id@amazonses.com');
    expect(await retried.begin('s3')).toEqual({ tries: 2, message: 'id@amazonses.com' });
  });
});
