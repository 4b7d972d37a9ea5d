import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Above the ports of well-known services, below those that systems give away by themselves (Linux from 32,768, others higher). */
const [LOWEST, HIGHEST] = [12_000, 32_000];

/**
 * A port of this machine that nobody listens on right now, and that nobody gets by chance before it is listened on: not for a call that
 * goes out, not as any free port.
 * @param address one of this machine's.
 * @throws Error Node's, when no port of that address can be listened on.
 */
export async function freePort(address = '127.0.0.1'): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port, address)) return port;
  }
}

async function isFree(port: number, address: string): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, address);
    await once(probe, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
