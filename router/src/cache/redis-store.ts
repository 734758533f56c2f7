import { createHash } from 'node:crypto';
import type { Logger } from '@souk/platform/log';
import { Redis } from 'ioredis';
import type { CacheStore, Entry } from './store.ts';

const PREFIX = 'souk:cache:';

/** An index outlives its entries a little, so that clocks may differ. */
const INDEX_SLACK_SECONDS = 60;

/** A connection on which nothing has answered for so long is ended: what hangs is away. */
const SILENCE_MS = 2_000;

/**
 * Keeps entries in a Redis that several routers share. What does not come within the deadline is a
 * miss; while there is no connection nothing is waited for at all. Entries that could not be dropped
 * because Redis was away are all dropped before any is read again.
 */
export function redisStore(
  url: string,
  options: { deadlineMs: number; now: () => number; onFailure: () => void; log: Logger },
): CacheStore {
  const { deadlineMs, now, onFailure, log } = options;
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 1_000,
    socketTimeout: SILENCE_MS + deadlineMs,
    retryStrategy: (attempt) => Math.min(2_000, 50 * 2 ** Math.min(attempt, 6)),
  });
  /** Drops were lost: what is there may be stale. */
  let isSuspect = false;
  /** Between finding what to drop and dropping it nothing is read. */
  let dropping = 0;
  let isAway = false;
  redis.on('error', (error) => {
    if (!isAway) log.warn({ err: error }, 'entity cache: Redis is away');
    isAway = true;
  });
  redis.on('ready', () => {
    isAway = false;
    log.info('entity cache: Redis is there');
    if (isSuspect) void clear();
  });

  async function attempt<T>(work: () => Promise<T>, otherwise: NoInfer<T>): Promise<T> {
    if (redis.status !== 'ready') return otherwise;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('late')), deadlineMs);
    });
    try {
      return await Promise.race([work(), late]);
    } catch {
      onFailure();
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  }

  async function clear(): Promise<number> {
    isSuspect = true;
    let count = 0;
    try {
      if (redis.status !== 'ready') return 0;
      for await (const keys of redis.scanStream({ match: `${PREFIX}*`, count: 500 })) {
        if (keys.length === 0) continue;
        count += keys.filter((key: string) => key.startsWith(`${PREFIX}e:`)).length;
        await redis.unlink(keys);
      }
      isSuspect = false;
    } catch {
      onFailure();
    }
    return count;
  }

  return {
    get: async (keys) => {
      if (isSuspect || dropping > 0 || keys.length === 0) return keys.map(() => undefined);
      const texts = await attempt(() => redis.mget(keys.map(entryKey)), []);
      return keys.map((_, i) => read(texts[i] ?? null, now()));
    },
    set: (entries) => {
      if (isSuspect || redis.status !== 'ready') return;
      const many = redis.multi();
      for (const { key, tags, expiresAt, clientExpiresAt, text } of entries) {
        const name = entryKey(key);
        const left = Math.ceil(expiresAt - now());
        if (left <= 0) continue;
        const keptSeconds = Math.ceil(left / 1_000) + INDEX_SLACK_SECONDS;
        for (const tag of tags) {
          many.sadd(tagKey(tag), name);
          // Never shortened by an entry that lives for less.
          many.expire(tagKey(tag), keptSeconds, 'NX');
          many.expire(tagKey(tag), keptSeconds, 'GT');
        }
        many.set(name, `${expiresAt} ${clientExpiresAt}\n${text}`, 'PX', left);
      }
      many.exec().catch(onFailure);
    },
    drop: async (tags) => {
      if (tags.length === 0) return 0;
      dropping += 1;
      try {
        if (redis.status !== 'ready') throw new Error('away');
        const indices = tags.map(tagKey);
        const names = await redis.sunion(indices);
        const dropped = names.length === 0 ? 0 : await redis.unlink(names);
        if (names.length > 0) {
          const many = redis.multi();
          for (const index of indices) many.srem(index, names);
          await many.exec();
        }
        return dropped;
      } catch {
        onFailure();
        isSuspect = true;
        if (redis.status === 'ready') void clear();
        return 0;
      } finally {
        dropping -= 1;
      }
    },
    clear,
    close: async () => {
      redis.disconnect();
    },
  };
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('base64url');
const entryKey = (key: string): string => `${PREFIX}e:${hashed(key)}`;
const tagKey = (tag: string): string => `${PREFIX}t:${hashed(tag)}`;

function read(text: string | null, now: number): Entry | undefined {
  const end = text?.indexOf('\n') ?? -1;
  if (text === null || end < 0) return undefined;
  const [expiresAt = 0, clientExpiresAt = 0] = text.slice(0, end).split(' ').map(Number);
  if (!(expiresAt > now)) return undefined;
  return { text: text.slice(end + 1), expiresAt, clientExpiresAt };
}
