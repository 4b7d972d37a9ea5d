/** Cuts a text to so many runes, the last ones being `mark` where something was cut. */
export function cut(text: string, limit: number, mark = '…'): string {
  if (text.length <= limit) return text;
  const runes = [...text];
  if (runes.length <= limit) return text;
  return runes.slice(0, limit - [...mark].length).join('') + mark;
}
