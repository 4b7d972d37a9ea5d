import type { CardActionType, CardId } from '../../domain/card.ts';
import type { TaigaConnection } from '../../teams/team.ts';
import type { Board } from '../board.ts';
import type { BoardDeps } from '../deps.ts';
import { apply, findApplied } from './apply.ts';
import { listFiles } from './attachments.ts';
import { changedSince } from './changed-since.ts';
import { createClient } from './client.ts';
import { listComments, readComment } from './comments.ts';
import { createCard, findCreated } from './create.ts';
import { deleterOf } from './deleted-comment.ts';
import { createDirectory } from './directory.ts';
import { cardOfLink } from './link.ts';
import { readStory } from './read-story.ts';
import { createRecent } from './recent.ts';
import { searchCards } from './search.ts';
import { credentialOf } from './sign-in.ts';
import { toCard } from './story-card.ts';
import type { Taiga } from './taiga.ts';
import { listSteps } from './tasks.ts';

const always: readonly CardActionType[] = [
  'comment',
  'move',
  'assign',
  'unassign',
  'label',
  'unlabel',
  'due',
  'rename',
  'describe',
  'check',
  'add-step',
  'attach',
];

/** One Taiga project (6.x): its user stories are cards. Names of columns, people and tags are kept for five minutes. */
export function openTaigaBoard(connection: TaigaConnection, deps: BoardDeps): Board {
  const { http, now, timezone } = deps;
  const client = createClient({ http, api: connection.api, now, ...credentialOf(connection, deps) });
  const directory = createDirectory(client, connection, now);
  const recent = createRecent(now);
  const numbers = new Map<number, CardId>();
  const taiga: Taiga = { client, connection, directory, recent, numbers, timezone, now };
  return {
    can: {
      actions: connection.archive === undefined ? always : [...always, 'archive', 'restore'],
      numbers: true,
      dueTimes: false,
      commentsChange: true,
      stepsListed: true,
    },
    columns: () => directory.columns(),
    members: () => directory.members(),
    labels: () => directory.labels(),
    create: (draft, marker) => createCard(taiga, draft, marker),
    findCreated: (_draft, marker, since) => findCreated(taiga, marker, since),
    read: async (id) => {
      const read = await readStory(taiga, id);
      return read && toCard(taiga, read);
    },
    comment: (id, comment) => readComment(taiga, id, comment),
    deleterOf: (id, comment) => deleterOf(taiga, id, comment),
    search: (query) => searchCards(taiga, query),
    apply: (id, action, marker) => apply(taiga, id, action, marker),
    findApplied: (id, action, marker) => findApplied(taiga, id, action, marker),
    cardOfLink: (link) => cardOfLink(taiga, link),
    changedSince: (cursor) => changedSince(taiga, cursor),
    commentsOn: (id) => listComments(taiga, id),
    stepsOn: (id) => listSteps(taiga, id),
    filesOn: (id) => listFiles(taiga, id),
  };
}
