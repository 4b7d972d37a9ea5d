import type { CardId } from '../../domain/card.ts';
import type { WekanConnection } from '../../teams/team.ts';
import type { Board } from '../board.ts';
import type { BoardDeps } from '../deps.ts';
import { apply, findApplied } from './apply.ts';
import { listFiles } from './attachments.ts';
import { changedSince } from './changed-since.ts';
import { listSteps } from './checklists.ts';
import { createClient } from './client.ts';
import { listComments, readComment } from './comments.ts';
import { createCard, findCreated } from './create.ts';
import { createDirectory } from './directory.ts';
import { cardOfLink } from './link.ts';
import { readDoc, toCard } from './read-card.ts';
import { searchCards } from './search.ts';
import { signIn } from './sign-in.ts';
import type { Wekan } from './wekan.ts';

/**
 * One Wekan board (v7.93 and later). Names of columns, people and labels are kept for five minutes: with them at hand, `read` is one
 * call.
 */
export function openWekanBoard(
  connection: WekanConnection,
  { http, now, language, keepToken }: BoardDeps,
): Board {
  const tokens = keepToken(() => signIn(http, connection, now));
  const client = createClient({ http, url: connection.url, tokens, now });
  const directory = createDirectory(client, connection, now);
  const wekan: Wekan = { client, connection, directory, language, now, numbers: new Map<number, CardId>() };
  return {
    can: {
      actions: [
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
        'archive',
        'restore',
      ],
      numbers: true,
      dueTimes: true,
      // A2.8: nothing says that a comment or a step shows in its column's date.
      commentsChange: false,
      stepsListed: false,
    },
    columns: () => directory.columns.all(),
    members: () => directory.members(),
    labels: () => directory.labels.all(),
    create: (draft, marker) => createCard(wekan, draft, marker),
    findCreated: (draft, marker) => findCreated(wekan, draft, marker),
    read: async (id) => {
      const read = await readDoc(wekan, id);
      return read && toCard(wekan, read);
    },
    comment: (id, comment) => readComment(wekan, id, comment),
    search: (query) => searchCards(wekan, query),
    apply: (id, action, marker) => apply(wekan, id, action, marker),
    findApplied: (id, action, marker) => findApplied(wekan, id, action, marker),
    cardOfLink: async (link) => cardOfLink(connection, link),
    changedSince: (cursor) => changedSince(wekan, cursor),
    commentsOn: (id) => listComments(wekan, id),
    stepsOn: (id) => listSteps(wekan, id),
    filesOn: async (id) => {
      // A proxy's own page may stand there for a moment.
      const files = (await listFiles(wekan)) ?? (await listFiles(wekan));
      return files && (files.get(id) ?? []);
    },
  };
}
