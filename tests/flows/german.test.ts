import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verbs } from '../../schemas/team.ts';
import { type House, openHouse } from './house.ts';
import { cardPost, clicks, look, opens, replies, types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse((team) => ({ ...team, language: 'de' }));
});
afterAll(() => house.stop());

describe('a German team', () => {
  test('reads its card, its news and its answers in German', async () => {
    const { card, post } = await opens(house, 'tom', 'Pumpe reparieren fällig:1.3.2031');
    expect(look(post)).toMatchObject({
      fields: { Spalte: 'To Do', Fällig: 'Sa 1. März 2031', 'Angelegt von': 'tom' },
      buttons: ['Folgen', 'Kommentieren', 'Verschieben', 'Mir zuweisen', 'Erledigt'],
      last: 'tom hat diese Karte angelegt',
    });
    await house.wekan.asUser('ann').moveCard(card._id, 'Doing');
    await house.settle();
    expect(replies(house, post)).toEqual(['ann hat sie von **To Do** nach **Doing** verschoben']);
    expect(await types(house, 'tom', '/card move #1 review')).toEqual([
      expect.stringMatching(/ist jetzt in \*\*Review\*\*/),
    ]);
    await house.lapse(20_000);
    await clicks(house, 'tom', post, 'Kommentieren');
    expect(house.mattermost.as('tom').dialog()).toMatchObject({ title: 'Kommentar zu #1' });
    expect(look(cardPost(house, 'team', 'Pumpe')).fields.Spalte).toBe('Review');
  });

  test.each<[string, RegExp]>([
    ['mvoe #1 doing', /`mvoe` kenne ich nicht\. Meinst du `move`\?/],
    ['move #1 Doign', /keine Spalte „Doign“\. Meinst du \*\*Doing\*\*\?/],
    ['assign #1 @bbo', /niemanden namens „bbo“.* Meinst du \*\*bob\*\*\?/],
    ['label #1 #urgnet', /kein Label „urgnet“\. Meinst du \*\*urgent\*\*\?/],
    ['due #1 irgendwann', /`irgendwann` verstehe ich nicht als Termin/],
    ['show #77', /Ich finde .*77 nicht/],
    ['list', /Pumpe reparieren/],
    ['list überfällig', /steht nichts/],
    ['due #1 übermorgen', /fällig/],
    ['due #1 keins', /hat keinen Termin mehr/],
    ['check #1 Teile', /noch keine Checkliste/],
    ['check #1 neu Teile bestellen', /„Teile bestellen“ steht jetzt auf der Checkliste/],
    ['check #1 teile', /„Teile bestellen“ auf .* ist abgehakt/],
  ])('%s', async (text, answer) => {
    expect(await types(house, 'tom', `/card ${text}`)).toEqual([expect.stringMatching(answer)]);
  });

  test('has a help that names every verb', async () => {
    const [help = ''] = await types(house, 'tom', '/card hilfe');
    expect(help).toMatch(/Was du tun kannst/);
    expect(
      verbs.filter(
        (verb) => !['create', 'board', 'boards', 'link'].includes(verb) && !help.includes(`/card ${verb}`),
      ),
    ).toEqual([]);
  });
});
