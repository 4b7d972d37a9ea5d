import type { SignIn, TokenKeeper } from '../../lib/boards/board.ts';

/** A token keeper for one process, as plain as can be. */
export function memoryTokens(signIn: SignIn): TokenKeeper {
  let kept: Promise<string> | undefined;
  const fresh = () => {
    kept = signIn().then(({ token }) => token);
    return kept;
  };
  return {
    token: () => kept ?? fresh(),
    renew: async (refused) => ((await kept) === refused ? fresh() : (kept ?? fresh())),
  };
}
