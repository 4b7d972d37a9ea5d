import { describe, expect, test } from '@jest/globals';
import { card42, read, refusal } from './reading.ts';

const card = card42;

describe('a verb and a card', () => {
  test.each([
    ['show #42', { verb: 'show', card }],
    ['SHOW 42', { verb: 'show', card }],
    ['#42', { verb: 'show', card }],
    ['done #42', { verb: 'done', card }],
    ['archive #42', { verb: 'archive', card }],
    ['restore #42!', { verb: 'restore', card }],
    ['comment #42', { verb: 'comment', card }],
    ['comment #42: looks *good*', { verb: 'comment', card, text: 'looks *good*' }],
    ['comment #42\nline 1\n\n  line 2\n', { verb: 'comment', card, text: 'line 1\n\n  line 2' }],
    ['move #42 Doing', { verb: 'move', card, column: 'Doing' }],
    ['move #42  In   review', { verb: 'move', card, column: 'In review' }],
    ['move #42 to "In review"', { verb: 'move', card, column: 'In review' }],
    ['move #42 -> In review', { verb: 'move', card, column: 'In review' }],
    ['move #42 To do', { verb: 'move', card, column: 'To do' }],
    ['assign #42 me @tom', { verb: 'assign', card, people: ['me', 'tom'] }],
    ['assign #42 mich, Anna Berg und tom', { verb: 'assign', card, people: ['me', 'Anna Berg', 'tom'] }],
    ['unassign #42 @tom @tom', { verb: 'unassign', card, people: ['tom'] }],
    ['label #42 #urgent #"needs parts"', { verb: 'label', card, labels: ['urgent', 'needs parts'] }],
    ['unlabel #42 needs parts, urgent', { verb: 'unlabel', card, labels: ['needs parts', 'urgent'] }],
    ['rename #42 Fix  the\tpump', { verb: 'rename', card, title: 'Fix the pump' }],
    ['describe #42 a\n  b', { verb: 'describe', card, description: 'a\n  b' }],
    ['describe #42 -', { verb: 'describe', card, description: '' }],
    ['check #42 Step 1', { verb: 'check', card, item: 'Step 1', done: true }],
    ['check #42 undo Step 1', { verb: 'check', card, item: 'Step 1', done: false }],
    ['check #42 "undo Step 1"', { verb: 'check', card, item: 'undo Step 1', done: true }],
    ['check #42 undo', { verb: 'check', card, item: 'undo', done: true }],
    ['check #42 add Order  parts', { verb: 'add-step', card, item: 'Order parts' }],
    ['check #42 neu Teile bestellen', { verb: 'add-step', card, item: 'Teile bestellen' }],
    ['check #42 DAZU: "neu lackieren"', { verb: 'add-step', card, item: 'neu lackieren' }],
    ['check #42 "add salt"', { verb: 'check', card, item: 'add salt', done: true }],
    ['check #42 addition', { verb: 'check', card, item: 'addition', done: true }],
    ['check #42 add  Order parts', { verb: 'add-step', card, item: 'Order parts' }],
    ['check #42 undo  Step 1', { verb: 'check', card, item: 'Step 1', done: false }],
    ['move #42 in:Done', { verb: 'move', card, column: 'Done' }],
    ['move #42 ->Done', { verb: 'move', card, column: 'Done' }],
    ['move #42 Done -> x', { verb: 'move', card, column: 'Done -> x' }],
    ['move #42 nach  „In Prüfung“', { verb: 'move', card, column: 'In Prüfung' }],
    ['move #42 go to "x"', { verb: 'move', card, column: 'go to "x"' }],
    ['follow #42 here!', { verb: 'follow', card, here: true }],
    ['due #42 11:00', { verb: 'due', card, at: '2026-11-20T10:00:00.000Z' }],
    ['due #42 next friday?!', { verb: 'due', card, at: '2026-11-27T22:59:00.000Z' }],
    [`rename #42 ${'x'.repeat(1000)}`, { verb: 'rename', card, title: 'x'.repeat(1000) }],
    ['uncheck #42 add salt', { verb: 'check', card, item: 'add salt', done: false }],
    ['uncheck #42 Step 1', { verb: 'check', card, item: 'Step 1', done: false }],
    ['follow #42', { verb: 'follow', card, here: false }],
    ['follow #42 here', { verb: 'follow', card, here: true }],
    ['unfollow #42 hier', { verb: 'unfollow', card, here: true }],
    ['due #42 friday', { verb: 'due', card, at: '2026-11-20T22:59:00.000Z' }],
    ['due #42 due:morgen 14 Uhr', { verb: 'due', card, at: '2026-11-21T13:00:00.000Z' }],
    ['due #42 next friday!', { verb: 'due', card, at: '2026-11-27T22:59:00.000Z' }],
    ['due #42 none', { verb: 'due', card }],
    ['due #42 keins', { verb: 'due', card }],
    ['due #42 kein datum', { verb: 'due', card }],
    ['due #42 kein', { verb: 'due', card }],
    ['due #42 november', { verb: 'due', card, at: '2026-11-30T22:59:00.000Z' }],
    ['due #42 weg', { verb: 'due', card }],
    ['due #42 -', { verb: 'due', card }],
  ])('%j', (text, command) => {
    expect(read(text)).toEqual(command);
  });
});

