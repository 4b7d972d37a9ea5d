import { channel } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

const connections = channel('net.server.socket');

/**
 * Closes every connection from another machine to the ports of this process that are not meant for one. fauxqs listens
 * on all addresses and has no setting for it, and whoever can put a message on a queue is obeyed.
 * @returns a function that lifts the guard.
 */
export function onlyFromThisMachine(isPrivate: (port: number | undefined) => boolean): () => void {
  const guard = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    if (isPrivate(socket.localPort) && !isLoopback(socket.remoteAddress)) socket.destroy();
  };
  connections.subscribe(guard);
  return () => connections.unsubscribe(guard);
}

/** True for 127.0.0.0/8 and ::1, also when written as IPv4 inside IPv6. */
export function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}
