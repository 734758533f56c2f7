import { setTimeout as sleep } from 'node:timers/promises';
import type { SupergraphConfig } from './supergraph-env.ts';

/** What an address gives: a supergraph, or that the one known is still the one. */
export type Polled = { readonly sdl: string } | 'unchanged';

const JITTER = 0.1;

type PollOptions = Pick<
  SupergraphConfig,
  'SUPERGRAPH_AUTHORIZATION' | 'SUPERGRAPH_TIMEOUT_MS' | 'SUPERGRAPH_MAX_BYTES'
>;

/**
 * Asks for a supergraph with the ETag of the answer before (RFC 9110, section 13.1.2). Throws an
 * Error that names neither address nor header, because both can hold secrets.
 */
export function supergraphAt(
  url: string,
  { SUPERGRAPH_AUTHORIZATION, SUPERGRAPH_TIMEOUT_MS, SUPERGRAPH_MAX_BYTES }: PollOptions,
): (signal: AbortSignal) => Promise<Polled> {
  let etag: string | null = null;
  // A URL with a password in it is none that fetch takes.
  const { address, basic } = splitCredentials(url);
  const authorization = SUPERGRAPH_AUTHORIZATION ?? basic;

  return async (closing) => {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(SUPERGRAPH_TIMEOUT_MS)]);
    try {
      const response = await fetch(address, {
        signal,
        headers: {
          accept: 'application/graphql, text/plain, */*;q=0.1',
          ...(authorization && { authorization }),
          ...(etag !== null && { 'if-none-match': etag }),
        },
      });
      if (response.status === 304 && etag !== null) {
        await response.body?.cancel();
        return 'unchanged';
      }
      if (response.status !== 200) {
        await response.body?.cancel();
        throw new Error(`the source answered ${response.status}`);
      }
      const sdl = await textOf(response, SUPERGRAPH_MAX_BYTES);
      etag = response.headers.get('etag');
      return { sdl };
    } catch (error) {
      throw new Error(reasonOf(error as Error));
    }
  };
}

async function textOf(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error(`the source sends more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

function reasonOf({ name, message, cause }: Error): string {
  if (name === 'TimeoutError') return 'the source did not answer in time';
  if (message.startsWith('the source')) return message;
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  return `the source cannot be read (${code ?? name})`;
}

function splitCredentials(url: string): { address: URL; basic: string | null } {
  const address = new URL(url);
  const { username, password } = address;
  if (username === '' && password === '') return { address, basic: null };
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  address.username = '';
  address.password = '';
  return { address, basic: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/**
 * Calls until it is closed: after `pollMs`, give or take a tenth; after twice as long for each
 * failure in a row, `maxPollMs` at most; and as soon as `now` asks for it. Its timer keeps no process
 * alive.
 */
export function pollRepeatedly(
  poll: (signal: AbortSignal) => Promise<boolean>,
  { pollMs, maxPollMs, random }: { pollMs: number; maxPollMs: number; random: () => number },
): { now: () => void; close: () => void } {
  const closing = new AbortController();
  const { signal } = closing;
  let waking = new AbortController();
  async function run(): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const pause = Math.max(pollMs, Math.min(maxPollMs, pollMs * 2 ** failures));
      const jittered = pause * (1 - JITTER + 2 * JITTER * random());
      await sleep(jittered, undefined, {
        ref: false,
        signal: AbortSignal.any([signal, waking.signal]),
      }).catch(() => {});
      if (signal.aborted) return;
      waking = new AbortController();
      failures = (await poll(signal)) ? 0 : failures + 1;
    }
  }
  void run();
  return { now: () => waking.abort(), close: () => closing.abort() };
}
