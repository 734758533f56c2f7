import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import type { SupergraphSource } from '../generation/supergraph-source.ts';
import { type Followed, followed } from './followed.ts';
import { RegistryFault, verified } from './move.ts';
import { MOVES_CHANNEL, newestMoves, textsIn } from './postgres.ts';

/**
 * A variant in a PostgreSQL, which tells of its moves; who listens misses those made while the
 * connection was away, so it is polled besides. What does not answer in time is connected to anew.
 */
export function followPostgres(url: string, asked: Followed, timeoutMs: number): SupergraphSource {
  const { variant } = asked;
  let news: (() => void) | null = null;
  let sql = connect();

  function connect(): Sql {
    const made = postgres(url, {
      max: 1,
      connect_timeout: Math.ceil(timeoutMs / 1_000),
      connection: { application_name: 'router' },
      onnotice: () => {},
    });
    if (news !== null) listen(made, news);
    return made;
  }

  function listen(to: Sql, tell: () => void): void {
    const told = (moved: string) => moved === variant && tell();
    // Subscribing again after a lost connection is a chance to have missed something, too.
    to.listen(MOVES_CHANNEL, told, tell).catch(() => {});
  }

  const ask = followed(asked, {
    latest: async () => (await newestMoves(sql, variant, 1))[0] ?? null,
    text: async (hash) => {
      const text = (await textsIn(sql, [hash])).get(hash);
      if (text !== undefined) return verified(text, hash);
      throw new RegistryFault(`the registry lacks the text ${hash.slice(0, 12)}`);
    },
  });

  return {
    ask: async (closing) => {
      const done = new AbortController();
      const late = sleep(timeoutMs, 'late' as const, { signal: done.signal }).catch(() => 'late');
      const asking = ask(closing);
      asking.catch(() => {});
      const polled = await Promise.race([asking, late]).finally(() => done.abort());
      if (polled !== 'late') return polled as Awaited<typeof asking>;
      const silent = sql;
      sql = connect();
      void silent.end({ timeout: 0 });
      throw new Error('the source did not answer in time');
    },
    onNews: (tell) => {
      news = tell;
      listen(sql, tell);
      return {
        close: () => {
          news = null;
        },
      };
    },
    close: () => sql.end({ timeout: 1 }),
  };
}