describe('how a card is named', () => {
  const link = 'https://board.example.org/b/K3/ops/c4';

  test.each([
    [link, link],
    [`<${link}>`, link],
    [`<${link}|Fix the pump>`, link],
    [`[Fix (the) pump](${link})`, link],
    [`${link}, `, link],
    ['HTTP://board/b/c', 'HTTP://board/b/c'],
  ])('show %s', (reference, found) => {
    expect(read(`show ${reference}`)).toEqual({ verb: 'show', card: { by: 'link', link: found } });
  });

  test.each(['42', '#42', '#0042', '#42:', '42,'])('show %s', (reference) => {
    expect(read(`show ${reference}`)).toEqual({ verb: 'show', card });
  });

  test.each([link, `<${link}>`, 'https://shop.example.org/wekan/b/K4/shop/c5'])(
    '%s alone is a card of ours',
    (alone) => {
      const found = alone.replace(/[<>]/g, '');
      expect(read(alone)).toEqual({ verb: 'show', card: { by: 'link', link: found } });
    },
  );

  test.each([
    'https://elsewhere.example.org/b/K3/ops/c4',
    'https://board.example.org',
    'https://shop.example.org/blog/b/K4/shop/c5',
    `${link} is stuck`,
  ])('%s is a title', (title) => {
    expect(read(title)).toMatchObject({ verb: 'create', title });
  });

  test.each(['', '#', '#0', '#4x', '#1234567890', '-42', 'it', 'ftp://x', '<https://'])(
    'not by %j',
    (other) => {
      expect(refusal(`show ${other}`)).toMatchObject({ key: 'verb-or-title' });
    },
  );
});

describe('what is missing or too much is said, with the text given back', () => {
  test.each([
    'move',
    'assign',
    'unassign',
    'due',
    'label',
    'unlabel',
    'rename',
    'describe',
    'check',
    'uncheck',
  ])('%s #42 wants more', (verb) => {
    const text = `${verb} #42`;
    expect(refusal(text)).toMatchObject({ key: 'verb-needs-more', text, verb });
  });

  test.each([
    'show #42 please',
    'archive #42 now',
    'done #42 and dusted',
    'follow #42 the leader',
    'follow #42 here now',
    'follow #42 there',
    'follow #42 hereby',
    'follow #42 notify:me@example.org now',
    'unfollow #42 notify:me@example.org',
    'restore #42 please',
    'trace #42 please',
  ])('%j is too much', (text) => {
    const verb = text.split(' ')[0];
    expect(refusal(text)).toMatchObject({ key: 'verb-takes-no-more', text, verb, usage: `${verb} #42` });
  });

  test.each([
    ['due #42 blorp', 'due-unclear'],
    ['due #42 31.02.', 'due-unclear'],
    ['due #42 friday blorp', 'due-unclear'],
    ['due #42 next. friday', 'due-unclear'],
    ['due #42 friday due:', 'due-unclear'],
    ['due #42 none of these', 'due-unclear'],
    ['due #42 at off', 'due-unclear'],
    ['due #42 gestern', 'due-past'],
    [`rename #42 ${'x'.repeat(1001)}`, 'title-too-long'],
    [`check #42 add ${'x'.repeat(1001)}`, 'title-too-long'],
    ['check #42 add ""', 'verb-needs-more'],
    ['check #42 ""', 'verb-needs-more'],
  ])('%j', (text, key) => {
    expect(refusal(text)).toMatchObject({ key, text });
  });
});
