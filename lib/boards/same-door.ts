/**
 * Whether two addresses are of the same door and connection, whatever their generation and seal: a webhook that is there under an
 * earlier address is ours to mend.
 */
export function isSameDoor(known: string, url: string): boolean {
  return placeOf(known) !== undefined && placeOf(known) === placeOf(url);
}

function placeOf(url: string): string | undefined {
  return /^(.*\/[a-z]+-webhook\/[^/]+\/[^/.]+)\.\d+\/[^/]+$/.exec(url)?.[1];
}
