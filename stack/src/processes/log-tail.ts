import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const TAIL_BYTES = 16_384;

/** The last `count` lines of a log file, for a person to read; empty where there is none. */
export function lastLines(file: string, count: number): string[] {
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
      readSync(handle, buffer, 0, buffer.length, size - buffer.length);
      const lines = buffer.toString('utf8').split('\n').filter(isTelling);
      return lines.slice(-count).map(readable);
    } finally {
      closeSync(handle);
    }
  } catch {
    return [];
  }
}

/** Stack frames and blank lines push what happened out of sight. */
const isTelling = (line: string): boolean =>
  line.trim() !== '' && !/^\s+at |^\s+\^+$|^Node\.js v/.test(line);

/** pino's JSON shortened to what went wrong; other lines as they are. */
function readable(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: unknown; err?: { message?: unknown } };
    return [msg, err?.message].filter((part) => typeof part === 'string').join(': ') || line;
  } catch {
    return line;
  }
}
