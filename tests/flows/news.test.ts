import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SimPost } from '../sims/mattermost/model.ts';
import { recommendedAttributes } from '../sims/wekan/payload.ts';
import type { SimPerson } from '../sims/wekan/person.ts';
import type { SimCard } from '../sims/wekan/world.ts';
import { type House, openHouse } from './house.ts';
import { cardPost, cardPosts, look, opens, replies } from './sight.ts';

/** One thing that somebody does on the board, and what is seen of it where the card was opened and in the team's room. */
interface Deed {
  readonly does: (ann: SimPerson, card: string) => Promise<unknown>;
  /** The reply in both; none when absent. */
  readonly reply?: string | RegExp;
  /** The last line of the owner's living message. */
  readonly last?: string | RegExp;
  /** Fields of both living messages. */
  readonly fields?: Readonly<Record<string, string | undefined>>;
}

/** Without the attributes that operators are told to set, Wekan does not say what an item or a file is called. */
const deedsOf = (house: () => House, called: (name: string) => string): Readonly<Record<string, Deed>> => {
  const comment = () => house().wekan.world.comments[0]?._id ?? '';
  return {
    move: {
      does: (ann, card) => ann.moveCard(card, 'Doing'),
      reply: 'ann moved it from **To Do** to **Doing**',
      fields: { Column: 'Doing' },
    },
    comment: {
      does: (ann, card) => ann.comment(card, 'Which *pump*?\n/card archive #1\n@channel'),
      reply: /^ann commented:\n> Which \\\*pump\\\*\?\n> \/card archive \\?#1\n> @\u200Bchannel$/,
      last: /^ann commented:\n> Which/,
    },
    'edit a comment': {
      does: (ann) => ann.editComment(comment(), 'Which one?'),
      reply: 'ann edited a comment:\n> Which one?',
    },
    'delete a comment': { does: (ann) => ann.deleteComment(comment()), reply: 'ann deleted a comment' },
    rename: {
      does: (ann, card) => ann.rename(card, 'Fix the big pump'),
      last: 'ann renamed it to **Fix the big pump**',
    },
    describe: {
      does: (ann, card) => ann.describe(card, 'It leaks'),
      last: 'ann changed the description',
    },
    'a custom field': {
      does: (ann, card) => ann.setCustomField(card, 'Cost', '9'),
      // The attributes that operators are told to set have not the field's name.
      last: /^ann changed (the card|\*\*Cost\*\*)$/,
    },
    assign: {
      does: (ann, card) => ann.assign(card, 'bob'),
      reply: 'ann assigned **bob**',
      fields: { People: 'bob' },
    },
    unassign: {
      does: (ann, card) => ann.unassign(card, 'bob'),
      reply: 'ann unassigned **bob**',
      fields: { People: undefined },
    },
    label: {
      does: (ann, card) => ann.label(card, 'urgent'),
      last: 'ann added the label **urgent**',
      fields: { Labels: 'urgent' },
    },
    unlabel: {
      does: (ann, card) => ann.unlabel(card, 'urgent'),
      last: 'ann removed the label **urgent**',
      fields: { Labels: undefined },
    },
    'a due date': {
      does: (ann, card) => ann.due(card, '2031-03-01T09:00:00.000Z'),
      reply: 'ann set the due date to **Sat 1 Mar 2031, 10:00**',
      fields: { Due: 'Sat 1 Mar 2031, 10:00' },
    },
    'no due date': {
      does: (ann, card) => ann.due(card, undefined),
      reply: 'ann removed the due date',
      fields: { Due: undefined },
    },
    'a checklist': {
      does: (ann, card) => ann.checklist(card, 'Steps', ['Order parts']),
      last: `ann added ${called('Order parts')} to the checklist`,
    },
    'a ticked item': {
      does: (ann, card) => ann.tick(card, 'Order parts'),
      last: `ann ticked ${called('Order parts')}`,
    },
    'an unticked item': {
      does: (ann, card) => ann.untick(card, 'Order parts'),
      last: `ann took the tick off ${called('Order parts')}`,
    },
    'an attachment': {
      does: (ann, card) => ann.attachment(card, 'pump.pdf'),
      reply: `ann attached ${called('pump.pdf')}`,
    },
    archive: {
      does: (ann, card) => ann.archive(card),
      reply: 'ann archived it',
      last: /This card is archived/,
    },
    restore: {
      does: (ann, card) => ann.restore(card),
      reply: 'ann brought it back from the archive',
      last: 'ann brought it back from the archive',
    },
    delete: {
      does: (ann, card) => ann.delete(card),
      reply: 'ann deleted it',
      last: /This card was deleted/,
    },
  };
};

let house: House;
const named = deedsOf(
  () => house,
  (name) => `**${name}**`,
);
const unnamed = deedsOf(
  () => house,
  () => '**something**',
);

describe.each([
  ['with the attributes that operators are told to set', recommendedAttributes, named],
  ["with Wekan's own attributes", undefined, unnamed],
])('what somebody does on the board comes back, %s', (_how, attributes, deeds) => {
  let card: SimCard;
  let posts: readonly SimPost[];
  beforeAll(async () => {
    house = await openHouse(undefined, attributes === undefined ? {} : { wekan: { attributes } });
    const { post, ...opened } = await opens(house, 'tom', 'Fix the pump');
    card = opened.card;
    posts = [post, cardPost(house, 'team', 'Fix the pump')];
  });
  afterAll(() => house.stop());

  test.each(Object.entries(deeds))('%s', async (_what, { does, reply, last, fields = {} }) => {
    const before = posts.map((post) => replies(house, post).length);
    await does(house.wekan.asUser('ann'), card._id);
    await house.lapse(60_000);
    await house.lapse(60_000);
    const told = reply instanceof RegExp ? expect.stringMatching(reply) : reply;
    for (const [at, post] of posts.entries()) {
      expect(replies(house, post).slice(before[at])).toEqual(told === undefined ? [] : [told]);
      for (const [name, value] of Object.entries(fields)) expect(look(post).fields[name]).toBe(value);
      expect(look(post).title).toBe(`#1 ${card.title}`);
    }
    const [mine] = posts.map(look);
    if (last !== undefined)
      expect(mine?.last).toEqual(last instanceof RegExp ? expect.stringMatching(last) : last);
    expect([...cardPosts(house, 'town-square'), ...cardPosts(house, 'team')]).toEqual(posts);
    expect(house.logged).toEqual([]);
  });

  test('what was written on the card commanded nothing', () => {
    expect(house.wekan.requests.filter(({ path }) => path.endsWith('/archive'))).toEqual([]);
  });
});
