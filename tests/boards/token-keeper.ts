import type { SignedIn, SignIn, TokenKeeper } from '../../lib/boards/board.ts';

/** A token keeper for one process, as plain as can be. */
export function memoryTokens(signIn: SignIn): TokenKeeper {
  let kept: Promise<SignedIn> | undefined;
  const fresh = (refresh?: string) => {
    const signing = signIn(refresh);
    kept = signing;
    signing.catch(() => {
      kept = undefined;
    });
    return signing;
  };
  return {
    token: async () => (await (kept ?? fresh())).token,
    renew: async (refused) => {
      const { token, refresh } = await (kept ?? fresh());
      return token === refused ? (await fresh(refresh)).token : token;
    },
  };
}
