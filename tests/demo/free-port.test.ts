import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { freePort } from '../../lib/local/demo/free-port.ts';

test('a free port can be listened on', async () => {
  const server = createServer().listen(await freePort(), '127.0.0.1');
  await once(server, 'listening');
  server.close();
});

test('an address that cannot be listened on is an error, not a port that is taken', async () => {
  // RFC 5737: an address for documentation, which no machine has.
  await expect(freePort('192.0.2.1')).rejects.toThrow('EADDRNOTAVAIL');
});
