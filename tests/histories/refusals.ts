import type { Refusal, Right } from './chat-side.ts';

/** How a fake chat shuts the bridge out and lets it in again. */
export interface Locks {
  /** The id of a room by its name. */
  roomId(name: string): string;
  lock(room: string, right?: Right): unknown;
  unlock(room: string): unknown;
  revoke(): unknown;
  giveBack(): unknown;
}

/** What a chat refuses, and what it ever refused. */
export function createRefusals(locks: Locks) {
  const refusing = new Set<string>();
  const now = new Set<Refusal>();
  return {
    refusing,
    refuses: () => now.size > 0,
    refuse: (what: Refusal) => {
      now.add(what);
      if (what === 'token') {
        locks.revoke();
        return;
      }
      const room = locks.roomId(what.room);
      refusing.add(room);
      locks.lock(room, what.right);
    },
    accept: () => {
      locks.giveBack();
      for (const room of refusing) locks.unlock(room);
      now.clear();
    },
  };
}
