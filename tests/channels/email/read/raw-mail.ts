/** Mails for tests, byte by byte. */

/** What stands at the top of a mail when a test does not care. */
const usual = [
  'From: Tom <tom@example.org>',
  'To: ops@in.example.org',
  'Subject: Printer',
  'Message-ID: <1@example.org>',
];

/** A mail of header lines and a body in Latin 1, one byte a character: `\xE4` is the byte E4. Lines are joined by CRLF. */
export function rawMail(header: readonly string[], body: string | readonly string[] = ''): Uint8Array {
  const lines = typeof body === 'string' ? [body] : body;
  return Buffer.from([...header, '', ...lines].join('\r\n'), 'latin1');
}

/** The same with the usual header before these lines; a field named here replaces the usual one. */
export function usualMail(header: readonly string[], body: string | readonly string[] = ''): Uint8Array {
  const names = new Set(header.map((line) => line.split(':', 1)[0]));
  return rawMail([...usual.filter((line) => !names.has(line.split(':', 1)[0])), ...header], body);
}

/** A multipart with the boundary `b`; each part is its header lines, an empty line and its body. */
export function multipart(type: string, ...parts: readonly (readonly string[])[]): Uint8Array {
  return usualMail(
    [`Content-Type: multipart/${type}${type.includes('boundary') ? '' : '; boundary=b'}`],
    [...parts.flatMap((part) => ['--b', ...part]), '--b--', ''],
  );
}
