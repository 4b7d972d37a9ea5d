import type { Todo } from '../domain/told.ts';

/** What a person has to do where our accounts may not. The only place where sealed addresses are written out. */

/** Boards let their administrators alone make webhooks. The lines are the product's own. */
export function pasteWebhook(board: string, lines: readonly string[]): Todo {
  return {
    title: `Webhook of ${board}: the account may neither make nor see it; paste it by hand, unless it is there`,
    lines: [...lines, 'Or make our account an admin there and run this again.'],
  };
}

/** A connection that is no longer in the file: what it had on the far side calls an address that is refused by now. */
export function tidyUp(connection: string): Todo {
  return {
    title: `Connection ${connection} is gone from the file: tidy up after it`,
    lines: [
      'Its address is refused from now on. Delete its webhook on the board, or its command in the chat, by hand.',
    ],
  };
}

/** Nothing here tells a key that was lost or changed from one that was set by mistake; with that one every door refuses. */
export function otherKey(team: string): Todo {
  return {
    title: `Deployment key of ${team}: its settings were stored with another CARDWIRE_KEY; look which one is right`,
    lines: [
      'The settings and the addresses are made with the CARDWIRE_KEY of this command now.',
      'If Cardwire was deployed or started with the same one, all is well.',
      'If not, it refuses everything (401): set the CARDWIRE_KEY that it has, and run this again.',
    ],
  };
}

/** The deployment has this key: what is stored was made with one that it had before. */
export function olderKey(team: string): Todo {
  return {
    title: `Deployment key of ${team}: its settings were stored with another CARDWIRE_KEY than the deployment has now`,
    lines: [
      'The CARDWIRE_KEY of this command is the right one, and the settings and the addresses are made with it now.',
      'Other teams, messages that were given up and mails that wait for a confirmation may still need the old one.',
      'If you have it, deploy or start with it as CARDWIRE_KEY_PREVIOUS, and run rotate with both. If not, set the other teams up again, too.',
    ],
  };
}
