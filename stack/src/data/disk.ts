import { statfs } from 'node:fs/promises';

// One segment of PostgreSQL's write-ahead log: with less it can neither be created nor recover.
const LEAST_BYTES = 16 * 1_024 * 1_024;

/**
 * Whether the disk of `folder` is too full to work with. Asked after a failure: on a full disk the
 * log that would have said so could not be written either.
 */
export async function isDiskFull(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize < LEAST_BYTES;
  } catch {
    return false;
  }
}
