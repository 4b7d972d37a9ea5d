import { SetupProblem } from '../setup/explain.ts';

/**
 * Checks the public base URL of the doors. Addresses are secrets on their way, so it is https, but for the local stack.
 * @returns the URL without a slash at the end.
 * @throws SetupProblem when it is missing or no plain address.
 */
export function baseUrlOf(written: string | undefined, local: boolean): string {
  if (!written) {
    throw new SetupProblem(
      'the public address of the doors is not known: give --url or set CARDWIRE_URL to what npm run deploy printed, or start the local stack (npm start)',
    );
  }
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const isPlain = url?.pathname === '/' && url.search + url.hash + url.username + url.password === '';
  const isSafe = url?.protocol === 'https:' || (local && url?.protocol === 'http:');
  if (url && isPlain && isSafe) return url.origin;
  throw new SetupProblem(
    'the public address of the doors is https:// and a host with nothing after it, such as https://cards.example.org',
  );
}
