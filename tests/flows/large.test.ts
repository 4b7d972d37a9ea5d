import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import { cardPost, cardTitled, look, opens, replies, submits, types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.stop());
const runes = (text: string) => [...text].length;
const rest = async () => {
  for (let times = 0; times < 3; times++) await house.lapse(60_000);
};

describe('long and strange texts', () => {
  test('a comment longer than a message, in many bytes, is cut with the way to the rest', async () => {
    const { card, post } = await opens(house, 'tom', 'Long talk');
    await house.wekan.asUser('ann').comment(card._id, '🚰'.repeat(50_000));
    await rest();
    const [told = ''] = replies(house, post);
    expect(runes(told)).toBeLessThanOrEqual(16_383);
    expect(told).toMatch(/^ann commented:\n> 🚰/);
    expect(told).toContain(`/b/${house.wekan.board._id}/board/${card._id}`);
    expect(replies(house, cardPost(house, 'team', 'Long talk'))).toHaveLength(1);
    expect(house.logged).toEqual([]);
  });

  test('a burst of long comments is told, and what happens after it too', async () => {
    const { card, post } = await opens(house, 'tom', 'Many long talks');
    const ann = house.wekan.asUser('ann');
    for (let count = 0; count < 30; count++) await ann.comment(card._id, `${count}. ${'ü'.repeat(15_000)}`);
    await rest();
    await ann.moveCard(card._id, 'Doing');
    await rest();
    expect(look(post).fields.Column).toBe('Doing');
    expect(replies(house, post).at(-1)).toContain('to **Doing**');
    expect(house.logged).toEqual([]);
  });

  test('a command as long as a message becomes a card with all of it', async () => {
    const words = Array.from({ length: 1_500 }, (_, at) => `word${at}`).join(' ');
    await types(house, 'tom', `/card ${words}`);
    await rest();
    const card = house.wekan.world.cards.at(-1);
    expect(runes(card?.title ?? '')).toBeLessThanOrEqual(1_000);
    expect(card?.description).toContain('word1499');
    expect(look(cardPost(house, 'town-square', 'word0 word1')).fields.Column).toBe('To Do');
  });

  test('a mistake in a text as long as a message is said, with as much of it as fits', async () => {
    const told = await types(house, 'tom', `/card comment #4711 ${'wörd '.repeat(3_200)}`);
    expect(told).toEqual([expect.stringMatching(/I do not find[\s\S]*wörd wörd/)]);
    expect(runes(told[0] ?? '')).toBeLessThanOrEqual(16_383);
  });

  test.each<[string, string]>([
    [
      'every mark there is',
      '**bold** _it_ ~~no~~ `code` [a](http://x.example) ![i](y) | # > - 1. @channel @all @tom ~town-square :tada:',
    ],
    ['other scripts', 'Насос 泵 مضخة 🚰‍👩 é'],
    ['a title of a template', '{who} {card} __label__ %s'],
    ['a text that closes blocks', '``` ```\n```'],
  ])('%s stays what it is on the board, and pings nobody in the chat', async (_what, text) => {
    const title = text.split('\n')[0] ?? '';
    await types(house, 'tom', `/card create "${title}"\n${text}`);
    await rest();
    const card = house.wekan.world.cards.at(-1);
    expect(card?.description.startsWith(text.trimEnd())).toBe(true);
    const { title: shown } = look(cardPost(house, 'team', `#${card?.cardNumber} `));
    expect(shown.replaceAll('\u200B', '')).toBe(`#${card?.cardNumber} ${card?.title}`);
    expect(shown).not.toMatch(/(^|[^\w])@(channel|all|tom)/);
    const [told = ''] = await types(house, 'tom', `/card show #${card?.cardNumber}`);
    expect(told.replaceAll(/`[^`]*`/g, '')).not.toMatch(/(^|[^\w])@(channel|all|tom)/);
    expect(house.logged).toEqual([]);
  });

  test('a dialog full to the brim', async () => {
    await types(house, 'tom', '/card');
    const title = 'T'.repeat(150);
    await submits(house, 'tom', { title, description: 'ß'.repeat(3_000) });
    expect(cardTitled(house, title).description).toContain('ß'.repeat(3_000));
  });

  test('a card whose people, labels and column nobody can name is shown all the same', async () => {
    const { card, post } = await opens(house, 'tom', 'Nameless');
    card.assignees = ['nobodyknows'];
    card.labelIds = ['gone'];
    house.wekan.world.lists = house.wekan.world.lists.filter(({ title }) => title !== 'Review');
    card.listId = 'gonelist';
    await house.wekan.asUser('ann').comment(card._id, 'Hm');
    await rest();
    expect(replies(house, post)).toEqual(['ann commented:\n> Hm']);
    expect(look(post).fields.Column).toBe('?');
    expect(house.logged).toEqual([]);
  });
});
