import { attachTwo } from './attached.ts';
import { byMail } from './by-mail.ts';
import { byModerator, moderations } from './by-moderator.ts';
import { changeSettings, settlings } from './by-settings.ts';
import type { Asked } from './chat-side.ts';
import { check } from './check.ts';
import type { Doing } from './doings.ts';
import { forget } from './forget.ts';
import type { House } from './house.ts';
import { addressOf } from './mail-side.ts';
import { accept, deadLetters, replayDead, writeAgain } from './operator.ts';
import { newer, older } from './release.ts';
import { takeBack } from './take-back.ts';
import type { TeamWorld } from './team-world.ts';

/** Does it. `count` makes every text one of its kind. What takes a board a while goes on by itself. */
export async function perform(house: House, doing: Doing, count: number): Promise<void> {
  house.records.touch();
  const { what } = doing;
  if (what === 'deploy-newer') return house.deploy(newer(house.release));
  if (what === 'deploy-older') return house.deploy(older(house.release));
  if (what === 'rotate-key') return rotate(house);
  if (what === 'sweep') return house.sweep();
  if (what === 'sweep-twice') {
    // A schedule may call twice.
    await house.sweep();
    return house.sweep();
  }
  if (what === 'drain') return house.drain(doing.travel.fault === 'none' ? 'none' : 'bucket-down');
  if (what === 'give-up') return house.giveUp(doing.card);
  if (what.startsWith('replay')) {
    const dead = await deadLetters(house);
    await replayDead(house, dead, what === 'replay-killed' ? 'killed' : 'whole');
    // Two people had the same list before them.
    return what === 'replay-twice' ? replayDead(house, dead, 'whole') : undefined;
  }
  const world = house.worlds[doing.team];
  if (what === 'sweep-alone') return sweepAlone(house, world);
  if (what === 'refuse-mail') return house.office.refuse(addressOf(doing.person));
  if (what === 'write-again') return writeAgain(house, world, addressOf(doing.person));
  if (what === 'forget') return forget(house, world, `chat:idof${doing.person}`);
  if (what === 'check') return void (await check(house, world));
  if (what === 'accept') return accept(house, world);
  if (what.startsWith('refuse-')) return refuse(world, doing);
  if (moderations.some((each) => each === what)) return byModerator(world, doing);
  const text = `${world.sign} ${what} ${count} end`;
  if (settlings.some((each) => each === what)) {
    changeSettings(world, doing);
    return house.setUp();
  }
  if (what === 'board-attach') return attachTwo(house, world, doing, count);
  if (what === 'board-back') return back(house, world, doing);
  if (what.startsWith('board-') || what === 'rule-move') return onBoard(world, doing, text);
  if (what.startsWith('mail-')) return byMail(world, doing, text);
  await inChat(world, doing, text);
}

/** The boards of all others stand still meanwhile. */
async function sweepAlone(house: House, { id }: TeamWorld): Promise<void> {
  for (const { board } of house.worlds.filter((each) => each.id !== id)) house.shut(board.far.host, 20_000);
  await house.sweep();
}

/**
 * README, "Rotating the key": deploy with both keys, set every team up anew, deploy with the new key alone. What is sealed with the old one
 * is refused from then on.
 */
async function rotate(house: House): Promise<void> {
  const { release } = house;
  if (release.rotated === 2) return;
  house.deploy({ ...release, rotated: release.rotated + 1 });
  if (house.release.rotated === 1) await house.rotate();
}

function refuse({ chats }: TeamWorld, { what, room: which, column, card }: Doing): void {
  const chat = chats[which % chats.length];
  const room = ['square', 'team', 'team', 'dev'][column] ?? '';
  const right = (['speak', 'speak-in-threads', 'open-threads'] as const)[card];
  const inRoom = what === 'refuse-right' && right ? { room, right } : { room };
  chat?.refuse(what === 'refuse-token' ? 'token' : inRoom);
}

function onBoard({ board }: TeamWorld, { what, person, column, travel, card: which }: Doing, text: string) {
  const hand = board.person(what === 'rule-move' ? 'cardwire' : nameOf(person), travel);
  if (what === 'board-create') return void hand.create(text, column);
  const cards = board.cards();
  const id = cards[which % Math.max(1, cards.length)]?.id;
  if (id === undefined) return undefined;
  switch (what) {
    case 'board-comment':
      return void hand.comment(id, text);
    case 'board-rename':
      return void hand.rename(id, text);
    case 'board-assign':
      return void hand.assign(id);
    case 'board-label':
      return void hand.label(id);
    case 'board-archive':
      return void hand.archive(id);
    case 'board-delete':
      return void hand.remove(id);
    default:
      return void hand.move(id, column);
  }
}

function back({ records }: House, { id: team, board }: TeamWorld, { person, travel, card: which }: Doing) {
  const cards = board.cards();
  const id = cards[which % Math.max(1, cards.length)]?.id;
  if (id === undefined) return;
  takeBack(board.person(nameOf(person), travel), id, board.columns, records.looksOf(team, id).views);
}

/** Guests have no account on the board. */
function nameOf(person: string): string {
  return person === 'guest' ? 'bob' : person;
}

async function inChat({ board, chats, sign }: TeamWorld, doing: Doing, text: string): Promise<void> {
  const { what, person, column, room, card: which, travel } = doing;
  const places = chats.flatMap((chat) => chat.rooms.map((each) => ({ chat, room: each })));
  const place = places[room % places.length];
  if (!place) return;
  const hand = place.chat.person(person, travel.fault);
  if (what === 'start-typing') return void (await hand.startsTyping?.(place.room));
  if (what === 'form-open') return void (await hand.opensForm(place.room, `${text} said`));
  if (what === 'form-send') return void (await hand.sendsForm(text));
  const create: Asked = { verb: 'create', options: { title: text } };
  if (what === 'create') return void (await hand.type(place.room, create));
  if (what === 'create-in-thread') return void (await hand.type(place.room, create, `${sign} what now?`));
  const cards = board.cards();
  const card = cards[which % Math.max(1, cards.length)];
  if (!card) return;
  const shown = place.chat.posts().filter(({ link }) => link && board.idOf(link) === card.id);
  const living = shown[column % Math.max(1, shown.length)]?.id;
  if (what.startsWith('click-') || what === 'talk' || what === 'delete-living') {
    if (living === undefined) return;
    if (what === 'talk') return hand.talks(living, text);
    if (what === 'delete-living') return hand.deletes(living);
    return void (await hand.click(living, what.slice('click-'.length), board.columns[column] ?? ''));
  }
  const about = { card: `#${card.number}` };
  const asked: Partial<Record<Doing['what'], Asked>> = {
    'say-comment': { verb: 'comment', options: { ...about, text } },
    'say-move': { verb: 'move', options: { ...about, column: board.columns[column] ?? '' } },
    'say-assign': {
      verb: board.isAssigned(card.id) ? 'unassign' : 'assign',
      options: { ...about, person: 'bob' },
    },
    'say-rename': { verb: 'rename', options: { ...about, title: text } },
    'say-archive': { verb: card.view.state === 'archived' ? 'restore' : 'archive', options: about },
    'say-follow': { verb: 'follow', options: about },
    'say-follow-here': { verb: 'follow', options: { ...about, here: true } },
    'say-notify': {
      verb: 'follow',
      options: { ...about, notify: addressOf(column === 0 ? 'ann' : person) },
    },
    'say-unfollow': { verb: 'unfollow', options: about },
  };
  await hand.type(place.room, asked[what] ?? { verb: 'show', options: about });
}
