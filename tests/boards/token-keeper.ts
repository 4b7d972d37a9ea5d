import type { SignIn, TokenKeeper } from '../../lib/boards/board.ts';

/** A token keeper for one process, as plain as can be. */
export function memoryTokens(signIn: SignIn): TokenKeeper {
  let kept: Promise<string> | undefined;
  const fresh = () => {
    const signing = signIn().then(({ token }) => token);
    kept = signing;
    signing.catch(() => {
      kept = undefined;
    });
    return signing;
  };
  return {
    token: () => kept ?? fresh(),
    renew: async (refused) => ((await kept) === refused ? fresh() : (kept ?? fresh())),
  };
}
