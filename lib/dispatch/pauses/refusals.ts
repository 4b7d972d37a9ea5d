/** Refusals, without the product's name before them, that the next message to the same conversation would meet as well. */
const lasting = ['forbidden', 'not-found', 'direct-forbidden', 'thread-locked', 'not-connected'];

/** Whether a conversation that refuses with this code refuses everything: the message is not at fault. */
export function isLasting(code: string): boolean {
  return lasting.includes(reasonOf(code));
}

/** Whether a whole connection is shut out. A refused token is put right by people, and what it is wanted for is kept till then. */
export function isTokenRefused(code: string): boolean {
  return reasonOf(code) === 'unauthorized';
}

/** What happened, without whom it happened to: `discord-not-found` is `not-found`. */
export function reasonOf(code: string): string {
  return code.replace(/^[a-z]+-/, '');
}
