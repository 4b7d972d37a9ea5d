import type { BoardMember, Card, CardDraft } from '../../domain/card.ts';
import { type Say, say } from '../../domain/say.ts';
import type { CardRecord, Owner } from '../../store/card-record.ts';
import {
  type Asking,
  type BoardInHand,
  type CardInHand,
  markerOf,
  nameOfAsker,
  type VerbOf,
} from '../asking.ts';
import { brought } from '../draft.ts';
import { goneFace, nameOf, refOf } from '../face.ts';
import { muted, placeOf } from '../here.ts';
import { withCopied } from '../mail/followers.ts';
import { askForNotices } from '../mail/notify.ts';
import { notTaken } from '../mail/text.ts';
import { asKnown } from '../newest-face.ts';
import { inOneLine, joined } from '../team-text.ts';
import { faceInHand, storyLine, tell } from './act.ts';
import { attach } from './attach.ts';
import { fitToBoard } from './fit-to-board.ts';
import { boardInHand } from './in-hand.ts';
import { columnNamed, labelNamed, memberNamed } from './names.ts';

type Wanted = Parameters<VerbOf<'create'>>[1];

/**
 * Opens a card. The record of its owner is written after the board has it and before anyone is told: a run that dies in between finds
 * the card by its marker and goes on. The living message in the conversation is the answer, but for what it cannot show.
 */
export const create: VerbOf<'create'> = async (asking, asked) => {
  const { parts, team, event } = asking;
  const inHand = await boardInHand(asking);
  const { wanted, unread } = await fitToBoard(asking, inHand, asked);
  const assignees = await assigneesOf(asking, inHand, wanted);
  const { files, source, lost } = await brought(asking);
  const description = joined([wanted.description, source]);
  const draft = await draftOf(inHand, { ...wanted, description }, assignees);
  const marker = markerOf(asking);
  const { board, connection } = inHand;
  const found = asking.lookSince && (await board.findCreated(draft, marker, asking.lookSince));
  const card = found || (await board.create(draft, marker));
  const key = { team: team.id, board: connection.id, card: card.id };
  const owner = {
    connection: event.connection,
    person: event.person.id,
    name: nameOfAsker(asking),
    conversation: asking.here,
    ...placeOf(asking),
  };
  const isNew = await parts.store.cards.own(key, owner, card.number, storyLine(asking, 'create'));
  const known = isNew ? recordOf(owner) : await parts.store.cards.get(key);
  const record = await withCopied(asking, key, known);
  const ref = refOf(team, connection.id, card);
  const made = { ...inHand, key, card, record, ref };
  // What happened to it before its owner was known has not been told to them: they are shown what came of it.
  const { opened, face } = isNew
    ? { opened: made, face: faceInHand(asking, made) }
    : await latestOf(asking, made);
  const acknowledged = isAcknowledged(asking);
  const undone = acknowledged && unread.length > 0 ? { undone: inOneLine(team, unread) } : {};
  await tell(asking, opened, [{ kind: 'create' }], { face, ...undone });
  const { notes } = await attach(asking, opened, files);
  const unassigned = found ? [] : leftOut(asking, inHand, assignees, card);
  const unknown = lost ? [say('draft-gone', { card: ref })] : [];
  const untaken = notTaken(asking, ref, acknowledged ? [] : unread);
  const told = [...unassigned, ...unknown, ...notes, ...muted(asking, ref), ...untaken];
  return { lines: [], notes: [...told, ...(await askForNotices(asking, opened, asked.notify))] };
};

/** A mail that opens a card is acknowledged by one about the card, which has room for more; not where it wants no automatic answer. */
function isAcknowledged({ event }: Asking): boolean {
  return event.mail !== undefined && event.mail.quiet !== true;
}

/** A card as it is now, and how it is shown: one that somebody has deleted already as gone. */
async function latestOf(asking: Asking, made: CardInHand) {
  const { now } = asking.parts;
  const revision = now();
  const card = await made.board.read(made.key.card);
  const opened = card ? { ...made, card } : made;
  const face = faceInHand(asking, opened);
  return { opened, face: card ? face : asKnown(face, goneFace(made.key.card, revision, now())) };
}

/** Who has left the board a moment ago can still be named, but not be assigned. */
function leftOut(
  { team }: Asking,
  { connection }: BoardInHand,
  wanted: readonly BoardMember[],
  card: Card,
): readonly Say[] {
  const assigned = new Set(card.assignees.map(({ id }) => id));
  const missing = wanted.filter(({ id }) => !assigned.has(id));
  if (missing.length === 0) return [];
  const people = missing.map((person) => nameOf(team, connection.product, person)).join(', ');
  return [say('did-create-without', { card: refOf(team, connection.id, card), people })];
}

function recordOf(owner: Owner): CardRecord {
  return { owner, followers: [owner], story: [] };
}

async function assigneesOf(asking: Asking, inHand: BoardInHand, { assignees }: Wanted) {
  const members = new Map<string, BoardMember>();
  for (const name of assignees) {
    const member = await memberNamed(asking, inHand, name);
    members.set(member.id, member);
  }
  return [...members.values()];
}

async function draftOf(
  { board }: BoardInHand,
  wanted: Wanted,
  assignees: readonly BoardMember[],
): Promise<CardDraft> {
  const labels = [];
  for (const name of wanted.labels) labels.push((await labelNamed(board, name)).id);
  return {
    title: wanted.title,
    description: wanted.description,
    assignees: assignees.map(({ id }) => id),
    labels: [...new Set(labels)],
    ...(wanted.due === undefined ? {} : { due: wanted.due }),
    ...(wanted.column === undefined ? {} : { column: (await columnNamed(board, wanted.column)).id }),
  };
}
