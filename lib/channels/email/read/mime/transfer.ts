/** Content-Transfer-Encodings (RFC 2045), forgiving: what is broken is left as it is, and the rest goes on. */

/** A part's own bytes. Unknown encodings give the bytes as they stand; these are not copied. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return decodeBase64(bytes);
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(bytes) : bytes;
}

/**
 * Padding ends the text, except where all that follows is base64 too: some programs pad every line, others write a footer in
 * plain words below.
 */
function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const end = text.indexOf('=');
  const rest = end < 0 ? '' : text.slice(end).replace(/^[=\s]+/, '');
  if (rest === '' || /[^A-Za-z0-9+/=\s]/.test(rest)) return Buffer.from(text, 'base64');
  return Buffer.concat(text.split(/=+/).map((unit) => Buffer.from(unit, 'base64')));
}

const [LF, CR, SPACE, TAB, EQUALS] = [0x0a, 0x0d, 0x20, 0x09, 0x3d];

/** An `=` that begins no code stays a sign; blanks before a line's end were added on the way. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let inked = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === LF || (byte === CR && bytes[at + 1] === LF)) length = inked;
    if (byte !== EQUALS) {
      out[length++] = byte;
      if (byte !== SPACE && byte !== TAB) inked = length;
      continue;
    }
    const broken = lineBreakAfter(bytes, at + 1);
    const code = hex(bytes[at + 1]) * 16 + hex(bytes[at + 2]);
    if (broken !== undefined) at += broken;
    else if (code >= 0) {
      out[length++] = code;
      at += 2;
    } else out[length++] = byte;
    inked = length;
  }
  return out.subarray(0, length);
}

/** How many bytes a soft line break takes after its `=`, blanks before it included; undefined when there is none. */
function lineBreakAfter(bytes: Buffer, start: number): number | undefined {
  let at = start;
  // A line has 76 characters; looking no further keeps a line of `=` and blanks linear.
  while (at < start + 80 && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  if (at >= bytes.length) return bytes.length - start;
  if (bytes[at] === CR && bytes[at + 1] === LF) return at + 2 - start;
  return bytes[at] === LF ? at + 1 - start : undefined;
}

/** The value of a hexadecimal digit by its byte; so far below nothing for any other that no pair with it is a code. */
const digits = Int16Array.from({ length: 256 }, (_, byte) => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? -1000 : digit;
});

function hex(byte: number | undefined): number {
  return digits[byte ?? 0] ?? -1000;
}
