import { parseUsage, type UsageFile } from '@souk/router/usage/usage-file';
import { Misuse } from '../exit-codes.ts';

/** A record of usage. Throws Misuse naming the file and what cannot be used in it. */
export function readUsage(file: string, text: string): UsageFile {
  try {
    return parseUsage(text);
  } catch (error) {
    throw new Misuse(`${file} cannot be used: ${(error as Error).message}`);
  }
}
