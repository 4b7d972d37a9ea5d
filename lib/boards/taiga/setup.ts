import { refuse } from '../../domain/errors.ts';
import { fold } from '../../domain/fold.ts';
import { say } from '../../domain/say.ts';
import type { TaigaConnection } from '../../teams/team.ts';
import type { BoardSetup, SignIn, TokenKeeper } from '../board.ts';
import type { AccessOf, BoardDeps } from '../deps.ts';
import { isForbidden, isNotFound } from './answer.ts';
import { createClient, type TaigaClient } from './client.ts';
import { columnsOf } from './directory.ts';
import { meDoc, type ProjectDoc, projectDoc, readAs } from './documents.ts';
import { putWebhook, webhookByHand } from './setup-webhook.ts';
import { credentialOf } from './sign-in.ts';

/** What set-up does on a Taiga server, signed in as the bridge's own account for this one time. */
export function openTaigaSetup(
  access: AccessOf<TaigaConnection>,
  { http, now }: Pick<BoardDeps, 'http' | 'now'>,
): BoardSetup {
  const credential = credentialOf(access, { http, now, keepToken: once });
  const client = createClient({ http, api: access.api, now, ...credential });
  let found: Promise<ProjectDoc> | undefined;
  const project = () => {
    found ??= findProject(client, access.slug);
    return found;
  };
  return {
    sendsTests: true,
    connect: async () => {
      const me = readAs(meDoc, await client.get('/users/me'), 'account');
      const doc = await project();
      checkRights(doc);
      const archive = archiveOf(doc, access.archive);
      return {
        self: String(me.id),
        user: me.username,
        board: String(doc.id),
        title: doc.name,
        columns: columnsOf(doc, archive),
        ...(archive === undefined ? {} : { archive }),
      };
    },
    webhook: async (url, key) => {
      const { id, i_am_admin } = await project();
      // A1.1: to anyone but an administrator the list of webhooks is an empty one.
      return i_am_admin ? putWebhook(client, id, url, key) : 'paste';
    },
    webhookByHand: (url, key) => webhookByHand(access.url, url, key),
  };
}

/** Signs in when it is first needed. A token that was refused right after signing in will not get better by another. */
function once(signIn: SignIn): TokenKeeper {
  let signing: ReturnType<SignIn> | undefined;
  const token = async () => {
    signing ??= signIn();
    return (await signing).token;
  };
  return { token, renew: token };
}

/** The project with this slug. One that the account may not see is not found either (A2.4). */
async function findProject(client: TaigaClient, slug: string): Promise<ProjectDoc> {
  try {
    return readAs(projectDoc, await client.get('/projects/by_slug', { slug }), 'project');
  } catch (error) {
    if (isNotFound(error) || isForbidden(error)) throw refuse(say('board-no-project', { board: slug }));
    throw error;
  }
}

/** A2.14: what the account has to be allowed on the project. */
const needed = [
  'view_project',
  'view_us',
  'add_us',
  'modify_us',
  'comment_us',
  'view_tasks',
  'add_task',
  'modify_task',
] as const;

function checkRights({ my_permissions }: ProjectDoc): void {
  const missing = needed.filter((right) => !my_permissions.includes(right));
  if (missing.length > 0) throw refuse(say('board-lacks-rights', { rights: missing.join(', ') }));
}

/**
 * The status that stands for the archive: the one that is named, by title or id, else the first that Taiga itself calls archived. Undefined
 * where there is none.
 */
function archiveOf({ us_statuses }: ProjectDoc, named: string | undefined): string | undefined {
  const wanted = named === undefined ? undefined : fold(named);
  const status = us_statuses.find(({ id, name, is_archived }) =>
    wanted === undefined ? is_archived : String(id) === named || fold(name) === wanted,
  );
  if (wanted === undefined) return status && String(status.id);
  // A card in an open status would still count as work to be done.
  if (status?.is_closed) return String(status.id);
  const closed = us_statuses.filter(({ is_closed }) => is_closed).map(({ name }) => name);
  throw refuse(say('board-no-archive', { archive: named ?? '', columns: closed.join(', ') || '–' }));
}
