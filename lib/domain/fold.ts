/** A name as it is compared where every letter counts: composed, without white space around it, in lower case. */
export function fold(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
