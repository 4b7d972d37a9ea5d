import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, openHouse } from './house.ts';
import { opens, types } from './sight.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await opens(house, 'tom', 'Mend the pump');
});
afterAll(() => house.stop());

describe('a mistake is said with the way out, and the words are given back', () => {
  test.each<[string, RegExp]>([
    ['mvoe #1 doing', /I do not know `mvoe`\. Did you mean `move`\?/],
    [
      'move #1 Doign',
      /no column “Doign”\. Did you mean \*\*Doing\*\*\? There are: To Do, Doing, Review, Done\./,
    ],
    ['move #1 Warehouse', /no column “Warehouse”\. There are: To Do, Doing, Review, Done\./],
    [
      'label #1 #urgnet',
      /no label “urgnet”\. Did you mean \*\*urgent\*\*\? There are: urgent, bug, question\./,
    ],
    ['label #1 #green', /no label “green”\. There are: urgent, bug, question\./],
    ['assign #1 @bbo', /nobody called “bbo”.* Did you mean \*\*bob\*\*\? There are: ann, bob, tom\./],
    ['assign #1 @zaphod', /nobody called “zaphod”.* There are: ann, bob, tom\./],
    ['check #1 bolts', /no checklist/],
    ['due #1 someday', /do not understand `someday` as a due date/],
    ['due #1 2020-01-01', /is over already/],
    ['Sweep the floor due:someday', /do not understand `someday` as a due date/],
    ['Sweep the floor @zaphod', /nobody called “zaphod”/],
    ['Sweep the floor #green', /no label “green”/],
    ['Sweep the floor in:Warehouse', /no column “Warehouse”/],
    ['@ann #bug', /no title yet/],
    ['move the table', /begins like a command/],
    ['move #1', /`move` needs something after the card/],
    ['archive #1 please', /takes a card and nothing after it/],
    ['show #77', /I do not find .*77/],
    ['show https://elsewhere.example/b/x/y/z', /I do not find https:\/\/elsewhere\.example/],
    ['search', /What shall I search for/],
  ])('%s', async (text, why) => {
    const before = JSON.stringify(house.wekan.world.cards);
    const told = await types(house, 'tom', `/card ${text}`);
    expect(told).toEqual([expect.stringMatching(why)]);
    expect(told.join('\n')).toContain(text);
    expect(JSON.stringify(house.wekan.world.cards)).toBe(before);
    expect(house.logged).toEqual([]);
  });

  test('many lines come back as they were', async () => {
    const text = 'Sweep the floor @zaphod\nfirst\n\n  second ``` third';
    expect((await types(house, 'tom', `/card ${text}`)).join('\n')).toMatch(/first\n\n {2}second .* third/);
  });

  test('an archived card says that it has to be restored', async () => {
    await types(house, 'tom', '/card archive #1');
    expect(await types(house, 'tom', '/card move #1 doing')).toEqual([
      expect.stringMatching(/in the archive.*Restore it first/),
    ]);
    await types(house, 'tom', '/card restore #1');
  });

  test('a help for what there is not', async () => {
    expect(await types(house, 'tom', '/card help mvoe')).toEqual([
      expect.stringMatching(/Did you mean `move`/),
    ]);
    expect(await types(house, 'tom', '/card help whatever')).toEqual([
      expect.stringMatching(/no `whatever`/),
    ]);
  });

  test('a column that is gone meanwhile', async () => {
    const at = house.wekan.world.lists.findIndex(({ title }) => title === 'Review');
    house.wekan.world.lists.splice(at, 1);
    expect(await types(house, 'tom', '/card move #1 review')).toEqual([
      expect.stringMatching(/no longer on the board/),
    ]);
  });

  test('nothing that anybody writes pings anyone', async () => {
    const told = await types(house, 'tom', '/card move #1 @channel');
    expect(told.join('\n')).not.toMatch(/(?<!`[^`\n]*|\/card move #1 )@channel/);
  });
});
