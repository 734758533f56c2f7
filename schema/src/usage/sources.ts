import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { UsageFile } from '@souk/router/usage/usage-file';
import type { Io } from '../command.ts';
import { Misuse } from '../exit-codes.ts';
import { readUsage } from '../operations/read-usage.ts';

const DEADLINE_MS = 10_000;

/**
 * What routers recorded: a file, a directory of files, or the address of a router's /usage, which gets
 * USAGE_SECRET as its bearer token. Throws Misuse naming the source that cannot be read.
 */
export async function readSource(source: string, io: Io): Promise<UsageFile[]> {
  if (/^https?:\/\//.test(source)) return [readUsage(source, await fetched(source, io))];
  const location = path.resolve(io.cwd, source);
  return filesAt(source, location).map((file) => readUsage(file, readFileSync(file, 'utf8')));
}

function filesAt(source: string, location: string): string[] {
  try {
    if (!statSync(location).isDirectory()) return [location];
    return readdirSync(location)
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.join(location, name));
  } catch (error) {
    throw new Misuse(`${source} cannot be read: ${(error as Error).message}`);
  }
}

async function fetched(url: string, { env, signal }: Io): Promise<string> {
  const secret = env.USAGE_SECRET;
  try {
    const response = await fetch(url, {
      headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
    });
    if (response.ok) return await response.text();
    throw new Error(
      response.status === 401 ? 'USAGE_SECRET is not what it wants' : `status ${response.status}`,
    );
  } catch (error) {
    throw new Misuse(`${url} cannot be read: ${reasonOf(error as Error)}`);
  }
}

/** `fetch failed` alone says nothing: what is behind it is the cause. */
const reasonOf = ({ message, cause }: Error): string =>
  cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
