import { isRefusal, refuse } from '../../domain/errors.ts';
import { fold } from '../../domain/fold.ts';
import { say } from '../../domain/say.ts';
import type { WekanConnection } from '../../teams/team.ts';
import type { BoardSetup, TokenKeeper } from '../board.ts';
import type { AccessOf, BoardDeps } from '../deps.ts';
import { isPage } from './answer.ts';
import { createClient, path, type WekanClient } from './client.ts';
import { boardsAnswer, listsAnswer, readAs } from './documents.ts';
import { putWebhook, webhookByHand } from './setup-webhook.ts';
import { signIn } from './sign-in.ts';

/** What set-up does on a Wekan server, signed in as the bridge's own account for this one time. */
export function openWekanSetup(
  access: AccessOf<WekanConnection>,
  { http, now }: Pick<BoardDeps, 'http' | 'now'>,
): BoardSetup {
  let account: ReturnType<typeof signIn> | undefined;
  const signedIn = () => {
    account ??= signIn(http, access, now);
    return account;
  };
  const token = async () => (await signedIn()).token;
  // A token that was refused right after signing in will not get better by another.
  const tokens: TokenKeeper = { token, renew: token };
  const client = createClient({ http, url: access.url, tokens, now });
  const board = async () => findBoard(client, (await signedIn()).self, access.board);
  return {
    sendsTests: false,
    connect: async () => {
      const { self } = await signedIn();
      const { _id, title } = await board();
      await checkVersion(client);
      const lists = readAs(listsAnswer, await client.get(path`/api/boards/${_id}/lists`), 'lists');
      return {
        self,
        user: access.user,
        board: _id,
        title,
        columns: lists.map((list) => ({ id: list._id, name: list.title })),
      };
    },
    webhook: async (url, secret) => putWebhook(client, (await board())._id, url, secret),
    webhookByHand: (url, secret) => webhookByHand(access.url, url, secret),
  };
}

/** Cards are read by their id alone (A2.5, v7.93 and later); an older server answers the path with its app. */
async function checkVersion(client: WekanClient): Promise<void> {
  try {
    await client.get(path`/api/cards/${'none'}`);
  } catch (error) {
    if (isPage(error)) throw refuse(say('board-too-old'));
    // No such card: as it should be.
    if (!isRefusal(error)) throw error;
  }
}

/** The board with this id or title, among those the account is a member of (A2.5). */
async function findBoard(client: WekanClient, self: string, wanted: string) {
  const boards = readAs(boardsAnswer, await client.get(path`/api/users/${self}/boards`), 'boards');
  const byId = boards.find(({ _id }) => _id === wanted);
  if (byId) return byId;
  const byTitle = boards.filter(({ title }) => fold(title) === fold(wanted));
  if (byTitle.length > 1) throw refuse(say('board-title-twice', { board: wanted }));
  if (byTitle[0]) return byTitle[0];
  const titles = boards.map(({ title }) => title).join(', ');
  throw refuse(
    titles === ''
      ? say('board-account-has-none', { board: wanted })
      : say('board-unknown', { board: wanted, boards: titles }),
  );
}
