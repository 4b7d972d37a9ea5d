import { execFile } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { mostMailBytes } from '../../lib/domain/mail.ts';
import { readMail } from './mail-reading.ts';

/** What one mail with files takes, in a process of its own. */
export interface Memory {
  readonly megabytes: number;
  /** All of the process at its peak, MiB. */
  readonly peak: number;
  /** Milliseconds. */
  readonly ms: number;
}

const MiB = 1024 * 1024;

/** What the door reads at most, and what SES takes at most: of that the door reads the beginning alone. */
export async function measureMemory(): Promise<readonly Memory[]> {
  const sizes = [0.01, 10, mostMailBytes / MiB, 40];
  const measured: Memory[] = [];
  for (const size of sizes) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      fileURLToPath(import.meta.url),
      `${size}`,
    ]);
    measured.push(JSON.parse(stdout));
  }
  return measured;
}

/** A mail of so many bytes, with four files in it. */
function large(bytes: number): Buffer {
  const file = `--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="plan.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
  const line = `${'JVBERi0x'.repeat(9)}JVBE\r\n`;
  const lines = Buffer.alloc(Math.floor(bytes / 4 / line.length) * line.length, line);
  const head =
    'From: Eva <eva@example.net>\r\nTo: ops@in.example.org\r\nSubject: Plans\r\nMessage-ID: <bench@example.net>\r\nMIME-Version: 1.0\r\n' +
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the plans.\r\n';
  const parts = Array.from({ length: 4 }, () => [Buffer.from(file), lines]).flat();
  return Buffer.concat([Buffer.from(head), ...parts, Buffer.from('--b--\r\n')]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const megabytes = Number(process.argv[2]);
  const raw = large(megabytes * MiB);
  const began = performance.now();
  await readMail(raw);
  const memory: Memory = {
    megabytes,
    peak: process.resourceUsage().maxRSS / 1024,
    ms: performance.now() - began,
  };
  process.stdout.write(JSON.stringify(memory));
}
