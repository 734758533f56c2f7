import type { ClientOptions, OpenClient } from './client-contract.ts';
import { leanClient } from './lean/lean-client.ts';
import { undiciClient } from './undici-client.ts';

const MAX_HEADER_BYTES = 65_536;
/** The bulkhead is what limits; this only bounds what it forgot. */
const MAX_QUEUED = 100_000;

/** The lean client for plain HTTP, undici for everything else. Throws TypeError for other schemes. */
export const openClient =
  (options: ClientOptions): OpenClient =>
  (origin) => {
    if (!origin.startsWith('http://')) return undiciClient(origin, options);
    const lean = leanClient({
      origin,
      maxSockets: options.connections,
      pipelining: options.pipelining,
      maxQueued: MAX_QUEUED,
      maxResponseBytes: options.maxResponseBytes,
      maxHeaderBytes: MAX_HEADER_BYTES,
      connectTimeoutMs: options.connectTimeoutMs,
      keepAliveMs: options.keepAliveMs,
    });
    return {
      post: (path, { rendered }, body, request) => lean.post(path, rendered, body, request),
      close: lean.close,
    };
  };
