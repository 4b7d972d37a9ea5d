import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { asks } from './asks.ts';
import { type House, openHouse } from './house.ts';
import { cardTitled } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());

const link = 'https://chat.example.org/messages/7';
const files = [{ name: 'leak.jpg', mediaType: 'image/jpeg', size: 4, from: 'https://files.example.org/1' }];

/** Somebody makes a card of a message, and sends the form off after a while. */
async function fromMessage(title: string, afterMs: number, by = 'tom', more: object = {}) {
  const said = { by: 'draft', text: 'It drips', author: 'Ann Lee', link } as const;
  const { id, told } = await asks(house, 'tom', said, { files, ...more });
  expect(told).toEqual([]);
  house.pass(afterMs);
  const fields = { title, description: 'It drips' };
  return (await asks(house, by, { by: 'form', form: 'create', fields, draft: id })).told;
}

test('a card that was made of a message ends with who wrote it and where', async () => {
  // This chat brings no files, so none of them can be fetched.
  expect(await fromMessage('Drips', 1000)).toEqual([
    expect.stringMatching(/could not fetch .* on \\?#\d+: leak/),
  ]);
  expect(cardTitled(house, 'Drips').description).toMatch(
    /^It drips\n\nFrom a message by Ann Lee: https:\/\/chat\.example\.org\/messages\/7\n\n— tom/,
  );
});

test.each([
  ['was forgotten after a day', 25 * 3_600_000, 'tom'],
  ['is somebody else’s', 1000, 'ann'],
])('of a message that %s, a card is made without it, and its person is told', async (how, afterMs, by) => {
  expect(await fromMessage(`Drips: ${how}`, afterMs, by)).toEqual([
    expect.stringMatching(/no longer have the message/),
  ]);
  expect(cardTitled(house, `Drips: ${how}`).description).toMatch(/^It drips\n\n— (tom|ann)/);
});

test('on a server that is not connected nothing is kept', async () => {
  expect(await fromMessage('Drips elsewhere', 1000, 'tom', { server: '1234567890123456789' })).toEqual([
    expect.stringMatching(/no longer have the message/),
  ]);
});

test('a file with a comment that cannot be fetched is named, and the comment stands', async () => {
  const ref = `#${cardTitled(house, 'Drips').cardNumber}`;
  const said = (options: Record<string, string>) =>
    asks(house, 'tom', { by: 'options', verb: 'comment', options: { card: ref, ...options } }, { files });
  expect((await said({ text: 'See the picture' })).told).toEqual([
    expect.stringMatching(/Your comment is on[\s\S]*could not fetch.*leak/),
  ]);
  const gone = (await said({})).told.join();
  expect(gone).toMatch(/^I could not fetch.*leak/);
  expect(gone).not.toContain('attach it again');
});

test('who attached a file to what came to nothing hears that it has to be attached again', async () => {
  const asked = { by: 'options', verb: 'comment', options: { card: '#999', text: 'See' } } as const;
  expect((await asks(house, 'tom', asked, { files })).told).toEqual([
    expect.stringMatching(/You wrote:[\s\S]*did not stay with me: attach it again, too\.$/),
  ]);
  expect((await asks(house, 'tom', asked)).told.join()).not.toContain('attach it again');
});
