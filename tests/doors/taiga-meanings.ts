import { writeLocator } from '../../lib/boards/taiga/comment-locator.ts';

/** What each recorded webhook of `events/taiga` tells, beside its project and its moment; nothing where it tells of no card. */

const person = (id: string, username: string, name: string) => ({ actor: { id, username, name } });
const bot = person('6', 'bot', 'Bot User');
const human = person('7', 'human', 'Human User');
const stake = person('8', 'stake', 'Stake');
type Person = typeof bot;

const create = (card: string, by: Person) => ({ kind: 'create', card, ...by });
const move = (by: Person, fromName: string, card = '1') => ({ kind: 'move', card, fromName, ...by });
const named = (...subjects: readonly string[]) => ({ subject: subjects.join(', '), subjects });
const fields = (...names: readonly string[]) => ({ kind: 'edit', card: '1', ...named(...names), ...bot });
const edit = (by: Person, subject: string) => ({ kind: 'edit', card: '1', subject, ...by });
const task = (step: string, subject: string, card = '1') => ({
  kind: 'checklist',
  card,
  step,
  ...named(subject),
  ...bot,
});
const comment = (by: Person, text: string, card = '1') => ({ ...said(by, text, 'added', card), ...by });

/** A comment of which Taiga does not say who did this to it; on a task of the card, where one is named. */
function said(author: Person, text: string, step: string, card = '1', onTask?: number) {
  const type = onTask === undefined ? 'userstory' : 'task';
  const at = { type, id: onTask ?? Number(card), author: Number(author.actor.id) } as const;
  return { kind: 'comment', card, step, comment: writeLocator(at, text) };
}

const removed = said(human, 'original once', 'removed');
const once = comment(human, 'original once');

export const meanings: Readonly<Record<string, readonly object[]>> = {
  '0001': [],
  '0002': [create('1', bot)],
  '0003': [move(human, 'New')],
  '0004': [{ kind: 'label', card: '1', step: 'added', ...named('vip'), ...bot }],
  '0005': [comment(bot, 'stale comment from bot')],
  '0006': [comment(bot, 'zero')],
  '0007': [{ ...said(bot, 'edited comment', 'edited'), ...bot }],
  '0008': [said(bot, 'edited comment', 'removed')],
  // Edited a second before, so it is there for another reason: it came back.
  '0009': [said(bot, 'edited comment', 'restored')],
  '0010': [move(bot, 'Ready')],
  '0011': [create('2', human)],
  '0012': [create('3', human)],
  '0013': [task('added', 'Visit')],
  '0014': [task('ticked', 'Visit')],
  // The story was closed by its last task, silently; that is not this person's doing.
  '0015': [comment(human, 'after close')],
  '0016': [fields('Email')],
  // Both in one: the dictionary was replaced.
  '0017': [fields('TidyHQ ID', 'Email')],
  '0018': [fields('Email', 'TidyHQ ID')],
  '0019': [create('4', bot)],
  '0020': [{ kind: 'attachment', card: '1', step: 'added', ...named('a-b.txt'), ...bot }],
  '0021': [{ kind: 'attachment', card: '1', step: 'added', ...named('c.png'), ...bot }],
  '0022': [{ kind: 'attachment', card: '1', step: 'removed', ...named('a-b.txt'), ...bot }],
  '0023': [{ kind: 'assign', card: '1', step: 'added', subject: 'Human User', ...bot }],
  '0024': [{ kind: 'assign', card: '1', step: 'added', subject: 'Bot User', ...bot }],
  '0025': [
    { kind: 'due', card: '1', step: 'edited', ...bot },
    edit(bot, 'description'),
    edit(bot, 'blocked'),
  ],
  '0026': [comment(human, 'hey @bot and @human look')],
  '0027': [task('added', 'Induction')],
  '0028': [task('removed', 'Induction')],
  '0029': [comment(human, 'to http://127.0.0.1:9977/st/500')],
  '0030': [comment(human, 'to http://127.0.0.1:9977/st/302')],
  '0031': [comment(human, 'to http://127.0.0.1:9/closed')],
  '0032': [comment(human, 'to http://127.0.0.1:9977/slow/5')],
  // The same as 0029, sent again.
  '0033': [comment(human, 'to http://127.0.0.1:9977/st/500')],
  '0034': [create('5', bot)],
  '0035': [task('added', 't1', '5')],
  '0036': [task('added', 't2', '5')],
  '0037': [{ kind: 'delete', card: '5', ...human }],
  '0038': [create('6', bot)],
  '0039': [comment(bot, 'par 2')],
  '0040': [comment(bot, 'par 0')],
  '0041': [comment(bot, 'par 1')],
  '0042': [comment(bot, 'par 3')],
  '0043': [comment(bot, 'par 4')],
  '0044': [comment(bot, 'par 5')],
  '0045': [move(bot, 'In progress')],
  '0046': [edit(human, 'title')],
  '0047': [move(human, 'Ready to go')],
  '0048': [edit(bot, 'title')],
  '0049': [create('7', bot)],
  '0050': [move(bot, 'New', '7'), comment(bot, 'moved by chat', '7')],
  '0051': [comment(stake, 'I only comment', '7')],
  '0052': [],
  // Issues are no cards; the story that is made of one is told as itself.
  '0053': [],
  '0054': [],
  '0055': [],
  '0056': [create('8', bot)],
  '0057': [],
  '0058': [],
  '0059': [],
  '0060': [],
  '0061': [],
  '0062': [edit(human, 'epic')],
  '0063': [edit(human, 'epic')],
  '0064': [edit(human, 'sprint')],
  '0065': [task('added', 'A')],
  '0066': [task('added', 'B')],
  '0067': [create('9', bot)],
  '0068': [comment(human, 'naïve ☃ <script>alert(1)</script> *md* [x](javascript:alert(1))\n\n- a\n- b')],
  '0069': [once],
  // 0070, 0072, 0074, 0076: the same to another address of the project, signed with that one's key.
  '0070': [once],
  '0071': [removed],
  '0072': [removed],
  // Came back, never edited: on the wire it is 0069 with another moment, and the history tells the rest.
  '0073': [once],
  '0074': [once],
  '0075': [{ kind: 'label', card: '1', step: 'added', ...named('newtag', 'plain'), ...bot }],
  '0076': [{ kind: 'label', card: '1', step: 'added', ...named('newtag', 'plain'), ...bot }],
  '0077': [
    { ...said(human, 'parts are on their way', 'added', '264', 31), ...human, ...named('Order parts') },
  ],
  '0078': [{ ...task('edited', 'Order all parts', '264'), ...human }],
  // Somebody has dragged another card past it, which only now comes to light.
  '0079': [comment(human, 'pushed down', '265')],
  // By an administrator, of whom only the id is told.
  '0080': [{ ...said(human, 'pushed down by one', 'edited', '265'), actor: { id: '5' } }],
  // Crossed a move by somebody else, and undid it.
  '0081': [move(bot, 'In progress', '267'), comment(bot, 'said meanwhile', '267')],
};
