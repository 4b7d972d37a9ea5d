/**
 * Writes JSON as Python's `json.dumps(…, ensure_ascii=False)` does (A1.2): `", "` and `": "`, non-ASCII characters as they are. The
 * signature is over these bytes, so a body that was written anew in JavaScript does not match.
 */
export function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const pairs = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${pairs.map(([key, each]) => `${JSON.stringify(key)}: ${pythonJson(each)}`).join(', ')}}`;
}
