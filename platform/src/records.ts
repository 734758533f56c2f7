import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ConfigError } from './config.ts';

/** The objects of an NDJSON stream, one at a time. Throws ConfigError naming a line that is no JSON. */
export async function* records(input: Readable): AsyncGenerator<unknown> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    try {
      yield JSON.parse(text);
    } catch {
      throw new ConfigError(`Line ${line} of the seed is not JSON.`);
    }
  }
}
