/**
 * A text without what cannot be seen: control characters but line ends and tabs, marks that turn the direction of what follows, signs of
 * no width that mailings are stuffed with, and the private signs that the converter uses.
 */
export function withoutUnseen(text: string): string {
  return text.replaceAll(unseen, (sign) => (/\s/.test(sign) ? sign : ''));
}

const unseen = /[\p{Cc}\u00AD\u200B\u202A-\u202E\u2060\uE000-\uE00F]|\u034F|\uFEFF/gu;
