import type { CardDraft } from '../../domain/card.ts';
import type { CardRecord, Owner } from '../../store/cards.ts';
import { type Asking, type BoardInHand, markerOf, nameOfAsker, type VerbOf } from '../asking.ts';
import { refOf } from '../face.ts';
import { stepOf, tell } from './act.ts';
import { boardInHand } from './in-hand.ts';
import { columnNamed, labelNamed, memberNamed } from './names.ts';

type Wanted = Parameters<VerbOf<'create'>>[1];

/**
 * Opens a card. The record of its owner is written after the board has it and before anyone is told: a run that dies in between finds
 * the card by its marker and goes on. The living message in the conversation is the answer.
 */
export const create: VerbOf<'create'> = async (asking, wanted) => {
  const { parts, team, event } = asking;
  const inHand = await boardInHand(asking);
  const draft = await draftOf(asking, inHand, wanted);
  const marker = markerOf(asking);
  const { board, connection } = inHand;
  const made = asking.lookSince && (await board.findCreated(draft, marker, asking.lookSince));
  const card = made || (await board.create(draft, marker));
  const key = { team: team.id, board: connection.id, card: card.id };
  const owner = {
    connection: event.connection,
    person: event.person.id,
    name: nameOfAsker(asking),
    conversation: event.conversation,
  };
  const isNew = await parts.store.cards.own(key, owner, card.number, stepOf(asking, 'create'));
  const record = isNew ? recordOf(owner) : await parts.store.cards.get(key);
  // What happened to it before its owner was known has not been told to them: they are shown what came of it.
  const latest = isNew ? card : ((await board.read(card.id)) ?? card);
  await tell(asking, { ...inHand, key, card: latest, record, ref: refOf(team, connection.id, card) }, [
    { kind: 'create' },
  ]);
  return { lines: [] };
};

function recordOf(owner: Owner): CardRecord {
  return { owner, followers: [{ conversation: owner.conversation, person: owner.person }], story: [] };
}

async function draftOf(asking: Asking, inHand: BoardInHand, wanted: Wanted): Promise<CardDraft> {
  const { board } = inHand;
  const assignees = [];
  for (const name of wanted.assignees) assignees.push((await memberNamed(asking, inHand, name)).id);
  const labels = [];
  for (const name of wanted.labels) labels.push((await labelNamed(board, name)).id);
  return {
    title: wanted.title,
    description: wanted.description,
    assignees: [...new Set(assignees)],
    labels: [...new Set(labels)],
    ...(wanted.due === undefined ? {} : { due: wanted.due }),
    ...(wanted.column === undefined ? {} : { column: (await columnNamed(board, wanted.column)).id }),
  };
}
